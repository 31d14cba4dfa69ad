"""Origins told before the act: of the people it points back to, of no others."""

from __future__ import annotations

import pytest
from telling import events_in

TOLD = [
    # by "from" behind the people
    (
        "en",
        "Eleven men from Laos and Nepal slept at a station. The men were freed from slavery by police.",
        ("LA", "NP"),
    ),
    ("en", "A welder from Penza helps him. The welder escaped from slavery in May.", ("RU",)),
    ("fr", "Onze hommes originaires du Laos dormaient en gare. Les hommes ont été libérés de l'esclavage.", ("LA",)),
    ("es", "Once hombres procedentes de Bolivia dormían allí. Los hombres fueron liberados de la esclavitud.", ("BO",)),
    ("en", "Gunmen took nine Indonesian sailors in February. The nine sailors were freed by their captors.", ("ID",)),
    ("en", "Twelve Nepali girls were held in a circus for years. Police freed the girls from slavery.", ("NP",)),
    ("en", "A boss kept 40 Nepali workers locked in a shed. On Monday police freed twelve of the workers.", ("NP",)),
    (
        "fr",
        "Neuf marins indonésiens avaient été capturés. Les neuf marins ont été relâchés par leurs ravisseurs.",
        ("ID",),
    ),
    ("fr", "Douze Népalaises étaient retenues dans un cirque. La police a libéré lundi les douze Népalaises.", ("NP",)),
    ("fr", "Des rebelles détenaient trois otages suisses. L'armée a libéré les trois otages vendredi.", ("CH",)),
    ("es", "Doce muchachas nepalíes estaban retenidas. La policía liberó de la esclavitud a las muchachas.", ("NP",)),
    (
        "es",
        "Una banda capturó a nueve marinos indonesios. Los nueve marinos fueron liberados por sus captores.",
        ("ID",),
    ),
    ("es", "Un capataz tenía encerrados a 40 obreros nepalíes. La policía liberó a doce de los obreros.", ("NP",)),
]

NOT_TOLD = [
    # other people
    ("en", "Gunmen took nine Indonesian sailors in February. The two kidnapped priests were freed by their captors."),
    # other figure
    ("en", "Gunmen took nine Indonesian sailors in February. The four sailors were freed by their captors."),
    # new people of the same noun
    ("en", "Gunmen took nine Indonesian sailors in February. Four kidnapped sailors were freed by their captors."),
    ("fr", "Neuf marins indonésiens avaient été capturés. Quatre marins ont été relâchés par leurs ravisseurs."),
    ("es", "Una banda capturó a nueve marinos indonesios. Cuatro marinos fueron liberados por sus captores."),
]


@pytest.mark.parametrize(("code", "text", "origin"), TOLD)
def test_told_before_the_act(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [origin]


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_told_of_others(code: str, text: str) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [()]
