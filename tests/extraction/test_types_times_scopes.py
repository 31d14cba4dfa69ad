"""Who let them go, when, on one occasion or many, as events of short articles of Wednesday, 15 May 2024 tell it."""

from __future__ import annotations

import pytest
from telling import events_in, verdicts_in

from rescuewire.extraction.judgement.realis_words import Realis

CAPTURE_DATES = [
    ("en", "Three nurses who were kidnapped in Kaduna last month have been released, officials said on Tuesday."),
    ("en", "Four engineers abducted on Sunday by bandits were set free, their company said on Tuesday."),
    ("en", "Two monks seized by gunmen in April near Goma have been freed unharmed, the diocese said on Tuesday."),
    ("en", "Two aid workers held since January in Mali have been freed, their employer said on Tuesday."),
    ("en", "Nine bus passengers snatched last week by gunmen have been released, relatives said on Tuesday."),
    ("fr", "Trois infirmières enlevées le mois dernier à Goma ont été relâchées, a annoncé mardi leur employeur."),
    ("fr", "Deux prêtres capturés dimanche par des bandits ont été libérés, a annoncé mardi le diocèse."),
    ("fr", "Six élèves kidnappés en avril à Jos ont recouvré la liberté, a annoncé mardi le diocèse."),
    ("fr", "Deux humanitaires détenus depuis janvier au Mali ont été libérés, a annoncé mardi leur employeur."),
    ("fr", "Quatre marins enlevés la semaine dernière par des pirates ont été relâchés, a annoncé mardi l'armateur."),
    ("es", "Tres enfermeras secuestradas el mes pasado en Cauca fueron liberadas, anunció el martes su patrón."),
    ("es", "Dos sacerdotes raptados el domingo por bandidos fueron liberados, informó el martes la diócesis."),
    ("es", "Dos cooperantes retenidos desde enero en Malí fueron liberados, anunció el martes su organización."),
    ("es", "Seis pescadores secuestrados en abril por piratas fueron liberados, anunció el martes la naviera."),
    ("es", "Cuatro periodistas plagiados la semana pasada fueron liberados, confirmó el martes su diario."),
]


