"""From a record to its outcome: pure functions that know nothing of Beam."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from rescuewire.detection import Detector
from rescuewire.extraction.packs.language_pack import PackError
from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire.time_limit import TimedOut, time_limit
from rescuewire_connectors.outcome import Outcome, OutcomeKind, dead_letter_outcome
from rescuewire_connectors.record import Record
from rescuewire_connectors.suspects import DEATHS_BEFORE_ALONE
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import RescueEvent

RescueOutcome: TypeAlias = Outcome[RescueEvent]

FATAL_DEATHS = DEATHS_BEFORE_ALONE + 1
"""After so many deaths of the process, the last in the company of no other record, a record is not tried again."""


class FaultReason(str, Enum):
    """Why a record is given up that may well be an article, as it stands in dead letters and metrics."""

    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    EXTRACTION_FAILED = "extraction_failed"


@dataclass(frozen=True)
class ArticleRecord:
    """A record and the article in it."""

    record: Record
    article: Article


ParsedRecord: TypeAlias = ArticleRecord | RescueOutcome


def parse_record(record: Record, seconds: float) -> ParsedRecord:
    """The article of a record, or the outcome of a record that has none; `seconds` of wall time are its limit."""
    if record.deaths >= FATAL_DEATHS:
        return _crashed(record)
    if record.value is None:
        return Outcome(record, OutcomeKind.TOMBSTONE)
    try:
        with time_limit(seconds):
            return ArticleRecord(record, parse_article(record.value))
    except InvalidArticle as invalid:
        return dead_letter_outcome(record, invalid.reason.value, invalid.message, invalid.field)
    except TimedOut:
        return _timed_out(record, seconds)
    except Exception as error:  # noqa: BLE001  a record must never stop the stream
        return _failed(record, error)


def detect_events(parsed: ArticleRecord, detector: Detector, seconds: float) -> RescueOutcome:
    """The outcome of an article; a language pack that is broken is no fault of the article, and stops the process."""
    try:
        with time_limit(seconds):
            detection = detector.detect(parsed.article)
    except TimedOut:
        return replace(_timed_out(parsed.record, seconds), group=parsed.article.id)
    except PackError:
        raise
    except Exception as error:  # noqa: BLE001  an article must never stop the stream
        return replace(_failed(parsed.record, error), group=parsed.article.id)
    return Outcome(parsed.record, OutcomeKind(detection.outcome), detection.events, group=parsed.article.id)


def _crashed(record: Record) -> RescueOutcome:
    message = f"{record.deaths} processes died with this record in hand, the last with no other; it is not tried again"
    return dead_letter_outcome(record, FaultReason.CRASHED.value, message)


def _timed_out(record: Record, seconds: float) -> RescueOutcome:
    return dead_letter_outcome(record, FaultReason.TIMED_OUT.value, f"the article took more than {seconds:g} s")


def _failed(record: Record, error: Exception) -> RescueOutcome:
    return dead_letter_outcome(record, FaultReason.EXTRACTION_FAILED.value, f"{type(error).__name__}: {error}")
