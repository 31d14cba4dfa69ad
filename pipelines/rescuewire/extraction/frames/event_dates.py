"""The time of an act: which of a sentence's dates is the trigger's, not the capture's nor the announcement's."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.datelines import in_dateline
from rescuewire.extraction.mentions.kinds import CONTEXTS, DATES, PEOPLE, TRIGGERS, DateKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_FARTHEST = 40.0
_COMMA = 2.0
_JOINED = 3.0
_CAPTURE = 8.0
_ANNOUNCEMENT = 6.0
_DASHES = frozenset({"-", "–", "—", ":"})
_ANNOUNCED = 5
_DAY = len("2024-05-15")
_SCOPED = 4.0
_PARTING = frozenset({",", "(", ")"})
_OTHER_ACT = 8.0
_CAPTURE_REACH = 9


def find_event_date(view: SentenceView, trigger: Span, embedded: range, grammar: ClosedClasses) -> Span | None:
    """Return the date span that tells when the victims came out, else when somebody spoke of it, or None.

    `embedded` are the tokens of clauses between the victims and the verb, which may tell how they were held.
    """
    head = meaning(trigger, TRIGGERS).head
    dates = [d for d in view.dates if not in_dateline(view, d) and not is_of_capture(view, d, grammar)]
    dates = [d for d in dates if not (d.start in embedded and _is_behind_holding(view, d, embedded))]
    inserted = next((d for d in dates if _is_inserted(view, d, trigger)), None)
    if inserted is not None:
        return inserted
    scored = [(_FARTHEST - _cost(view, date, head, grammar), -date.start, date) for date in dates]
    usable = [entry for entry in scored if entry[0] > 0]
    usable = [entry for entry in usable if not _opens_item(view, entry[2])] or usable
    far = [d for d in dates if is_of_announcement(view, d, trigger, grammar)]
    return max(usable)[2] if usable else next(iter(far), None)


def _opens_item(view: SentenceView, date: Span) -> bool:
    """Tell whether a date heads an item, whose act may have one of its own: "23 November 2006 - … on Wednesday"."""
    return date.start == view.start and view.word(date.end) in _DASHES


def _is_inserted(view: SentenceView, date: Span, trigger: Span) -> bool:
    """Tell whether commas put a date right behind the trigger: "confirmed on Tuesday the release, on Monday, of …"."""
    return date.start == trigger.end + 1 and view.word(trigger.end) == "," == view.word(date.end)


def is_of_capture(view: SentenceView, date: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a date tells when the victims were taken: "kidnapped in Kaduna on Friday", "held since May"."""
    start, is_since = max(view.start, date.start - _CAPTURE_REACH), meaning(date, DATES).kind is DateKind.SINCE
    holding = _holding_before(view, date) if is_since else []
    if any(context.end > date.start or not _describes(view, context.start) for context in holding):
        return True
    if not is_since and not view.tells(grammar.capture, start, date.start):
        return False
    for position in range(date.start - 1, start - 1, -1):
        if _ends_clause(view, position, grammar):
            return False
        if view.word(position) in grammar.capture:
            return not _describes(view, position)
    return bool(holding)


def _holding_before(view: SentenceView, date: Span) -> list[Span]:
    """Return the words for being held that a date stands right behind; they may take its first word in."""
    return [c for c in view.contexts if c.start < date.start <= c.end + 1 and meaning(c, CONTEXTS).holds]


def _is_behind_holding(view: SentenceView, date: Span, embedded: range) -> bool:
    """Tell whether words for being held, and no way out, stand before a date in a clause."""
    inside = range(embedded.start, date.start)
    held = any(c.start in inside for c in view.contexts if meaning(c, CONTEXTS).holds)
    return held and not any(head in inside for head in view.heads)


def _ends_clause(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether what stands before a token is told of something else than what stands behind it."""
    word = view.word(position)
    if word in grammar.auxiliaries or word in grammar.reporting or word in CLAUSE_BREAKS or word == ":":
        return True
    return position in view.heads


def _describes(view: SentenceView, position: int) -> bool:
    """Tell whether a word for a capture is part of a phrase's noun or stands before it: "12 kidnapped travellers"."""
    return any(span.start <= position <= meaning(span, PEOPLE).head for span in view.people)


def is_of_announcement(view: SentenceView, date: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a date tells when somebody spoke of the act: "were freed, the ministry said on Tuesday"."""
    if len(meaning(date, DATES).edtf or "") != _DAY:
        return False
    head = meaning(trigger, TRIGGERS).head
    spoken = [i for i in view.positions(grammar.reporting) if not _is_reported(view, i, date, grammar)]
    return _nearest(date, spoken) <= min(_ANNOUNCED, _nearest(date, [head]) - 1)


def _is_reported(view: SentenceView, said: int, date: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a date is part of what is said: "said that on Monday …"."""
    return view.tells(grammar.that, said + 1, date.start)


def _cost(view: SentenceView, date: Span, head: int, grammar: ClosedClasses) -> float:
    low, high = (date.end, head) if date.end <= head else (head, date.start)
    distance = high - low
    cost = distance + _COMMA * sum(map(_PARTING.__contains__, view.words_within(low, high)))
    cost += _JOINED * view.tells(grammar.conjunctions, date.end, head)
    cost += _OTHER_ACT * any(low <= other < high and other != head for other in view.heads)
    if _nearest(date, _capture_words(view)) <= distance:
        cost += _CAPTURE
    if _nearest(date, view.positions(grammar.reporting)) < distance:
        cost += _ANNOUNCEMENT
    if meaning(date, DATES).edtf is None:
        cost += _SCOPED
    if meaning(date, DATES).kind in {DateKind.SINCE, DateKind.PERIOD} and date.start == view.start:
        cost -= _SCOPED
    return cost


def _nearest(date: Span, positions: Sequence[int]) -> float:
    gaps = [min(abs(p - date.start), abs(p - (date.end - 1))) for p in positions]
    return min(gaps, default=_FARTHEST)


def _capture_words(view: SentenceView) -> list[int]:
    return [c.start for c in view.contexts if meaning(c, CONTEXTS).holds]
