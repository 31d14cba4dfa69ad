"""Whoever is held while money is asked of the family is a captive, also of smugglers and traffickers."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import Harm

CASES = [
    (
        Harm.CAPTIVITY,
        "en",
        "Police in Libya freed 40 Sudanese whom smugglers beat while they demanded money from their families.",
    ),
    (
        Harm.CAPTIVITY,
        "en",
        "Soldiers rescued nine migrants whom traffickers had held in Reynosa while they extorted their relatives.",
    ),
    (
        Harm.CAPTIVITY,
        "fr",
        "La police libyenne a libéré 40 Soudanais que des passeurs battaient en réclamant une somme à leurs familles.",
    ),
    (
        Harm.CAPTIVITY,
        "fr",
        "Des Pakistanais que des trafiquants frappaient en exigeant 5.000 euros de leurs parents se sont évadés lundi.",
    ),
    (
        Harm.CAPTIVITY,
        "es",
        "La policía libia liberó a 40 sudaneses que los traficantes golpeaban y exigían dinero a sus familias.",
    ),
    (
        Harm.CAPTIVITY,
        "es",
        "Soldados rescataron a nueve migrantes que los traficantes retenían mientras extorsionaban a sus parientes.",
    ),
    (
        Harm.TRAFFICKING,
        "en",
        "Police freed 20 Kenyans from a scam compound where bosses beat them and demanded money from relatives.",
    ),
    (
        Harm.TRAFFICKING,
        "es",
        "La policía liberó a 20 kenianos de un centro de estafa donde pedían dinero a sus familias.",
    ),
    (
        Harm.SMUGGLING,
        "es",
        "La policía rescató a nueve migrantes abandonados por los coyotes, que habían pedido 3.000 dólares a cada uno.",
    ),
]


@pytest.mark.parametrize(("harm", "code", "text"), CASES)
def test_harm(harm: Harm, code: str, text: str) -> None:
    assert [event.harm for event in events_in(code, text)] == [harm]
