"""Couples, trios, "the two" and "the Briton": how many came out where no figure stands beside a noun."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at

NUMBERS = [
    ("en", "The trio, kidnapped near Jos in March, were freed.", "freed", 3),
    ("en", "The pair were released by the rebels after a ransom was paid.", "released", 2),
    ("en", "A Danish couple held by pirates was freed.", "freed", 2),
    ("en", "The duo, sold as slaves in Oman, were rescued.", "rescued", 2),
    ("en", "The Briton, 52, kidnapped in Lagos last week, was released.", "released", 1),
    ("en", "A Frenchman was freed by commandos.", "freed", 1),
    ("fr", "Le couple a été relâché par les rebelles.", "relâché", 2),
    ("fr", "Un couple danois détenu par des pirates a été libéré.", "libéré", 2),
    ("fr", "Le trio, enlevé près de Jos, a été libéré.", "libéré", 3),
    ("fr", "Le Britannique, 52 ans, enlevé à Lagos, a été relâché.", "relâché", 1),
    ("fr", "L'Italienne, enlevée au Kenya, a été libérée.", "libérée", 1),
    ("es", "La pareja fue liberada por los rebeldes.", "liberada", 2),
    ("es", "El trío, secuestrado cerca de Jos, fue liberado.", "liberado", 3),
    ("es", "El británico, secuestrado en Lagos, fue liberado.", "liberado", 1),
    ("es", "La italiana secuestrada en Kenia fue liberada.", "liberada", 1),
]
MANY = [
    ("en", "Kidnapped Nepalis were freed by police.", "freed"),
    ("fr", "Des Britanniques enlevés ont été libérés.", "libérés"),
    ("es", "Los británicos secuestrados fueron liberados.", "liberados"),
]
TAKEN_UP = [
    ("en", "Two nuns were kidnapped in Cameroon in May. The two were set free on Friday.", 2),
    ("en", "Rebels kidnapped three nurses in Bria in May. All three were released on Friday.", 3),
    ("fr", "Deux religieuses ont été enlevées en mai au Cameroun. Toutes deux ont été libérées vendredi.", 2),
    ("fr", "Des rebelles ont enlevé quatre marins en mai. Les quatre ont été relâchés vendredi.", 4),
    ("es", "Dos monjas fueron secuestradas en mayo en Camerún. Las dos fueron liberadas el viernes.", 2),
    ("es", "Unos rebeldes secuestraron en mayo a cuatro marinos. Los cuatro fueron liberados el viernes.", 4),
]


@pytest.mark.parametrize(("code", "text", "trigger", "count"), NUMBERS)
def test_a_noun_or_its_determiner_tells_how_many(code: str, text: str, trigger: str, count: int) -> None:
    told = frame_at(code, text, trigger).count
    assert told is not None
    assert (told.best, told.min, told.max) == (count, count, count)


@pytest.mark.parametrize(("code", "text", "trigger"), MANY)
def test_a_plural_tells_no_number(code: str, text: str, trigger: str) -> None:
    assert frame_at(code, text, trigger).count is None


@pytest.mark.parametrize(("code", "text", "count"), TAKEN_UP)
def test_a_figure_alone_takes_up_people_told_before(code: str, text: str, count: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [count]
