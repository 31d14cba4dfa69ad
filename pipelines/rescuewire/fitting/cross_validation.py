"""Events with confidences by numbers that were fitted without their articles, and the calibration for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rescuewire.extraction.judgement.weights import Calibration, calibrated
from rescuewire.fitting.articles import FittingArticle
from rescuewire.fitting.models import fit_calibration, folds_of, out_of_fold
from rescuewire.fitting.reliability import Judged
from rescuewire.fitting.told_events import ToldEvent, told_events

ROUNDS = 2
"""Which events there are depends a little on the calibration: likely candidates are merged before unlikely ones."""
_NONE_YET = Calibration(1.0, 0.0)


@dataclass(frozen=True)
class CrossValidated:
    """The calibration of the gold events, and all events as articles that nobody fitted on would give them."""

    calibration: Calibration
    gold: tuple[Judged, ...]
    ordinary: tuple[Judged, ...]


def cross_validate(articles: Sequence[FittingArticle], min_confidence: float) -> CrossValidated:
    """Leave whole articles out in turn; calibrate on the events of gold articles."""
    folds = folds_of(articles)
    log_odds = out_of_fold(articles, folds)
    calibration = _NONE_YET
    told: list[list[ToldEvent]] = []
    for _ in range(ROUNDS):
        told = [told_events(a, odds, calibration, min_confidence) for a, odds in zip(articles, log_odds, strict=True)]
        calibration = _calibrate(articles, told)
    judged = _judge(articles, folds, told)
    gold = [event for a, events in zip(articles, judged, strict=True) if a.wanted is not None for event in events]
    ordinary = [event for a, events in zip(articles, judged, strict=True) if a.wanted is None for event in events]
    return CrossValidated(calibration, tuple(gold), tuple(ordinary))


def _calibrate(articles: Sequence[FittingArticle], told: Sequence[Sequence[ToldEvent]]) -> Calibration:
    events = [event for a, events in zip(articles, told, strict=True) if a.wanted is not None for event in events]
    return fit_calibration([event.log_odds for event in events], [event.is_true is True for event in events])


def _judge(
    articles: Sequence[FittingArticle], folds: Sequence[int], told: Sequence[Sequence[ToldEvent]]
) -> list[list[Judged]]:
    """Calibrate each fold by the events of the others."""
    by_fold = {}
    for held in sorted(set(folds)):
        others = [number for number, fold in enumerate(folds) if fold != held]
        by_fold[held] = _calibrate([articles[number] for number in others], [told[number] for number in others])
    return [
        [Judged(a.language, calibrated(event.log_odds, by_fold[fold]), event.is_true) for event in events]
        for a, fold, events in zip(articles, folds, told, strict=True)
    ]
