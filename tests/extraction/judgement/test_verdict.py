"""Verdicts: an event, or the one reason why it is none."""

from __future__ import annotations

import pytest
from telling import verdicts_in

from rescuewire.extraction.judgement.verdict import Rejection
from rescuewire_schemas.rescue_event import Harm


@pytest.mark.parametrize(
    ("code", "text", "rejection"),
    [
        ("en", "Troops freed 12 hostages on Monday.", None),
        ("en", "Troops will free 12 hostages on Monday.", Rejection.NOT_ACTUAL),
        ("en", "They were freed.", Rejection.NO_PATIENT),
        ("en", "The rescue took place on Monday.", Rejection.NO_PATIENT),
        ("en", "In the film, a thriller by a novelist, a hero rescues hostages.", Rejection.UNLIKELY),
        ("en", "Firefighters rescued nine villagers from the flood on Monday.", Rejection.HARM_NOT_WANTED),
        ("fr", "L'armée a libéré 12 otages lundi.", None),
        ("fr", "Ils ont été libérés.", Rejection.NO_PATIENT),
        ("fr", "Les pompiers ont secouru neuf habitants de l'inondation lundi.", Rejection.HARM_NOT_WANTED),
        ("es", "El ejército liberó a 12 rehenes el lunes.", None),
        ("es", "Ellos fueron liberados.", Rejection.NO_PATIENT),
    ],
)
def test_reason(code: str, text: str, rejection: Rejection | None) -> None:
    verdicts = verdicts_in(code, text)
    assert verdicts
    assert {v.rejection for v in verdicts} == {rejection}


def test_harms_on_demand() -> None:
    text = "Firefighters rescued nine villagers from the flood on Monday."
    (verdict,) = verdicts_in("en", text, harms=frozenset({Harm.DISASTER}))
    assert verdict.rejection is None


def test_more_told_is_more_likely() -> None:
    texts = ["Troops freed hostages.", "Troops freed 12 hostages.", "Troops freed 12 hostages on Monday."]
    likelihoods = [verdicts_in("en", text)[0].likelihood for text in texts]
    assert likelihoods == sorted(likelihoods)
    assert len(set(likelihoods)) == 3


def test_words_of_an_unlike_topic_make_it_less_likely() -> None:
    plain, film = "Troops freed 12 hostages.", "In the film, a thriller by a novelist, troops freed 12 hostages."
    assert verdicts_in("en", film)[0].likelihood < verdicts_in("en", plain)[0].likelihood


def test_every_feature_is_told_by_its_name_and_not_zero() -> None:
    for verdict in verdicts_in("en", "Troops freed 12 hostages on Monday. The rebels released a nun in Kano."):
        assert verdict.features
        assert all(verdict.features.values())
