"""Origins that are told after the act, of the same people and of nobody else."""

from __future__ import annotations

import pytest
from telling import events_in

ENGLISH = "Police rescued 14 women from a brothel in Leeds on Monday. "
FRENCH = "La police a secouru 20 femmes exploitées à Liège lundi. "
SPANISH = "La policía rescató a 20 mujeres explotadas en Sevilla el lunes. "

TOLD = [
    ("en", ENGLISH + "Nine of them are Vietnamese.", ("VN",)),
    ("en", ENGLISH + "They come from Hungary and Romania.", ("HU", "RO")),
    ("en", ENGLISH + "The council met. Nine of them are Vietnamese.", ("VN",)),
    ("en", ENGLISH + "The women are Hungarian and Romanian.", ("HU", "RO")),
    ("fr", FRENCH + "Quinze viennent de Hongrie.", ("HU",)),
    ("fr", FRENCH + "Elles sont pour la plupart roumaines.", ("RO",)),
    ("fr", FRENCH + "Elles sont originaires du Bénin et du Togo.", ("BJ", "TG")),
    ("es", SPANISH + "Quince son colombianas.", ("CO",)),
    ("es", SPANISH + "Las víctimas son de nacionalidad paraguaya.", ("PY",)),
    ("en", ENGLISH + "The women, from Hungary and Romania, are in a shelter.", ("HU", "RO")),
    pytest.param(
        "es",
        SPANISH + "Nueve de ellas proceden de Paraguay.",
        ("PY",),
    ),
]

NOT_TOLD = [
    ("en", ENGLISH + "The suspects are Albanian."),
    ("en", ENGLISH + "Albanian police helped."),
    ("en", ENGLISH + "The council met. The mayor spoke. A school opened. A road closed. Nine of them are Vietnamese."),
    ("fr", FRENCH + "Deux proxénètes albanais ont été arrêtés."),
    ("es", SPANISH + "Dos proxenetas albaneses fueron detenidos."),
    ("en", ENGLISH + "Three Albanian men were arrested."),
]


@pytest.mark.parametrize(("code", "text", "origin"), TOLD)
def test_told_after_the_act(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [origin]


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_of_others_or_too_far(code: str, text: str) -> None:
    assert [event.countries.origin for event in events_in(code, text)] == [()]


def test_what_follows_another_act_belongs_to_that_one() -> None:
    text = ENGLISH + "On Tuesday, police rescued 30 boys from a brick kiln in Leeds. Nine of them are Vietnamese."
    assert [event.countries.origin for event in events_in("en", text)] == [(), ("VN",)]
