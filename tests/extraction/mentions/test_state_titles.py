"""Full names of states, towns whose article a preposition holds, and towns known by their many words."""

from __future__ import annotations

import pytest
from telling import events_in, story_of

from rescuewire.extraction.mentions.kinds import PLACES
from rescuewire.extraction.mentions.meanings import meaning

FULL = [
    ("en", "the Federal Republic of Nigeria", "NG"),
    ("en", "the Kingdom of Cambodia", "KH"),
    ("en", "the Republic of the Union of Myanmar", "MM"),
    ("en", "the State of Kuwait", "KW"),
    ("en", "the Sultanate of Oman", "OM"),
    ("fr", "la République de Guinée", "GN"),
    ("fr", "le Royaume du Maroc", "MA"),
    ("fr", "la République islamique de Mauritanie", "MR"),
    ("fr", "l'État du Koweït", "KW"),
    ("fr", "la République fédérale du Nigeria", "NG"),
    ("es", "la República del Perú", "PE"),
    ("es", "el Reino de Marruecos", "MA"),
    ("es", "la República Bolivariana de Venezuela", "VE"),
    ("es", "el Estado Plurinacional de Bolivia", "BO"),
    ("es", "la República de la Unión de Myanmar", "MM"),
]


@pytest.mark.parametrize(("code", "name", "country"), FULL)
def test_full_name_is_one_mention(code: str, name: str, country: str) -> None:
    view = story_of(code, f"{name[0].upper()}{name[1:]} …").views[0]
    (place,) = view.places
    assert meaning(place, PLACES).codes == (country,)
    assert len(name) - len(place.text) <= len("the ")


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("en", "The embassy of the Republic of Guinea freed nine Guineans enslaved in Kuwait.", "KW"),
        ("fr", "L'ambassade de la République de Guinée a délivré neuf esclaves d'une maison de Koweït.", "KW"),
        ("es", "La embajada de la República del Perú rescató a siete esclavos en Myawaddy.", "MM"),
        # articles in prepositions
        ("fr", "Les gendarmes ont délivré douze ouvriers exploités près du Mans.", "FR"),
        ("fr", "La police a libéré neuf femmes séquestrées au Havre.", "FR"),
        ("fr", "La police a libéré neuf femmes séquestrées dans un appartement du Caire.", "EG"),
        ("fr", "La police a libéré neuf femmes séquestrées au Creusot.", "FR"),
        ("fr", "La police a libéré neuf femmes séquestrées aux Ulis.", "FR"),
        # names of many words
        ("es", "La policía rescató a nueve mujeres explotadas, informó la fiscalía de Mar del Plata.", "AR"),
        ("es", "La policía rescató a nueve mujeres explotadas, informó la fiscalía de San Luis Potosí.", "MX"),
    ],
)
def test_place(code: str, text: str, place: str) -> None:
    assert events_in(code, text)[0].countries.place == (place,)