@pytest.mark.parametrize(("code", "text"), CAPTURE_DATES)
def test_a_date_of_capture_is_not_the_time_of_the_release(code: str, text: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == ["2024-05-14"]


def test_a_phrase_with_a_capture_in_it_takes_no_date() -> None:
    text = "Soldiers rescued 12 kidnapped travellers on Monday in Zamfara."
    assert [event.time.edtf for event in events_in("en", text)] == ["2024-05-13"]


def test_a_time_told_from_an_unknown_day_is_not_after_publication() -> None:
    text = "Deux jours après leur enlèvement, trois élèves ont été relâchés par leurs ravisseurs près de Kayes."
    assert [event.time.edtf for event in events_in("fr", text)] == [None]


OPERATIONS = [
    ("en", "In a raid on a brick kiln, 40 bonded labourers were freed."),
    ("en", "Sixty enslaved fishermen were freed in a night operation."),
    ("en", "Eleven women forced into prostitution were freed during a sweep of massage parlours."),
    ("en", "Twelve child labourers were set free when the inspection reached the quarry."),
    ("en", "A crackdown on scam compounds saw 90 trafficked workers freed."),
    ("fr", "Au cours d'une descente dans une briqueterie, 40 ouvriers asservis ont été libérés."),
    ("fr", "Douze femmes prostituées de force ont été libérées lors d'une opération nocturne."),
    ("fr", "Une perquisition a permis que vingt domestiques réduites en esclavage soient libérées."),
    ("fr", "Trente enfants exploités ont été libérés pendant une inspection des carrières."),
    ("fr", "Quinze pêcheurs asservis ont été libérés à l'issue d'un raid."),
    ("es", "Durante una redada en una ladrillera fueron liberados 40 trabajadores esclavizados."),
    ("es", "En un operativo nocturno fueron liberadas doce mujeres explotadas sexualmente."),
    ("es", "En la mayor operación contra el trabajo esclavo fueron liberadas 532 personas."),
    ("es", "Veinte jornaleros esclavizados fueron liberados tras un allanamiento."),
    ("es", "Fueron liberados treinta niños explotados en una inspección de las canteras."),
]


@pytest.mark.parametrize(("code", "text"), OPERATIONS)
def test_who_is_freed_in_an_operation_is_rescued(code: str, text: str) -> None:
    found = [v.event_type.value for v in verdicts_in(code, text) if v.realis is Realis.ACTUAL and v.frame.patient]
    assert found
    assert set(found) <= {"RESCUE", "IDENTIFICATION"}


IMPERSONAL = [
    "En Zacatecas se liberó a dos secuestrados.",
    "Según el informe, se liberó a cuatro jóvenes plagiados en Jerez.",
    "En Celaya se ha liberado a tres migrantes secuestrados.",
    "Se liberó a una adolescente secuestrada en Tijuana.",
    "En abril se liberó a 14 rehenes en Buenaventura.",
]


@pytest.mark.parametrize("text", IMPERSONAL)
def test_the_impersonal_passive_tells_of_authorities(text: str) -> None:
    assert [event.event_type.value for event in events_in("es", text)] == ["RESCUE"]


TOTALS = [
    ("en", "More than 300 girls seized by Boko Haram have already been rescued by the army."),
    ("en", "So far 412 Indians have been rescued from scam compounds in Laos."),
    ("en", "In ten years the charity has freed 900 people from kilns where they were enslaved."),
    ("en", "Police have rescued 1,200 trafficking victims in dozens of raids."),
    ("en", "Over the years the nuns have rescued 250 women from forced prostitution."),
    ("fr", "Près de 600 esclaves ont déjà été secourus par la police indonésienne."),
    ("fr", "En deux ans, la police a soustrait 120 femmes à la prostitution forcée."),
    ("fr", "À ce jour, 412 Indiens ont été secourus des centres d'arnaque du Laos."),
    ("fr", "Au fil des ans, les sœurs ont secouru 250 femmes prostituées de force."),
    ("fr", "En dix-huit mois, l'inspection a libéré 80 ouvriers asservis."),
    ("es", "Hasta la fecha la policía ha rescatado a 250 víctimas de trata."),
    ("es", "En año y medio la Guardia Civil ha liberado a 344 víctimas de trata laboral."),
    ("es", "La policía ya ha rescatado a 98 mujeres explotadas sexualmente."),
    ("es", "En seis años la ONG ha rescatado a 400 niños esclavizados."),
    ("es", "Con los años las monjas han rescatado a 250 mujeres obligadas a prostituirse."),
]


@pytest.mark.parametrize(("code", "text"), TOTALS)
def test_words_for_many_occasions_make_a_total(code: str, text: str) -> None:
    assert [event.scope.value for event in events_in(code, text)] == ["AGGREGATE"]


INCIDENTS = [
    ("en", "Police on Tuesday rescued 60 children forced to work in a kiln; four men have already been arrested."),
    ("fr", "La police a déjà libéré trois otages."),
    ("es", "La policía ya ha rescatado a dos mujeres explotadas sexualmente."),
]


@pytest.mark.parametrize(("code", "text"), INCIDENTS)
def test_a_day_or_a_few_people_are_one_occasion(code: str, text: str) -> None:
    assert [event.scope.value for event in events_in(code, text)] == ["INCIDENT"]


STILL_HELD = [
    ("en", "The group condemned the release of the seven hostages still held in the Sahel."),
    ("en", "Her speech was about the liberation of the girls still missing in Borno."),
    ("fr", "Le groupe fustige la libération des sept otages encore détenus au Sahel."),
    ("fr", "Son discours portait sur la libération des lycéennes toujours captives."),
    ("es", "El grupo rechaza la liberación de los siete rehenes aún retenidos en el Sahel."),
    ("es", "El discurso trató de la liberación de las niñas todavía cautivas."),
]


@pytest.mark.parametrize(("code", "text"), STILL_HELD)
def test_who_is_still_held_has_not_come_out(code: str, text: str) -> None:
    assert not events_in(code, text)


CHILDREN = [
    ("en", "Police rescued 40 children from bonded labour."),
    ("fr", "La police a secouru quarante enfants soumis au travail forcé."),
    ("es", "La policía rescató a cuarenta niños sometidos a trabajo forzado."),
]


@pytest.mark.parametrize(("code", "text"), CHILDREN)
def test_force_at_work_is_child_labour_too_where_the_victims_are_children(code: str, text: str) -> None:
    forms = {form.value for event in events_in(code, text) for form in event.forms}
    assert forms == {"FORCED_LABOUR", "CHILD_LABOUR"}
