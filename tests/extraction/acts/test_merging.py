"""One act told several times is one event; two acts are two."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import CountQualifier

ONE = [
    (
        "en",
        "Police free 31 men from scam compound",
        "Cambodian police freed 31 men on Tuesday from a scam compound in Bavet.",
    ),
    ("en", "Dozens freed from scam compound", "Police freed 47 men on Tuesday from a scam compound in Bavet."),
    (
        "en",
        "",
        (
            "Twelve hostages were freed by troops near Kaduna. The rescue came after a battle. "
            "The freed hostages were taken to hospital."
        ),
    ),
    ("en", "", "Police rescued 12 girls from a brothel in Kisumu on Monday. The girls were placed in a shelter."),
    (
        "en",
        "",
        "Police rescued 12 girls from traffickers in Lagos on Monday. The girls were flown home to Benin on Wednesday.",
    ),
    ("fr", "27 otages libérés au Nigeria", "Vingt-sept otages ont été libérés lundi à Kano par l'armée."),
    (
        "fr",
        "",
        "La police a libéré douze femmes d'une maison close lundi. Elles ont été rapatriées au Bénin mercredi.",
    ),
    (
        "es",
        "La policía libera a 31 hombres de un centro de estafas",
        "La policía de Camboya liberó el martes a 31 hombres de un centro de estafas en Bavet.",
    ),
]

TWO = [
    # different agents
    (
        "en",
        (
            "Kenyan police rescued 12 girls from traffickers in March. "
            "Ugandan police rescued 12 girls from traffickers in March."
        ),
    ),
    # different dates
    ("en", "Police rescued 12 girls from a brothel on 3 May. Police rescued 12 girls from a brothel on 10 May."),
    # different figures
    ("en", "Police rescued 12 girls from a brothel on Monday. Officers also rescued 30 boys from a brick kiln."),
    # different places
    ("en", "Police rescued 12 girls from a brothel in Kenya. Police rescued 12 girls from a brothel in Uganda."),
    (
        "fr",
        (
            "L'Indonésie a secouru plus de mille de ses ressortissants victimes de la traite. "
            "Les Philippines ont de leur côté secouru une centaine de leurs ressortissants victimes de la traite."
        ),
    ),
    (
        "es",
        (
            "La policía de Perú rescató a 12 niñas de la trata en marzo. "
            "La policía de Chile rescató a 30 niñas de la trata en abril."
        ),
    ),
]


@pytest.mark.parametrize(("code", "title", "text"), ONE)
def test_one_act_is_one_event(code: str, title: str, text: str) -> None:
    assert len(events_in(code, text, title)) == 1


@pytest.mark.parametrize(("code", "text"), TWO)
def test_two_acts_are_two_events(code: str, text: str) -> None:
    assert len(events_in(code, text)) == 2


def test_two_acts_of_one_sentence_are_two_events() -> None:
    text = "Police rescued 12 girls from a brothel in Kenya on 3 May, and on 10 May freed 30 boys from a brick kiln."
    assert [event.victims.best for event in events_in("en", text)] == [12, 30]


def test_the_body_figure_and_sentence_win_over_the_title() -> None:
    text = "Police freed 47 men on Tuesday from a scam compound in Bavet."
    (event,) = events_in("en", text, "Dozens freed from scam compound")
    assert (event.victims.best, event.victims.qualifier) == (47, CountQualifier.EXACT)
    assert event.evidence[0].text == text


def test_the_title_figure_counts_where_the_body_has_none() -> None:
    (event,) = events_in("en", "The hostages were freed by troops on Monday.", "Troops free 27 hostages")
    assert event.victims.best == 27


def test_rescue_and_return_of_the_same_people_is_a_rescue() -> None:
    (event,) = events_in(*ONE[4][::2])
    assert (event.event_type.value, event.time.edtf) == ("RESCUE", "2024-05-13")
    assert (event.countries.place, event.countries.return_to) == (("NG",), ("BJ",))


def test_return_as_the_main_act_is_a_repatriation() -> None:
    text = "Twelve Beninese women rescued from a brothel in Togo were repatriated to Cotonou on Monday."
    (event,) = events_in("en", text)
    assert (event.event_type.value, event.countries.return_to) == ("REPATRIATION", ("BJ",))


def test_the_country_of_return_is_neither_place_nor_agent() -> None:
    (event,) = events_in(*ONE[6][::2])
    assert (event.countries.place, event.countries.agent, event.countries.return_to) == ((), (), ("BJ",))


def test_events_come_in_the_order_of_the_text() -> None:
    text = TWO[1][1] + " Police rescued 40 men from a brick kiln on 12 May."
    assert [event.time.edtf for event in events_in("en", text)] == ["2024-05-03", "2024-05-10", "2024-05-12"]
