"""The fitted numbers: a weighed sum, and the probability that it stands for."""

from __future__ import annotations

import pytest
from telling import verdicts_in

from rescuewire.extraction.judgement.weights import (
    Calibration,
    Weights,
    calibrated,
    load_weights,
    log_odds_of,
    logistic,
)

PLAIN = Calibration(slope=1.0, intercept=0.0)


def test_log_odds_are_the_weighted_sum_of_features() -> None:
    weights = Weights(min_confidence=0.5, calibration=PLAIN, bias=-1.0, weights={"counted": 2.0, "unlike": -0.5})
    assert log_odds_of({}, weights) == -1.0
    assert log_odds_of({"counted": 1.0, "unlike": 0.5, "no_such_feature": 9.0}, weights) == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("log_odds", "probability"), [(0.0, 0.5), (1.3862943611198906, 0.8), (-1.3862943611198906, 0.2)]
)
def test_logistic_undoes_log_odds(log_odds: float, probability: float) -> None:
    assert logistic(log_odds) == pytest.approx(probability)


def test_calibration_stretches_and_shifts() -> None:
    assert calibrated(1.0, Calibration(slope=2.0, intercept=-2.0)) == 0.5
    assert calibrated(0.0, Calibration(slope=2.0, intercept=1.0)) == 0.73


@pytest.mark.parametrize(("log_odds", "confidence"), [(-40.0, 0.01), (40.0, 0.99)])
def test_nothing_is_certain(log_odds: float, confidence: float) -> None:
    assert calibrated(log_odds, PLAIN) == confidence


def test_a_confidence_has_two_digits() -> None:
    confidences = [calibrated(step / 7, PLAIN) for step in range(-40, 40)]
    assert confidences == [round(confidence, 2) for confidence in confidences] == sorted(confidences)


def test_the_fitted_calibration_keeps_the_order() -> None:
    assert load_weights().calibration.slope > 0
    assert 0 < load_weights().min_confidence < 1


def test_a_verdict_has_the_confidence_of_its_features() -> None:
    weights = load_weights()
    for verdict in verdicts_in("en", "Troops freed 12 hostages on Monday. The rebels released a nun in Kano."):
        log_odds = log_odds_of(verdict.features, weights)
        assert verdict.likelihood == pytest.approx(logistic(log_odds))
        assert verdict.confidence == calibrated(log_odds, weights.calibration)
