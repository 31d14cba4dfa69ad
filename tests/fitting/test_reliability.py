"""Reliability: bins, errors, precision and recall, and how confidences read where other shares are true."""

from __future__ import annotations

import pytest

from rescuewire.fitting.reliability import (
    Judged,
    bin_of,
    bins_of,
    brier_score,
    calibration_error,
    offset_where_true,
    scores_from,
    shifted,
)

EVENTS = [
    Judged("en", 0.9, is_true=True),
    Judged("en", 0.94, is_true=True),
    Judged("fr", 0.6, is_true=False),
    Judged("fr", 0.6, is_true=True),
    Judged("en", 0.05, is_true=False),
]


@pytest.mark.parametrize(
    ("confidence", "number"), [(0.01, 0), (0.09, 0), (0.1, 1), (0.29, 2), (0.3, 3), (0.7, 7), (0.99, 9), (1.0, 9)]
)
def test_a_confidence_falls_into_its_tenth(confidence: float, number: int) -> None:
    assert bin_of(confidence) == number


def test_bins_compare_what_is_predicted_with_what_is_true() -> None:
    bins = bins_of(EVENTS)
    assert [found.events for found in bins] == [1, 0, 0, 0, 0, 0, 2, 0, 0, 2]
    assert (bins[6].predicted, bins[6].observed) == (pytest.approx(0.6), 0.5)
    assert (bins[1].predicted, bins[1].observed, bins[1].gap) == (None, None, 0.0)


def test_errors_are_means_over_events() -> None:
    assert brier_score(EVENTS) == pytest.approx((0.1**2 + 0.06**2 + 0.6**2 + 0.4**2 + 0.05**2) / 5)
    assert calibration_error(EVENTS) == pytest.approx((1 * 0.05 + 2 * 0.1 + 2 * 0.08) / 5)


def test_precision_and_recall_from_a_confidence_on() -> None:
    scores = scores_from(EVENTS, gold=6, min_confidence=0.6)
    assert (scores.found, scores.precision, scores.recall, scores.f1) == (4, 0.75, 0.5, pytest.approx(0.6))
    assert scores_from(EVENTS, gold=6, min_confidence=0.99).f1 == 0.0


def test_an_offset_makes_as_many_events_expected_as_are_true() -> None:
    events = [Judged("en", 0.9, is_true=number < 3) for number in range(6)] + [Judged("en", 0.9, is_true=None)]
    offset = offset_where_true(events)
    assert shifted(0.9, offset) == pytest.approx(0.5)
    assert shifted(0.99, offset) > 0.5


def test_without_an_offset_nothing_shifts() -> None:
    assert shifted(0.73, 0.0) == pytest.approx(0.73)
