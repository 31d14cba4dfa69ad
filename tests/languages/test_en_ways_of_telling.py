"""Ways in which the English-language press tells that people come out, and what only sounds like it."""

from __future__ import annotations

import pytest

from rescuewire.extraction.detector import load_detector
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import RescueEvent

TELLING = [
    (
        (
            "Nine tile-kiln hands, two of them nursing mothers, were led away from the site by the district collector. "
            "He tore up the ledger of their debts."
        ),
        "RESCUE TRAFFICKING 9",
    ),
    (
        "A dozen park guards abducted near Rutshuru were let go by the Mai-Mai on Sunday for a few goats.",
        "RELEASE CAPTIVITY 12",
    ),
    (
        (
            "Workplace inspectors in Huelva came across 88 strawberry cutters and have recognised all 88 cutters as "
            "trafficked persons."
        ),
        "IDENTIFICATION TRAFFICKING 88",
    ),
    (
        "A woman was rescued from a brothel in Cleveland by police on Monday.",
        "RESCUE TRAFFICKING 1",
    ),
    (
        (
            "A joint team of the childline and the labour department pulled out 32 minors from bakeries and dhabas in "
            "Ludhiana on Thursday. The youngest had been kneading dough since three in the morning."
        ),
        "RESCUE TRAFFICKING 32",
    ),
    (
        "Authorities in Quintana Roo freed 33 migrants who were being held for money in a house in Cancún.",
        "RESCUE CAPTIVITY 33",
    ),
    (
        (
            "Dubai Police said 10 women who had answered advertisements for salon jobs were freed when officers raided "
            "an apartment. The madam, 45, had sold their services."
        ),
        "RESCUE TRAFFICKING 10",
    ),
    (
        (
            "Fifteen boys, aged 12 to 17, were let out of the ranks of the anti-Balaka in Bambari on Saturday under a "
            "UNICEF-backed agreement."
        ),
        "RELEASE TRAFFICKING 15",
    ),
    (
        (
            "Three expatriates were freed by the Nigerian Navy from a creek camp in Bayelsa on Friday. One kidnapper "
            "was shot dead."
        ),
        "RESCUE CAPTIVITY 3",
    ),
    (
        (
            "Immigration Department officers removed 28 Thai women from terraces in Surry Hills. Each had been told to "
            "service 500 customers to clear her contract."
        ),
        "RESCUE TRAFFICKING 28",
    ),
    (
        "Ugandan commandos stormed the old terminal at Entebbe and brought away 104 passengers of the hijacked Airbus.",
        "RESCUE CAPTIVITY 104",
    ),
    (
        "Fifty-seven of the Chibok schoolgirls jumped off the trucks in the first hours, the state governor said.",
        "ESCAPE CAPTIVITY 57",
    ),
    (
        (
            "Police rescued nine Vietnamese nationals from a lorry carrying wheels of cheese on the A14 after a "
            "motorist spotted a hand waving through the roof."
        ),
        "RESCUE SMUGGLING 9",
    ),
    (
        (
            "Mexican immigration agents heard children crying inside a tanker truck in Veracruz and pulled out 38 "
            "Guatemalans, all suffering from heat."
        ),
        "RESCUE SMUGGLING 38",
    ),
    (
        (
            "Six worshippers taken during a vigil in Kogi were freed on Tuesday after spending twelve days in the "
            "forest, their pastor said."
        ),
        "RELEASE CAPTIVITY 6",
    ),
    (
        "The Tatmadaw on Friday discharged 119 children and young people from its ranks, the UN said.",
        "RELEASE TRAFFICKING 119",
    ),
    (
        (
            "Lao Cai border guards turned back a coach bound for China and rescued 33 Hmong girls whom matchmakers had "
            "sold at 80 million dong apiece."
        ),
        "RESCUE TRAFFICKING 33",
    ),
    (
        "Eight Sudanese youths used as builders by a militia in Zawiya escaped through a sewer on Monday.",
        "ESCAPE TRAFFICKING 8",
    ),
    (
        (
            "Police in Chennai rescued 17 people confined in an illegal de-addiction centre after an inmate's wife "
            "complained. They had been beaten."
        ),
        "RESCUE CAPTIVITY 17",
    ),
    (
        (
            "Six children aged two to twelve, abused before webcams for clients abroad, were saved on Friday in an "
            "entrapment operation by the PNP in Cebu."
        ),
        "RESCUE TRAFFICKING 6",
    ),
]
SOUNDING = [
    "A Bangkok court freed five activists who had been held since the protest. They flashed the three-finger salute.",
    "The county will rescue stalled projects, the governor said. Contractors have been released from old obligations.",
    "Eleven poachers walked out of Lusaka Central Prison on Friday after completing their terms.",
    "In the game, players rescue hostages from terrorists in a virtual embassy. It has sold a million copies.",
    "Thousands of slaves fled to British lines during the American war of independence, a historian writes.",
    "A planned swoop to extract enslaved charcoal makers was called off when the helicopter broke down.",
]


def _events(text: str) -> list[RescueEvent]:
    article = Article(id="a", title="", text=text, language="en", published_at="2024-05-15T10:00:00Z")
    return list(load_detector().detect(article).events)


@pytest.mark.parametrize(("text", "told"), TELLING)
def test_the_event_is_told(text: str, told: str) -> None:
    found = [f"{e.event_type.value} {e.harm.value} {e.victims.best}" for e in _events(text)]
    assert found == [told]


@pytest.mark.parametrize("text", SOUNDING)
def test_what_only_sounds_like_it_tells_nothing(text: str) -> None:
    assert _events(text) == []
