"""People found guilty, brought home dead, looked for, put to work, dug out of mines or turned back: no way out."""

from __future__ import annotations

import pytest
from telling import events_in

CONVICTED = [
    (
        "en",
        "A federal jury in Chicago on Friday found a wealthy couple guilty of enslaving two Filipino maids.",
    ),
    ("en", "Judges in The Hague found three militia leaders guilty of using child soldiers."),
    ("fr", "Les jurés ont trouvé trois hommes coupables d'enlèvement et de séquestration."),
    ("fr", "La cour a reconnu quatre employeurs coupables d'avoir exploité des vendangeurs bulgares."),
    ("es", "El tribunal de Almería halló a una pareja culpable de esclavizar a dos mujeres rumanas."),
    ("es", "Un jurado encontró a tres hombres culpables de trata de personas en Mendoza."),
]
REMAINS = [
    ("en", "The embassy arranged the repatriation of the remains of 23 migrant workers who died in forced labour."),
    ("en", "The coffins of three kidnapped engineers were brought home to Warsaw on Friday."),
    ("fr", "L'ambassade a rapatrié les dépouilles de 23 travailleuses domestiques exploitées au Liban."),
    ("fr", "Les corps de quatre otages français ont été rapatriés à Paris vendredi."),
    ("es", "Los cuerpos de cuatro rehenes españoles fueron repatriados el viernes a Madrid."),
    ("es", "El consulado logró la repatriación de los restos de 23 compatriotas fallecidos. La trata no cesa."),
]
SOUGHT = [
    ("en", "Special forces who flew into Sikasso in search of a kidnapped Italian couple found a burned-out pickup."),
    ("en", "Soldiers who were flown home after searching for two abducted nurses told of an empty camp."),
    ("fr", "Les soldats ont quitté la base à la recherche de deux infirmières enlevées vendredi."),
    ("es", "Los militares salieron de la base en busca de dos enfermeras secuestradas el viernes."),
]
PUT_TO_WORK = [
    (
        "es",
        "Unos 110 menores haitianos son traídos cada año a territorio dominicano para mendigar.",
    ),
    ("es", "La Unicef habló en 2004 de 2.500 niños traídos en un año para ser explotados."),
    ("fr", "Le réseau avait ramené 40 jeunes Nigérianes en France pour les prostituer."),
    ("fr", "Chaque été, 30 garçons sont ramenés à Dakar pour mendier, selon une étude."),
    ("en", "Every year some 300 girls are brought back to Lagos to beg, a report says. Traffickers run the trade."),
]
DUG_OUT = [
    (
        "en",
        (
            "LUSAKA Police have rescued two boys who were forced to herd cattle without pay. "
            "CHINGOLA Eleven miners trapped since Monday in an illegal pit were pulled out alive yesterday."
        ),
    ),
    (
        "fr",
        (
            "DAKAR La police a secouru deux garçons forcés de mendier. "
            "KÉDOUGOU Onze orpailleurs bloqués depuis lundi dans un puits clandestin ont été sortis vivants hier."
        ),
    ),
    (
        "es",
        (
            "LIMA. La Policía rescató a dos niños obligados a mendigar. "
            "PUNO. Once mineros atrapados desde el lunes en un socavón fueron sacados con vida ayer."
        ),
    ),
]
TURNED_BACK = [
    ("en", "Last year 3,200 minors stopped at the border were sent back, the office said. Trafficking is a concern."),
    ("fr", "L'an dernier, 3 200 mineurs interceptés à la frontière ont été renvoyés. La traite inquiète."),
    ("es", "El año pasado fueron devueltos 3.200 menores interceptados en la línea. La trata de niños preocupa."),
]
WAYS_OUT = [
    ("en", "The embassy brought home 40 Nepali women who had been sold to brothels in Delhi last week."),
    ("en", "Police rescued 12 girls from a brothel run by a man found guilty of trafficking in 2010."),
    ("en", "Police searching a farm for drugs found 12 Romanians held in slavery on Tuesday."),
    ("fr", "Quarante filles exploitées dans des maisons closes de Bombay ont été ramenées au Népal vendredi."),
    ("fr", "La police, à la recherche d'un trafiquant, a libéré douze ouvriers enfermés dans un atelier mardi."),
    ("fr", "Les commandos ont libéré trois otages lundi ; les corps de deux autres ont été rapatriés."),
    ("es", "Cuarenta niñas explotadas en burdeles de Bombay fueron llevadas de vuelta a Nepal el viernes."),
    ("es", "El ejército liberó el martes a cuatro rehenes y halló los cuerpos de dos más."),
]


@pytest.mark.parametrize(("language", "text"), [*CONVICTED, *REMAINS, *SOUGHT, *PUT_TO_WORK, *TURNED_BACK])
def test_who_meets_another_fate_does_not_come_out(language: str, text: str) -> None:
    assert events_in(language, text) == ()


@pytest.mark.parametrize(("language", "text"), DUG_OUT)
def test_miners_beside_a_rescue_of_children_are_no_victims_of_trafficking(language: str, text: str) -> None:
    (event,) = events_in(language, text)
    assert event.victims.best == 2


@pytest.mark.parametrize(("language", "text"), WAYS_OUT)
def test_who_comes_out_beside_such_words_is_an_event(language: str, text: str) -> None:
    assert len(events_in(language, text)) == 1


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "India repatriated 540 of its nationals who had been lured to scam centres in Myanmar.", 540),
        ("en", "Kenya brought home 64 citizens trafficked to scam compounds in Laos.", 64),
        ("en", "Ghana brought back 14 boys who were forced to beg in Senegal.", 14),
        ("fr", "Le Maroc a rapatrié 30 jeunes qui avaient été enrôlés pour escroquer au Myanmar.", 30),
        ("fr", "L'Inde a rapatrié 540 ressortissants attirés pour travailler dans des centres d'escroquerie.", 540),
        ("es", "Perú repatrió a 11 ciudadanos que habían sido captados para ser explotados en Myanmar.", 11),
        ("es", "Bolivia repatrió a nueve jóvenes llevadas con engaños para prostituirlas en Lima.", 9),
    ],
)
def test_what_the_people_were_brought_for_before_is_what_they_leave(code: str, text: str, people: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [people]
