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
JOINED_TO_PRONOUN = [
    ("es", "Ella y otras cuatro peruanas escaparon el lunes de un burdel de Arica.", "escaparon", 5),
    ("es", "El ejército se topó con él y con otros nueve rehenes en un sótano.", "topó", 10),
    ("es", "Él y dos primos huyeron de la mina donde los tenían esclavizados.", "huyeron", 3),
    ("es", "Los gendarmes rescataron a ella y a tres hermanas, vendidas en Tánger.", "rescataron", 4),
    ("es", "Según la fiscalía, él y siete marinos birmanos fueron liberados.", "liberados", 8),
    ("fr", "Elle et quatre Malgaches se sont enfuies d'une maison de Djedda.", "enfuies", 5),
    ("fr", "Lui et deux cousins se sont évadés de la ferme.", "évadés", 3),
    ("fr", "La police l'a libéré, lui et six pêcheurs réduits en esclavage.", "libéré", 7),
    ("fr", "Elle et onze lycéennes ont été relâchées par les ravisseurs.", "relâchées", 12),
    ("fr", "Selon l'armée, lui et trois infirmiers ont été délivrés.", "délivrés", 4),
    ("en", "She and four Kenyan maids escaped from a house in Riyadh.", "escaped", 5),
    ("en", "He and two cousins fled the mine.", "fled", 3),
    ("en", "Police rescued him and six fishermen kept as slaves.", "rescued", 7),
    ("en", "She and eleven pupils were freed by the kidnappers.", "freed", 12),
    ("en", "The army said he and three nurses were released.", "released", 4),
]
BOUNDED_BEFORE_THE_MARKER = [
    ("es", "La policía rescató por lo menos a 19 ugandesas prostituidas.", "rescató", (19, 19, None)),
    ("es", "El ejército liberó al menos a 40 rehenes.", "liberó", (40, 40, None)),
    ("es", "Los gendarmes sacaron de la mina casi a 300 niños esclavizados.", "sacaron", (300, None, 300)),
    ("es", "La guardia liberó cuando menos a doce braceros.", "liberó", (12, 12, None)),
    ("es", "La fiscalía identificó como mínimo a 75 víctimas de trata.", "identificó", (75, 75, None)),
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


@pytest.mark.parametrize(("code", "text", "trigger", "count"), [*NUMBERS, *JOINED_TO_PRONOUN])
def test_a_noun_or_its_determiner_tells_how_many(code: str, text: str, trigger: str, count: int) -> None:
    told = frame_at(code, text, trigger).count
    assert told is not None
    assert (told.best, told.min, told.max) == (count, count, count)


@pytest.mark.parametrize(("code", "text", "trigger", "bounds"), BOUNDED_BEFORE_THE_MARKER)
def test_a_bound_stands_before_what_marks_the_object(
    code: str, text: str, trigger: str, bounds: tuple[int, int | None, int | None]
) -> None:
    told = frame_at(code, text, trigger).count
    assert told is not None
    assert (told.best, told.min, told.max) == bounds


@pytest.mark.parametrize(("code", "text", "trigger"), MANY)
def test_a_plural_tells_no_number(code: str, text: str, trigger: str) -> None:
    assert frame_at(code, text, trigger).count is None


@pytest.mark.parametrize(("code", "text", "count"), TAKEN_UP)
def test_a_figure_alone_takes_up_people_told_before(code: str, text: str, count: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [count]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry said 206 Filipinos rescued from a scam compound arrived home on Tuesday.", "206 Filipinos"),
        ("Thai police handed over 260 people freed from a scam compound.", "260 people"),
        ("Officials said some 40 hostages were freed on Monday.", "some 40 hostages"),
    ],
)
def test_a_verb_is_no_part_of_who_came_out(text: str, told: str) -> None:
    assert events_in("en", text)[0].victims.text == told
