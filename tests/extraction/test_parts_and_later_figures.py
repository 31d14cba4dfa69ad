"""Some of the people told before: who of them got out, what became of them, how many there were; and other failures.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

SOME_GOT_OUT = [
    (
        "fr",
        "Les hommes armés avaient enlevé 112 lycéens à Birnin Yauri, dont dix-sept se sont enfuis dans la nuit.",
        17,
    ),
    ("fr", "Au Mali, 40 passagers ont été enlevés mardi, dont douze ont été libérés jeudi par l'armée.", 12),
    ("fr", "On recherche 315 élèves kidnappés au Niger, dont cinquante ont pu s'échapper.", 50),
    ("fr", "Les rebelles ont kidnappé 23 villageois au Congo, dont six ont été secourus hier par les soldats.", 6),
    ("fr", "Boko Haram avait enlevé 80 fidèles au Cameroun, parmi lesquels trente ont été libérés lundi.", 30),
    ("en", "Gunmen kidnapped 140 pupils in Kaduna, of whom 28 escaped on Sunday.", 28),
    ("en", "The kidnappers took 53 worshippers in Niger, 12 of whom were freed by soldiers on Monday.", 12),
    ("en", "Bandits abducted 87 villagers in Sokoto, nine of whom have been rescued by troops.", 9),
    ("en", "Police in Hyderabad found 87 children making bangles in one workshop, days after 220 were rescued.", 220),
    ("en", "Of the passengers, 45 were kidnapped in Haiti, of whom seven were released on Friday.", 7),
    ("es", "Hombres armados secuestraron a 66 alumnos en Zamfara, de los cuales nueve lograron escapar el domingo.", 9),
    ("es", "Los rebeldes secuestraron a 30 campesinos en Colombia, de los que cuatro fueron liberados el lunes.", 4),
    ("es", "En Haití fueron secuestradas 18 personas, de las cuales cinco fueron rescatadas ayer por la Policía.", 5),
    ("es", "El grupo secuestró a 41 migrantes en México, de los cuales once escaparon anoche.", 11),
    ("es", "Los piratas secuestraron a 25 marineros en Somalia, de los cuales ocho fueron rescatados el jueves.", 8),
]

ONE_ACT = [
    (
        "fr",
        "La police a récupéré 13 enfants forcés de travailler ; neuf des enfants ont été confiés à un consul.",
        13,
    ),
    (
        "fr",
        "La police a secouru 30 filles dans des bordels de Lagos ; huit des filles ont été remises aux parents.",
        30,
    ),
    ("en", "Police rescued 40 girls from brothels in Pune; twelve of the girls were handed over to their parents.", 40),
    ("en", "Troops freed 70 hostages in Borno on Friday. Ten of the women were taken to hospital.", 70),
    (
        "es",
        "La Policía rescató a 30 víctimas de trata en Quito; ocho de las víctimas fueron entregadas a su familia.",
        30,
    ),
    ("es", "El Ejército liberó a 25 rehenes en el Cauca. Seis de los rehenes fueron trasladados al hospital.", 25),
]

LATER_EXACT = [
    ("fr", "Plus de 130 élèves enlevés à Kuriga ont été libérés par l'armée. Six des 137 enfants sont soignés.", 137),
    ("fr", "Une vingtaine de captives ont été secourues à Lagos. Quatre des 21 femmes sont enceintes.", 21),
    ("en", "Some 60 bonded labourers were rescued in Punjab. Four of the 63 workers were taken to hospital.", 63),
    ("en", "Nearly 200 slaves were rescued in Pará on Monday. The 196 workers will be paid.", 196),
    ("es", "Más de 50 niños víctimas de trata fueron rescatados en Lima. Los 54 menores están en un albergue.", 54),
    ("es", "Unos 80 rehenes fueron liberados por el Ejército en Nigeria. Tres de los 82 rehenes están heridos.", 82),
]

EARLIER_FIGURE_STAYS = [
    ("fr", "Plus de 130 élèves enlevés ont été libérés par l'armée. Les 287 élèves avaient été enlevés à Kuriga.", 130),
    ("en", "More than 100 hostages were freed in Borno. The 104 hostages were kidnapped in May.", 100),
    ("es", "Más de 50 rehenes fueron liberados en Nigeria. Los 90 rehenes estaban en un bosque.", 50),
]

OTHERS_FAILED = [
    ("fr", "L'armée malienne a libéré mardi trois otages ; en avril, un raid raté avait coûté la vie à deux autres."),
    ("fr", "Les commandos ont libéré lundi un otage au Mali, mais ces assauts échouent souvent."),
    ("fr", "La police a délivré six otages à Kano, mais une première opération avait échoué."),
    ("fr", "Trois otages ont été libérés par l'armée, alors qu'un assaut avait échoué en mars."),
    ("fr", "Les gendarmes ont secouru cinq otages au Bénin : une tentative ratée avait fait deux morts."),
    ("en", "Commandos freed a Dutch hostage in Mali on Monday, but a raid last year failed and cost two lives."),
    ("en", "Police rescued four hostages in Sokoto on Friday; an earlier raid had failed."),
    ("en", "Troops freed nine hostages in Borno, although a first raid had failed in April."),
    ("en", "Soldiers rescued two kidnapped nurses on Sunday, but another rescue attempt failed the same day."),
    ("en", "Police freed six kidnapped traders in Haiti on Monday, but a second raid ended in failure."),
    ("es", "Los comandos liberaron a un rehén en Malí, pero en 2014 otra operación fallida costó la vida a dos."),
    ("es", "La Policía rescató a cuatro secuestrados en Cali; un operativo frustrado en abril dejó dos heridos."),
    ("es", "El Ejército liberó a seis rehenes en el Cauca, pero un intento fallido había costado tres vidas."),
    ("es", "Cinco secuestrados fueron rescatados por la Policía, aunque otra incursión resultó fallida."),
    ("es", "La Guardia rescató a dos rehenes en México, mientras que otro operativo terminó en tragedia."),
]

FAILED = [
    ("fr", "L'armée a tenté de libérer trois otages au Mali, mais le raid a échoué."),
    ("fr", "Deux domestiques séquestrées se sont enfuies, mais elles ont été reprises le lendemain."),
    ("en", "Troops tried to free nine hostages in Borno, but the raid failed."),
    ("en", "Special forces stormed an island in Benin on Monday but failed to find the two kidnapped officers."),
    ("en", "Two kidnapped girls escaped from the camp but were recaptured."),
    ("es", "El Ejército intentó liberar a seis rehenes en el Cauca, pero el operativo resultó fallido."),
]


@pytest.mark.parametrize(("code", "text", "best"), SOME_GOT_OUT)
def test_a_figure_before_the_verb_is_who_got_out(code: str, text: str, best: int) -> None:
    assert best in {event.victims.best for event in events_in(code, text)}


@pytest.mark.parametrize(("code", "text", "best"), [*ONE_ACT, *LATER_EXACT, *EARLIER_FIGURE_STAYS])
def test_one_act_has_the_figure_of_all(code: str, text: str, best: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [best]


@pytest.mark.parametrize(("code", "text"), OTHERS_FAILED)
def test_a_failure_told_behind_a_rescue_is_another_one(code: str, text: str) -> None:
    assert len(events_in(code, text)) == 1


@pytest.mark.parametrize(("code", "text"), FAILED)
def test_what_failed_itself_is_no_event(code: str, text: str) -> None:
    assert not events_in(code, text)


SOME_NAMED = [
    ("fr", "Sept Taïwanais figurent parmi les 260 personnes libérées le 12 février par une milice en Birmanie.", "TW"),
    ("fr", "Parmi les 40 otages libérés lundi au Mali figurent deux Belges.", "BE"),
    ("fr", "Trois Népalais se trouvaient parmi les 25 esclaves secourus dans une ferme du Portugal.", "NP"),
    ("fr", "Une Kényane compte parmi les douze victimes de traite secourues à Beyrouth.", "KE"),
    ("fr", "Deux Ghanéens étaient parmi les neuf marins enlevés au Togo et libérés lundi par les pirates.", "GH"),
    ("en", "Two Danes were among the 14 hostages freed in Kano on Monday.", "DK"),
    ("en", "Among the 61 workers rescued from scam compounds in Myawaddy were nine Kenyans.", "KE"),
    ("en", "Four Ugandans are among the 30 trafficking victims rescued in Thailand, police said.", "UG"),
    ("en", "A Bolivian was among the 17 slaves freed from a farm in Brazil.", "BO"),
    ("en", "Among the 22 hostages released in Sudan are three Egyptians.", "EG"),
    ("es", "Entre los 40 rehenes liberados el lunes en Malí figuran dos belgas.", "BE"),
    ("es", "Cinco bolivianas están entre las 22 víctimas de trata rescatadas en Chile.", "BO"),
    ("es", "Tres haitianos se encontraban entre los 15 esclavos rescatados de una finca de Brasil.", "HT"),
    ("es", "Una paraguaya figura entre las ocho víctimas de trata liberadas en Córdoba, España.", "PY"),
    ("es", "Entre los 19 secuestrados rescatados en México había cuatro cubanos.", "CU"),
]

OF_ONE_PLACE = [
    ("es", "En 2007, 1.064 esclavos fueron liberados en una sola hacienda de Pará.", "INCIDENT"),
    ("es", "En 2019 la Policía rescató en una finca de Chile a 35 víctimas de trata.", "INCIDENT"),
    ("es", "En 2021, 120 esclavos fueron liberados en Brasil.", "AGGREGATE"),
    ("fr", "En 2021, cent vingt esclaves ont été libérés dans une seule plantation du Pará.", "INCIDENT"),
    ("fr", "En 2018, la police a secouru dans une usine de Lima 64 victimes de traite.", "INCIDENT"),
    ("fr", "En 2021, cent vingt esclaves ont été libérés au Brésil.", "AGGREGATE"),
    ("en", "In 2019, 120 slaves were freed on one farm in Minas Gerais.", "INCIDENT"),
    ("en", "In 2018 police rescued 64 bonded labourers from a brick kiln in Punjab.", "INCIDENT"),
    ("en", "In 2019, 120 slaves were freed across Brazil.", "AGGREGATE"),
]

WORK_OR_OTHER = [
    ("fr", "La police ivoirienne a secouru 137 enfants destinés aux plantations ou à la prostitution."),
    ("fr", "Les gendarmes ont délivré 20 enfants destinés aux mines ou à la prostitution au Ghana."),
    ("en", "Police in Ghana rescued 40 children bound for farms or prostitution, victims of trafficking."),
    ("en", "Officers rescued 12 trafficked boys who were to be put into mines or forced begging."),
    ("es", "La Policía rescató a 30 niños víctimas de trata destinados a plantaciones o a la prostitución."),
    ("es", "Los agentes liberaron a 15 niñas destinadas a las minas o a la mendicidad forzada en Perú."),
]


@pytest.mark.parametrize(("code", "text", "origin"), SOME_NAMED)
def test_who_is_among_them_tells_their_origin(code: str, text: str, origin: str) -> None:
    (event,) = events_in(code, text)
    assert origin in event.countries.origin


@pytest.mark.parametrize(("code", "text", "scope"), OF_ONE_PLACE)
def test_a_year_at_one_place_is_an_incident(code: str, text: str, scope: str) -> None:
    (event,) = events_in(code, text)
    assert event.scope.value == scope


@pytest.mark.parametrize(("code", "text"), WORK_OR_OTHER)
def test_work_joined_to_another_form_is_a_form_too(code: str, text: str) -> None:
    (event,) = events_in(code, text)
    forms = {form.value for form in event.forms}
    assert "CHILD_LABOUR" in forms
    assert forms & {"SEXUAL_EXPLOITATION", "FORCED_BEGGING"}
