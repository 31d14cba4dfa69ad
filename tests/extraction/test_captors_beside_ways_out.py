"""Captors who bring people back, captors by whom people had been taken, and the arrested beside the freed."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import EventType, Form

BROUGHT_BACK = [
    ("en", "Eleven pupils seized in Kuriga were brought back by the gunmen on Sunday.", 11),
    ("en", "Nine of the kidnapped girls had been returned by the militants on Friday.", 9),
    ("fr", "Les neuf otages ont été ramenés samedi par leurs ravisseurs à l'entrée du village.", 9),
]

TAKEN_BEFORE = [
    ("en", "Soldiers said 14 students abducted by bandits in Kaduna had been found on Friday.", 14),
    ("fr", "Ont été retrouvés vendredi quatre pêcheurs enlevés par les rebelles du Sud.", 4),
    ("es", "Fueron recuperados 23 niños reclutados por el ELN en el Chocó.", 23),
]

BESIDE_ARRESTS = [
    ("es", "La policía arrestó a cuatro miembros de la banda y puso a salvo a un comerciante secuestrado en Maipú.", 1),
    (
        "es",
        "Los agentes detuvieron a tres hombres y pusieron a salvo a dos mujeres explotadas en un piso de Murcia.",
        2,
    ),
    ("fr", "Les gendarmes ont arrêté trois hommes et mis à l'abri cinq femmes exploitées dans un hôtel de Nice.", 5),
]

TWO_FORMS = [
    ("en", "Police rescued 35 victims of sexual and labour exploitation in Bogota."),
    ("en", "Police rescued nine women who were victims of labor and sex trafficking in Ohio."),
    ("fr", "La police a secouru 35 victimes d'exploitation sexuelle et par le travail à Bogota."),
    ("fr", "La police a libéré neuf femmes exploitées sexuellement et économiquement à Nice."),
    ("es", "La policía rescató a 35 víctimas de explotación sexual y laboral en Bogotá."),
    ("es", "Fueron rescatadas nueve mujeres sometidas a explotación laboral, doméstica y sexual en Lima."),
]


@pytest.mark.parametrize(("code", "text", "people"), BROUGHT_BACK)
def test_captors_who_bring_people_back_let_them_go(code: str, text: str, people: int) -> None:
    [event] = events_in(code, text)
    assert (event.event_type, event.victims.best) == (EventType.RELEASE, people)


@pytest.mark.parametrize(("code", "text", "people"), TAKEN_BEFORE)
def test_captors_who_had_taken_people_do_not_find_them(code: str, text: str, people: int) -> None:
    [event] = events_in(code, text)
    assert event.victims.best == people


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Fourteen students were taken by bandits in Kaduna on Friday."),
        ("es", "Doce pescadores fueron llevados por hombres armados el viernes."),
    ],
)
def test_captors_who_take_people_bring_nobody_out(code: str, text: str) -> None:
    assert not events_in(code, text)


@pytest.mark.parametrize(("code", "text", "people"), BESIDE_ARRESTS)
def test_the_arrested_are_not_freed(code: str, text: str, people: int) -> None:
    [event] = events_in(code, text)
    assert event.victims.best == people


@pytest.mark.parametrize(("code", "text"), TWO_FORMS)
def test_joined_adjectives_tell_two_forms(code: str, text: str) -> None:
    [event] = events_in(code, text)
    assert {Form.FORCED_LABOUR, Form.SEXUAL_EXPLOITATION} <= set(event.forms)
