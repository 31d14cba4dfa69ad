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
    ("es", SPANISH + "Nueve de ellas proceden de Paraguay.", ("PY",)),
    # in apposition to them
    ("en", ENGLISH + "The women, most of them Hondurans, had been hired in the capital.", ("HN",)),
    ("en", ENGLISH + "The women, all Nepalis, are in hospital.", ("NP",)),
    ("fr", FRENCH + "Les femmes, toutes népalaises, sont hébergées.", ("NP",)),
    ("es", SPANISH + "Las mujeres, todas nepalíes, están en un albergue.", ("NP",)),
    # called by their origin
    ("en", ENGLISH + "Officers broke a door to reach the Bulgarians.", ("BG",)),
    ("fr", FRENCH + "Il a fallu briser la porte pour atteindre les Bulgares.", ("BG",)),
    ("es", SPANISH + "Hubo que romper la puerta para llegar hasta las búlgaras.", ("BG",)),
    # where others say that they are from
    ("en", ENGLISH + "A colonel told reporters that the women were from Savannakhet.", ("LA",)),
    ("en", ENGLISH + "The mayor said the women, all under 20, were from Akwa Ibom and Ebonyi states.", ("NG",)),
    # parts of them
    ("en", ENGLISH + "Among them were 12 Nepalis and seven Sri Lankans.", ("LK", "NP")),
    ("fr", FRENCH + "Parmi elles figurent douze Népalaises et sept Sri-Lankaises.", ("LK", "NP")),
    ("fr", FRENCH + "Quinze sont kényanes.", ("KE",)),
    ("es", SPANISH + "La mayoría de las víctimas son mexicanas, informó la Fiscalía.", ("MX",)),
]

NOT_TOLD = [
    ("en", ENGLISH + "The suspects are Albanian."),
    ("en", ENGLISH + "Albanian police helped."),
    ("en", ENGLISH + "The council met. The mayor spoke. A school opened. A road closed. Nine of them are Vietnamese."),
    ("fr", FRENCH + "Deux proxénètes albanais ont été arrêtés."),
    ("es", SPANISH + "Dos proxenetas albaneses fueron detenidos."),
    ("en", ENGLISH + "Three Albanian men were arrested."),
    ("en", ENGLISH + "The mayor met the Bulgarian ambassador."),
    ("en", "Two Bulgarian pimps beat them. " + ENGLISH + "Officers led the Bulgarians to court."),
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
