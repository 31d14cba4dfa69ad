"""The fitted numbers of the judgement: how features weigh, and what a weighed sum means as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

WEIGHTS = Path(__file__).parent / "weights.yaml"

_DIGITS = 2
_LEAST, _MOST = 0.01, 0.99


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Platt's scaling: the log-odds of a probability are `slope` times those of the model plus `intercept`."""

    slope: float
    intercept: float


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `weights.yaml`: a logistic model over named features, and its calibration.

    `min_confidence` is the confidence that an event has at least, where a run asks for no other.
    """

    min_confidence: float
    calibration: Calibration
    bias: float
    weights: dict[str, float]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the fitted weights."""
    return msgspec.yaml.decode(WEIGHTS.read_bytes(), type=Weights)


def log_odds_of(features: Mapping[str, float], weights: Weights) -> float:
    """Return the weighted sum of features."""
    known = weights.weights
    return weights.bias + sum([known.get(name, 0.0) * value for name, value in features.items()])


def logistic(log_odds: float) -> float:
    """Return the probability of these log-odds."""
    return 1.0 / (1.0 + math.exp(-log_odds))


def calibrated(log_odds: float, calibration: Calibration) -> float:
    """Return the confidence that the model's log-odds stand for: two digits, never certainty, 0.01 to 0.99."""
    probability = logistic(calibration.slope * log_odds + calibration.intercept)
    return min(_MOST, max(_LEAST, round(probability, _DIGITS)))
