"""Victims from all over the country that they were found in."""

from __future__ import annotations

import pytest
from telling import events_in

ENGLISH = "Ghana police rescued 30 children forced to work in Tema. "
FRENCH = "La police marocaine a secouru douze fillettes exploitées à Casablanca. "
SPANISH = "La policía peruana rescató a doce niñas explotadas en un bar de Lima. "

TOLD = [
    ("en", ENGLISH + "The children came from across the country.", ("GH",)),
    ("en", ENGLISH + "They come from all over the country.", ("GH",)),
    ("en", ENGLISH + "The children hail from various parts of the country.", ("GH",)),
    ("fr", FRENCH + "Elles venaient de tout le pays.", ("MA",)),
    ("fr", FRENCH + "Elles sont originaires de plusieurs régions du pays.", ("MA",)),
    ("fr", FRENCH + "Elles sont venues des quatre coins du pays.", ("MA",)),
    ("es", SPANISH + "Las víctimas procedían de distintas partes del país.", ("PE",)),
    ("es", SPANISH + "Las niñas provenían de todo el país.", ("PE",)),
    ("es", SPANISH + "Ellas son originarias de varias regiones del país.", ("PE",)),
    # no origin
    ("en", ENGLISH + "They had come to work in the country.", ()),
    ("en", ENGLISH + "The suspects came from across the country.", ()),
    ("fr", FRENCH + "Elles étaient venues travailler dans le pays.", ()),
    ("es", SPANISH + "Las niñas serán atendidas en el país.", ()),
    ("en", ENGLISH + "The council met. The mayor spoke. A school opened. They come from all over the country.", ()),
]


@pytest.mark.parametrize(("code", "text", "origin"), TOLD)
def test_origin(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert events_in(code, text)[0].countries.origin == origin
