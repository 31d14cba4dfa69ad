"""How well confidences agree with what is true: bins, Brier score, calibration error, precision and recall."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rescuewire.extraction.judgement.weights import logistic

BINS = 10
_WIDEST_OFFSET = 20.0
_HALVINGS = 50
_PERCENT = 100


@dataclass(frozen=True)
class Judged:
    """An event's confidence by numbers that were fitted without its article, and whether it is true."""

    language: str
    confidence: float
    is_true: bool | None


@dataclass(frozen=True)
class Bin:
    """The events with a confidence from `low` to under `high`; the means are None where there are none."""

    low: float
    high: float
    events: int
    predicted: float | None
    observed: float | None

    @property
    def gap(self) -> float:
        """How far the mean confidence is from the share that is true; 0 where there are no events."""
        return abs(self.predicted - self.observed) if self.predicted is not None and self.observed is not None else 0.0


@dataclass(frozen=True)
class Scores:
    """Precision and recall of the events from a confidence on."""

    min_confidence: float
    found: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bins_of(events: Sequence[Judged]) -> list[Bin]:
    """Return ten bins of equal width; 1.0 belongs to the last."""
    return [_bin(number, [e for e in events if bin_of(e.confidence) == number]) for number in range(BINS)]


def bin_of(confidence: float) -> int:
    """Return the bin of a confidence of two digits, 0 to 9."""
    return min(round(confidence * _PERCENT) * BINS // _PERCENT, BINS - 1)


def _bin(number: int, events: Sequence[Judged]) -> Bin:
    low, high = number / BINS, (number + 1) / BINS
    if not events:
        return Bin(low, high, 0, None, None)
    predicted = sum(e.confidence for e in events) / len(events)
    return Bin(low, high, len(events), predicted, share_true(events))


def share_true(events: Sequence[Judged]) -> float:
    """Return the share of events that are true."""
    return sum(e.is_true is True for e in events) / max(len(events), 1)


def brier_score(events: Sequence[Judged]) -> float:
    """Return the mean squared error of the confidences; 0 is best."""
    return sum((e.confidence - (e.is_true is True)) ** 2 for e in events) / max(len(events), 1)


def calibration_error(events: Sequence[Judged]) -> float:
    """Return the expected calibration error: the mean gap of the bins, each weighing as its events."""
    gaps = [b.events * b.gap for b in bins_of(events)]
    return sum(gaps) / max(len(events), 1)


def scores_from(events: Sequence[Judged], gold: int, min_confidence: float) -> Scores:
    """Return precision and recall of the events of at least a confidence, of `gold` events that should be found."""
    kept = [e for e in events if e.confidence >= min_confidence]
    true = sum(e.is_true is True for e in kept)
    return Scores(min_confidence, len(kept), true / max(len(kept), 1), true / max(gold, 1))


def shifted(confidence: float, offset: float) -> float:
    """Return the probability whose log-odds are those of `confidence` plus an offset."""
    return logistic(math.log(confidence / (1.0 - confidence)) + offset)


def offset_where_true(events: Sequence[Judged]) -> float:
    """Return what must be added to the log-odds of confidences so that as many events are expected as are true.

    Found by halving an interval in which the expected number only grows; events of unknown truth are left out.
    """
    known = [e for e in events if e.is_true is not None]
    true = sum(e.is_true is True for e in known)
    low, high = -_WIDEST_OFFSET, _WIDEST_OFFSET
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        expected = sum(shifted(e.confidence, middle) for e in known)
        low, high = (middle, high) if expected < true else (low, middle)
    return (low + high) / 2
