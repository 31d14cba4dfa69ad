"""The time of an act: which of a sentence's dates is the trigger's, not the capture's nor the announcement's."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.datelines import in_dateline
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.mentions.kinds import CONTEXTS, DATES, TRIGGERS, DateKind
from rescuewire.extraction.sentence_view import SentenceView, meaning

_FARTHEST = 40.0
_COMMA = 2.0
_CAPTURE = 8.0
_ANNOUNCEMENT = 6.0
_SCOPED = 4.0
_OTHER_ACT = 8.0


def find_event_date(view: SentenceView, trigger: Span, grammar: ClosedClasses) -> Span | None:
    """Return the date span that tells when the victims came out, or None."""
    head = meaning(trigger, TRIGGERS).head
    dates = [d for d in view.dates if not in_dateline(view, d)]
    scored = [(_FARTHEST - _cost(view, date, head, grammar), -date.start, date) for date in dates]
    usable = [entry for entry in scored if entry[0] > 0]
    return max(usable)[2] if usable else None


def _cost(view: SentenceView, date: Span, head: int, grammar: ClosedClasses) -> float:
    low, high = (date.end, head) if date.end <= head else (head, date.start)
    distance = high - low
    cost = distance + _COMMA * sum(view.word(i) in {",", "(", ")"} for i in range(low, high))
    heads = [meaning(t, TRIGGERS).head for t in view.triggers]
    cost += _OTHER_ACT * any(low <= other < high and other != head for other in heads)
    if _nearest(date, _capture_words(view)) <= distance:
        cost += _CAPTURE
    if _nearest(date, _reporting_words(view, grammar)) < distance:
        cost += _ANNOUNCEMENT
    if meaning(date, DATES).edtf is None:
        cost += _SCOPED
    if meaning(date, DATES).kind in {DateKind.SINCE, DateKind.PERIOD} and date.start == view.start:
        cost -= _SCOPED
    return cost


def _nearest(date: Span, positions: list[int]) -> float:
    gaps = [min(abs(p - date.start), abs(p - (date.end - 1))) for p in positions]
    return min(gaps, default=_FARTHEST)


def _capture_words(view: SentenceView) -> list[int]:
    return [c.start for c in view.contexts if meaning(c, CONTEXTS).holds]


def _reporting_words(view: SentenceView, grammar: ClosedClasses) -> list[int]:
    return [i for i, word in view.words.items() if word in grammar.reporting]
