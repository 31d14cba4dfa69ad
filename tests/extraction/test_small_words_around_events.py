"""Small words and signs around an act that once hid it or changed a slot: each stands for a class of sentences."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import RescueEvent


def the_event(code: str, text: str) -> RescueEvent:
    (event,) = events_in(code, text)
    return event


@pytest.mark.parametrize(
    ("code", "text", "best"),
    [
        ("fr", "La police a libéré dimanche 6.644 migrants détenus dans une ferme.", 6644),
        ("fr", "La police a libéré dimanche 1 740 migrants détenus dans une ferme.", 1740),
        ("es", "La policía liberó el sábado 1.001 mujeres explotadas sexualmente.", 1001),
        ("fr", "La libération de cent une femmes réduites en esclavage a été annoncée.", 101),
        ("fr", "La police a libéré les cent femmes réduites en esclavage.", 100),
        ("es", "Fueron rescatadas por la policía en Cali doce mujeres explotadas sexualmente.", 12),
    ],
)
def test_the_figure_is_not_cut(code: str, text: str, best: int) -> None:
    victims = the_event(code, text).victims
    assert (victims.best, victims.min, victims.max) == (best, best, best)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Pas moins de 30 femmes réduites en esclavage ont été libérées par la police."),
        ("en", "No fewer than 30 women were rescued from a brothel by police in Cairo."),
        ("es", "No menos de 30 mujeres esclavizadas fueron liberadas por la policía."),
    ],
)
def test_a_bound_with_a_negation_denies_nothing(code: str, text: str) -> None:
    assert the_event(code, text).victims.min == 30


def test_a_hyphen_within_a_number_ends_no_dateline() -> None:
    event = the_event("en", "In February thirty-two enslaved women were freed by police in Cairo.")
    assert event.time.edtf == "2024-02"


def test_an_agent_behind_parts_of_the_victims_is_no_part_of_them() -> None:
    text = "61 personnes réduites en esclavage, dont sept enfants, ont été libérées par les douaniers tunisiens."
    assert the_event("fr", text).countries.origin == ()


def test_an_adjective_before_a_figure_is_of_the_words_before() -> None:
    text = "En un hangar fueron rescatadas por soldados libios 93 somalíes esclavizadas."
    assert the_event("es", text).countries.origin == ("SO",)


def test_an_organ_that_acts_with_others_is_the_agent() -> None:
    text = "Des soldats et des villageois ont libéré 47 passagers capturés et pris en otage près de Kano."
    assert the_event("fr", text).countries.agent == ("NG",)


def test_police_behind_a_verb_are_its_subject_where_people_are_marked_as_objects() -> None:
    text = "De un camión con doble fondo extrajo Carabineros el lunes, en Iquique, a 23 migrantes venezolanos."
    assert the_event("es", text).victims.best == 23
