"""Shares of a whole, whose number nobody tells; groups told by how many they have; people joined over a participle."""

from __future__ import annotations

import pytest
from telling import events_in

SHARES = [
    ("en", "Half of the 80 hostages were freed on Monday in Mali."),
    ("en", "More than half the 64 kidnapped pupils were freed in Kaduna."),
    ("en", "Two-thirds of the 90 captives were freed from the camp in Borno."),
    ("en", "A quarter of the 40 kidnapped passengers were released in Zamfara."),
    ("en", "Most of the 52 women trafficked to Oman have been rescued."),
    ("en", "All but three of the 80 kidnapped pupils were freed in Kaduna."),
    ("en", "The rest of the 30 fishermen held by pirates were released on Sunday."),
    ("en", "The last of the 33 hostages was freed on Monday in Mali."),
    ("fr", "La moitié des 80 otages ont été libérés lundi au Mali."),
    ("fr", "La plupart des 26 pêcheurs enlevés ont été relâchés dimanche."),
    ("fr", "Les deux tiers des 90 otages ont été libérés dans le Borno."),
    ("fr", "Les pirates ont relâché le dernier des quatre marins enlevés au large du Bénin."),
    ("fr", "Une grande partie des 70 élèves enlevés a été libérée à Kaduna."),
    ("es", "La mitad de los 80 rehenes fueron liberados el lunes en Malí."),
    ("es", "La mayoría de los 26 pescadores secuestrados fueron liberados el domingo."),
    ("es", "Dos tercios de los 90 rehenes fueron liberados en Borno."),
    ("es", "El último de los 33 rehenes fue liberado el lunes en Malí."),
    ("es", "El resto de los 40 alumnos secuestrados fueron liberados en Kaduna."),
]

GROUPS = [
    ("en", "A 12-member crew held by Somali pirates was released on Monday.", 12),
    ("en", "The 24-man crew, hijacked off Benin in March, was freed on Friday.", 24),
    ("en", "A seven-person family was freed from bonded labour at a kiln in Punjab.", 7),
    ("en", "The 300-strong group of trafficked workers was rescued from a scam compound.", 300),
    ("en", "A five-member team of surveyors kidnapped in Kano was freed on Monday.", 5),
    ("en", "The tanker and its crew of 21 Filipinos held for ransom were released on Sunday.", 21),
    ("en", "Twin brothers held captive in Haiti were freed on Monday.", 2),
    ("fr", "Un équipage de 12 marins retenu par des pirates a été libéré lundi.", 12),
    ("fr", "L'équipage de 17 hommes, capturé par des pirates en mai, a été relâché.", 17),
    ("fr", "Des jumelles enlevées à Port-au-Prince ont été libérées lundi.", 2),
    ("es", "Una familia de cinco, secuestrada en Haití, fue liberada el lunes.", 5),
    ("es", "Los gemelos secuestrados en Caracas fueron liberados el lunes.", 2),
]

JOINED = [
    ("en", "Twelve kidnapped pupils, as well as three teachers, were freed in Kaduna.", 15),
    ("en", "Police freed nine girls along with two boys held in a brothel in Pattaya.", 11),
    ("en", "Not one but three hostages were freed on Monday in Mali.", 3),
    ("fr", "Douze élèves enlevés ainsi que trois enseignants ont été libérés à Kaduna.", 15),
    ("fr", "Six marins capturés et deux cuisiniers ont été relâchés par les pirates.", 8),
    ("es", "Doce alumnos secuestrados, así como tres maestros, fueron liberados en Kaduna.", 15),
    ("es", "Cuatro ingenieros secuestrados y un chófer fueron liberados en Apure.", 5),
]


@pytest.mark.parametrize(("code", "text"), SHARES)
def test_a_share_is_not_the_whole(code: str, text: str) -> None:
    """The definition computes no number from others: half of 80 tells none, and never 80."""
    victims = events_in(code, text)[0].victims
    assert (victims.best, victims.min, victims.max) == (None, None, None)


@pytest.mark.parametrize(("code", "text", "people"), [*GROUPS, *JOINED])
def test_groups_and_joined_people_are_counted(code: str, text: str, people: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [people]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The family of a banker, kidnapped on Thursday in Jacmel, was freed on Saturday."),
        ("fr", "La famille d'un banquier, enlevée jeudi à Jacmel, a été libérée samedi."),
        ("es", "La familia de un banquero, secuestrada el jueves en Jacmel, fue liberada el sábado."),
    ],
)
def test_the_family_of_somebody_is_not_counted(code: str, text: str) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [None]


def test_who_is_taken_up_are_all_and_not_a_share() -> None:
    before = "Nineteen women were held in a brothel in Lagos and sold every night. Most of the women are Togolese."
    text = f"{before} They were rescued from there by police on Friday."
    assert [event.victims.best for event in events_in("en", text)] == [19]
