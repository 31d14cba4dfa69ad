"""What is fitted, where scikit-learn is installed; it is not in the lock."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")

from rescuewire.extraction.judgement.weights import Calibration, calibrated
from rescuewire.fitting.models import fit_calibration


def test_calibration_finds_the_probabilities_of_events() -> None:
    log_odds = [-2.0] * 10 + [2.0] * 10
    are_true = [number < 1 for number in range(10)] + [number < 8 for number in range(10)]
    calibration = fit_calibration(log_odds, are_true)
    assert calibrated(-2.0, calibration) == pytest.approx(0.1, abs=0.01)
    assert calibrated(2.0, calibration) == pytest.approx(0.8, abs=0.01)


def test_equal_events_give_equal_numbers() -> None:
    log_odds, are_true = [-1.0, 0.0, 0.5, 2.0, 3.0], [False, True, False, True, True]
    first = fit_calibration(log_odds, are_true)
    assert isinstance(first, Calibration)
    assert first == fit_calibration(log_odds, are_true)


def test_a_model_that_is_wrong_more_often_where_it_is_surer_is_refused() -> None:
    with pytest.raises(ValueError, match="likelier events are not truer"):
        fit_calibration([-2.0, -1.0, 1.0, 2.0], [True, True, False, False])
