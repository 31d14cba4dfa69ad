"""Objects and subjects far from their verb: behind an insertion, behind the verb, of what is reported."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at

BEHIND_INSERTIONS = [
    ("en", "Police in Lagos rescued on Tuesday, from a bungalow behind a church, 27 girls.", "rescued", "27 girls"),
    (
        "en",
        "Soldiers rescued, in two villages that rebels had held since March, 133 hostages.",
        "rescued",
        "133 hostages",
    ),
    ("en", "Customs officers freed from the back of a lorry, after a tip, 11 migrants.", "freed", "11 migrants"),
    ("en", "The embassy brought home on a charter, after talks with the employers, 62 maids.", "brought", "62 maids"),
    (
        "en",
        "The police freed in a raid on the kiln, with the help of a charity, 40 labourers.",
        "freed",
        "40 labourers",
    ),
    ("fr", "L'armée a secouru, dans deux villages que des rebelles tenaient, 133 otages.", "secouru", "133 otages"),
    (
        "fr",
        "L'ambassade a rapatrié par un vol, après des mois de discussions avec les patrons, 62 femmes.",
        "rapatrié",
        "62 femmes",
    ),
    ("fr", "La police a libéré mardi, dans un pavillon derrière une église, 27 filles.", "libéré", "27 filles"),
    (
        "fr",
        "Les douaniers ont délivré à l'arrière d'un camion, sur une indication, 11 migrants.",
        "délivré",
        "11 migrants",
    ),
    ("fr", "La marine a libéré dans le golfe, avant l'aube, 18 marins.", "libéré", "18 marins"),
    ("es", "El ejército rescató, en dos aldeas que los rebeldes ocupaban, a 133 rehenes.", "rescató", "133 rehenes"),
    (
        "es",
        "La embajada repatrió en un vuelo, tras meses de charlas con los patronos, a 62 mujeres.",
        "repatrió",
        "62 mujeres",
    ),
    ("es", "La policía liberó el martes, en un chalé detrás de una iglesia, a 27 niñas.", "liberó", "27 niñas"),
    ("es", "Los aduaneros liberaron de un camión, tras un aviso, a 11 migrantes.", "liberaron", "11 migrantes"),
    ("es", "La marina rescató en el golfo, antes del alba, a 18 marineros.", "rescató", "18 marineros"),
]

BEHIND_VERBS = [
    ("en", "Also freed in the raid on the kiln were eight children.", "freed", "eight children"),
    ("en", "Rescued from the same brothel in Goa were five women.", "Rescued", "five women"),
    ("en", "Freed on Sunday by the kidnappers were three nurses.", "Freed", "three nurses"),
    ("fr", "Du hangar se sont échappées dans la nuit 14 domestiques.", "échappées", "14 domestiques"),
    ("fr", "Vendredi se sont enfuis par une fenêtre neuf garçons.", "enfuis", "neuf garçons"),
    ("es", "Del galpón escaparon en la noche del lunes 14 empleadas.", "escaparon", "14 empleadas"),
    ("es", "El viernes huyeron por una ventana nueve niños.", "huyeron", "nueve niños"),
]

SUBJECTS_BEHIND_INSERTIONS = [
    ("es", "Fueron rescatadas, según la fiscalía, 60 mujeres explotadas en bares.", "rescatadas", "60 mujeres"),
    ("es", "Fueron liberados, tras dos días de batidas, 23 migrantes secuestrados.", "liberados", "23 migrantes"),
    (
        "es",
        "Han sido liberadas, en dos clubes de Murcia, nueve mujeres obligadas a servir.",
        "liberadas",
        "nueve mujeres",
    ),
    ("es", "Fueron puestos en libertad, el lunes, en la sierra, siete rehenes.", "puestos", "siete rehenes"),
    (
        "es",
        "En la selva fueron hallados con vida, tras un mes de cautiverio, tres biólogos.",
        "hallados",
        "tres biólogos",
    ),
    ("fr", "Ont été libérés, après deux semaines de captivité, onze pêcheurs enlevés.", "libérés", "onze pêcheurs"),
    ("fr", "Ont été secourues, selon le parquet, 14 femmes exploitées.", "secourues", "14 femmes"),
]

BEHIND_SET_OFF_BOUNDS = [
    ("en", "Police rescued, at least, 60 women held in sexual slavery.", "rescued", "at least, 60 women"),
    (
        "en",
        "Troops have freed, at the most, a dozen of the kidnapped girls.",
        "freed",
        "at the most, a dozen of the kidnapped girls",
    ),
    ("en", "Soldiers brought out, at the very least, nine miners.", "brought", "at the very least, nine miners"),
    ("fr", "La police a libéré, au moins, 60 femmes.", "libéré", "au moins, 60 femmes"),
    ("fr", "Ont été libérés, tout au plus, huit otages.", "libérés", "tout au plus, huit otages"),
    ("es", "La policía rescató, por lo menos, a sesenta mujeres.", "rescató", "por lo menos, a sesenta mujeres"),
    ("es", "Fueron liberados, a lo sumo, veinte rehenes.", "liberados", "a lo sumo, veinte rehenes"),
    ("es", "Fueron rescatadas, al menos, 60 mujeres explotadas en bares.", "rescatadas", "al menos, 60 mujeres"),
]

OF_WHOM_IT_IS_SAID = [
    ("en", "Six engineers are reported by the company to have been released.", "released", "Six engineers"),
    ("en", "Nine girls were said by police to have been rescued.", "rescued", "Nine girls"),
    ("en", "Two nurses were announced by the army to have been freed.", "freed", "Two nurses"),
]


@pytest.mark.parametrize(
    ("code", "text", "verb", "patient"),
    [
        *BEHIND_INSERTIONS,
        *BEHIND_VERBS,
        *SUBJECTS_BEHIND_INSERTIONS,
        *BEHIND_SET_OFF_BOUNDS,
        *OF_WHOM_IT_IS_SAID,
    ],
)
def test_people_far_from_their_verb_are_its_patient(code: str, text: str, verb: str, patient: str) -> None:
    found = frame_at(code, text, verb).patient
    assert found is not None
    assert found.span.text == patient


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Police freed nobody in the raid, 12 officers said.", "freed"),
        ("fr", "La police n'a libéré, dans ce hangar, que des chiens ; 12 agents ont été blessés.", "libéré"),
    ],
)
def test_people_of_another_clause_are_not(code: str, text: str, verb: str) -> None:
    found = frame_at(code, text, verb).patient
    assert found is None or "12" not in found.span.text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Twelve hostages managed, after four months in a cave, to escape from their captors."),
        ("en", "Two kidnapped nurses succeeded, with the help of a guard, in escaping on Sunday."),
        (
            "fr",
            "Douze otages sont parvenus, après un mois dans une grotte, à s'échapper des mains de leurs ravisseurs.",
        ),
        ("fr", "Dix pêcheurs réduits en esclavage ont réussi, selon la police, à s'enfuir dimanche d'un chalutier."),
        ("es", "Doce rehenes lograron, tras cuatro meses en una cueva, escapar de sus captores."),
        ("es", "Diez pescadores esclavizados consiguieron, según la policía, huir el domingo de un arrastrero."),
    ],
)
def test_what_is_managed_happened_whatever_is_put_in_between(code: str, text: str) -> None:
    assert [event.event_type.value for event in events_in(code, text)] == ["ESCAPE"]


@pytest.mark.parametrize(
    ("code", "text", "verb", "figure"),
    [
        ("en", "A Thai girl was one of 23 women rescued from a brothel.", "rescued", 23),
        ("en", "Mary is one of 14 maids who were freed in Muscat.", "freed", 14),
        ("en", "Two of the 31 cooks freed by soldiers are from Cebu.", "freed", 31),
        ("en", "Three of the 31 cooks were freed by soldiers.", "freed", 3),
        ("en", "One of 14 maids was rescued from the flat.", "rescued", 1),
        ("fr", "Une Thaïlandaise est l'une des 23 femmes secourues par la police.", "secourues", 23),
        ("fr", "Trois des 31 cuisiniers ont été libérés par des soldats.", "libérés", 3),
        ("es", "Una tailandesa es una de las 23 mujeres rescatadas en un burdel.", "rescatadas", 23),
        ("es", "Dos de los 31 cocineros liberados por soldados son de Cebú.", "liberados", 31),
        ("es", "Tres de los 31 cocineros fueron liberados por soldados.", "liberados", 3),
    ],
)
def test_what_describes_a_whole_tells_of_the_whole(code: str, text: str, verb: str, figure: int) -> None:
    count = frame_at(code, text, verb).count
    assert count is not None
    assert count.best == figure
