"""Captives told by a figure and a participle, by a pronoun, by an age beside a name."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at

BY_PARTICIPLE = [
    ("en", "The last five kidnapped were released by the gang on Tuesday.", "released", 5),
    ("en", "The six abducted were freed by soldiers on Monday.", "freed", 6),
    ("es", "Los cuatro retenidos por la guerrilla fueron liberados el jueves.", "liberados", 4),
    ("es", "Los nueve plagiados fueron rescatados el lunes por el ejército.", "rescatados", 9),
    ("fr", "Les cinq kidnappés ont été libérés lundi par l'armée.", "libérés", 5),
]


@pytest.mark.parametrize(("code", "text", "verb", "best"), BY_PARTICIPLE)
def test_participle_of_the_state_before_stands_for_people(code: str, text: str, verb: str, best: int) -> None:
    count = frame_at(code, text, verb).count
    assert count is not None
    assert count.best == best


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "The trader was abducted. His kidnappers let him go when his brothers paid.", "let"),
        ("en", "Abducted in Garissa at 15, she escaped in March.", "escaped"),
        ("en", "Kidnapped on her way to school, she was freed on Monday.", "freed"),
        ("fr", "Vendue à un combattant à 13 ans, elle s'est échappée en 2017.", "échappée"),
        ("fr", "Enlevé à Maradi, il a été libéré lundi.", "libéré"),
        ("es", "La joven era explotada en un bar. El martes se escapó del piso.", "escapó"),
    ],
)
def test_name_and_pronoun_are_one_person(code: str, text: str, verb: str) -> None:
    count = frame_at(code, text, verb).count
    assert count is not None
    assert count.best == 1


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Grace, now 24, escaped from her captors.", "escaped"),
        ("en", "Moses, then 17, was freed by soldiers.", "freed"),
    ],
)
def test_age_behind_a_name_is_no_figure(code: str, text: str, verb: str) -> None:
    count = frame_at(code, text, verb).count
    assert count is not None
    assert count.best == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nine women who had been held hostage there on 3 May were freed by soldiers."),
        ("fr", "Neuf femmes qui avaient été séquestrées le 3 mai ont été libérées par l'armée."),
        ("es", "Nueve mujeres que habían sido secuestradas el 3 de mayo fueron liberadas por el ejército."),
    ],
)
def test_date_of_captivity_inside_a_clause_is_not_the_acts(code: str, text: str) -> None:
    assert [event.time.edtf for event in events_in(code, text)] == [None]
