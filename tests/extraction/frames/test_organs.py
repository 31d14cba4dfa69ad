"""Whose organ acts: countries beside organs, and states that act together."""

from __future__ import annotations

import pytest
from telling import events_in

TOGETHER = [
    # adjectives and names joined to each other
    ("en", "Cameroonian and Nigerian soldiers freed 40 hostages held by Boko Haram in Borno.", ("CM", "NG")),
    ("en", "Spanish and Romanian police freed 14 women forced into prostitution in Valencia.", ("ES", "RO")),
    ("en", "Police from Kenya and Uganda rescued 12 girls trafficked to Busia.", ("KE", "UG")),
    ("en", "Soldiers of Nigeria and Niger freed 60 captives of Boko Haram around Lake Chad.", ("NE", "NG")),
    ("en", "Kenyan and Tanzanian detectives rescued nine trafficked girls in Arusha.", ("KE", "TZ")),
    ("en", "Kenya and Uganda rescued 12 trafficked girls in Busia.", ("KE", "UG")),
    (
        "fr",
        "Les polices espagnole et roumaine ont libéré quatorze femmes prostituées de force.",
        ("ES", "RO"),
    ),
    ("fr", "Les polices du Kenya et de l'Ouganda ont secouru neuf filles victimes de traite à Busia.", ("KE", "UG")),
    ("fr", "Les soldats tchadiens, nigériens et nigérians ont libéré soixante captifs.", ("NE", "NG", "TD")),
    ("es", "Las policías española y rumana liberaron a 14 mujeres obligadas a prostituirse.", ("ES", "RO")),
    ("es", "Policías de Brasil y Paraguay liberaron a 30 obreros esclavizados en una hacienda.", ("BR", "PY")),
    ("es", "Soldados cameruneses y nigerianos liberaron a 40 rehenes de Boko Haram en Borno.", ("CM", "NG")),
    # organs joined to each other
    (
        "en",
        "The embassy of Nepal and Kuwaiti police pulled 16 maids out of a house of slaves.",
        ("KW", "NP"),
    ),
    ("fr", "Les gendarmes français et les carabiniers italiens ont libéré douze esclaves.", ("FR", "IT")),
    ("es", "El consulado de Bolivia y la policía argentina liberaron a nueve esclavos de un taller.", ("AR", "BO")),
    # one with the help of the other
    ("en", "Thai police, working with Chinese officers, rescued 30 scam workers in Pattaya.", ("CN", "TH")),
    ("en", "Romanian prosecutors, with the help of the German police, freed nine enslaved women.", ("DE", "RO")),
    ("en", "The Philippine embassy, together with the Kuwaiti police, rescued five abused maids.", ("KW", "PH")),
    ("fr", "L'ambassade du Togo, avec le concours de la police libanaise, a délivré onze esclaves.", ("LB", "TG")),
    ("fr", "Les policiers belges, en collaboration avec la police roumaine, ont libéré neuf esclaves.", ("BE", "RO")),
    ("fr", "La Guardia Civil, avec l'appui de la police marocaine, a libéré 26 otages.", ("ES", "MA")),
    ("es", "La Guardia Civil, con la colaboración de la policía marroquí, liberó a 26 secuestrados.", ("ES", "MA")),
    ("es", "La fiscalía rumana, en coordinación con la policía alemana, liberó a nueve esclavas.", ("DE", "RO")),
    ("es", "La embajada de Perú, con apoyo de la policía tailandesa, liberó a siete esclavos.", ("PE", "TH")),
]

ALONE = [
    ("en", "Thai police rescued 12 enslaved women from a bar in Pattaya after a tip from Chinese officials.", ("TH",)),
    ("en", "Police in Nairobi rescued nine trafficked girls and handed them to the Ugandan embassy.", ("KE",)),
    ("en", "Soldiers from Chad freed nine hostages near Baga in Nigeria.", ("TD",)),
    (
        "fr",
        "La police kényane a libéré neuf esclaves et les a confiés à l'ambassade d'Ouganda.",
        ("KE",),
    ),
    ("es", "La policía de Kenia liberó a nueve niñas explotadas y las entregó a la embajada de Uganda.", ("KE",)),
    # an organ is where they were, and acts as little as one that they come to
    ("en", "Nine Filipino maids sold in Damascus were repatriated after months under the embassy's stairs.", ()),
]

NATIONS = [
    ("en", "Danish forces freed nine hostages held by pirates.", ("DK",)),
    ("fr", "Les forces danoises ont libéré neuf otages des pirates.", ("DK",)),
    ("en", "Rebels said that forces loyal to them freed nine hostages.", ()),
]


@pytest.mark.parametrize(("code", "text", "agent"), TOGETHER + ALONE + NATIONS)
def test_states_that_act(code: str, text: str, agent: tuple[str, ...]) -> None:
    assert events_in(code, text)[0].countries.agent == agent


def test_place_of_several_states_is_none_of_theirs_unless_told() -> None:
    event = events_in("en", "Spanish and Romanian police freed 14 women forced into prostitution.")[0]
    assert event.countries.place == ()


def test_place_of_an_embassy_and_another_state_is_the_others() -> None:
    event = events_in("en", "The Philippine embassy and Kuwaiti police rescued five Filipina maids who were enslaved.")[
        0
    ]
    assert (event.countries.origin, event.countries.place) == (("PH",), ("KW",))
