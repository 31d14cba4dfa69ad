"""Organs that tell their state by their own name."""

from __future__ import annotations

import pytest
from telling import events_in

ENGLISH = "{} rescued nine people from traffickers."
FRENCH = "{} a secouru neuf victimes de la traite."
SPANISH = "{} rescató a nueve víctimas de trata."

NAMES = [
    (ENGLISH, "Carabineros", "CL"),
    (ENGLISH, "The Guardia Nacional Bolivariana", "VE"),
    (ENGLISH, "The Royal Malaysian Navy", "MY"),
    (ENGLISH, "The Kano Hisbah", "NG"),
    (ENGLISH, "The Garda National Immigration Bureau", "IE"),
    (ENGLISH, "The Uganda Police", "UG"),
    (ENGLISH, "The Squadra Mobile", "IT"),
    (ENGLISH, "The Border Management Authority", "ZA"),
    (FRENCH, "La Gendarmerie royale", "MA"),
    (FRENCH, "La police grand-ducale", "LU"),
    (FRENCH, "La Guardia Nacional Bolivariana", "VE"),
    (FRENCH, "L'Agence nationale pour l'interdiction de la traite des personnes", "NG"),
    (FRENCH, "La Garde nationale et nomade", "TD"),
    (FRENCH, "La milice kirghize", "KG"),
    (SPANISH, "La Gendarmería Nacional", "AR"),
    (SPANISH, "La Prefectura Naval", "AR"),
    (SPANISH, "La Guardia Nacional Bolivariana", "VE"),
    (SPANISH, "El Serenazgo", "PE"),
    (SPANISH, "La Patrulla Fronteriza", "US"),
    (SPANISH, "La Guarda Nacional Republicana", "PT"),
]
_CODES = {ENGLISH: "en", FRENCH: "fr", SPANISH: "es"}


@pytest.mark.parametrize(("sentence", "name", "country"), NAMES)
def test_name_tells_the_state(sentence: str, name: str, country: str) -> None:
    assert events_in(_CODES[sentence], sentence.format(name))[0].countries.agent == (country,)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Neuf otages ont été libérés par leurs ravisseurs dans l'État de Zamfara."),
        ("fr", "Neuf femmes, promises à des bordels de l'État d'Ogun, se sont enfuies."),
    ],
)
def test_province_is_no_organ(code: str, text: str) -> None:
    assert events_in(code, text)[0].countries.agent == ()
