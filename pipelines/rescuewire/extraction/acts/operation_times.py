"""When an operation took place: what the sentences around an act tell of the raid that it belongs to.

"Police freed 12 girls. The raid, carried out last Friday, …"; "Officers stormed the house on Monday. Twelve …".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from rescuewire.extraction.frames.datelines import in_dateline
from rescuewire.extraction.frames.event_dates import is_of_capture
from rescuewire.extraction.mentions.kinds import AGENTS, DATES, AgentKind, DateKind, DateMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire.extraction.story import Story

_REACH = 4
_WHOLE_STORY = 12
"""How far the operation of the only act of an article may be told from it."""
_BESIDE = 1
_DETERMINERS = 3
_CLAUSE = 14
_OPENING = 4
_YEAR = len("2024")
_DELIMITED = frozenset({DateKind.POINT, DateKind.PERIOD})


def operation_dates(
    view: SentenceView, others: Iterable[SentenceView], story: Story, grammar: ClosedClasses
) -> Iterator[Span]:
    """Yield the dates that `view` and the sentences around it tell of its operation, the nearest sentence first.

    `others` are the sentences of other acts, whose operations are others, but for one that opens the sentence behind:
    "The operation, on Tuesday, came after three men had escaped".
    """
    foreign = {other.index for other in others}
    around = [v for v in story.near(view, _REACH if foreign else _WHOLE_STORY) if not v.in_title]
    for beside in (view, *sorted(around, key=lambda v: (abs(v.index - view.index), v.index < view.index))):
        dates = [d for d in beside.dates if beside.index not in foreign or _opens_next(beside, d, view, grammar)]
        yield from (date for date in dates if _is_of_operation(beside, date, view, grammar))


def _opens_next(beside: SentenceView, date: Span, view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether the sentence behind begins with the operation and its date."""
    named = any(beside.word(i) in grammar.operations for i in range(beside.start, date.start))
    return named and beside.index == view.index + 1 and date.start - beside.start <= _OPENING


def _is_of_operation(beside: SentenceView, date: Span, view: SentenceView, grammar: ClosedClasses) -> bool:
    mention: DateMention = meaning(date, DATES)
    if mention.kind not in _DELIMITED or mention.edtf is None or len(mention.edtf) <= _YEAR:
        return False
    if not (beside.has(grammar.operations) or beside.has(grammar.going_in)):
        return False
    if in_dateline(beside, date) or is_of_capture(beside, date, grammar):
        return False
    signs = [i for i in range(beside.start, beside.end) if _in_reach(beside, date, i)]
    gaps = [_gap(date, i) for i in signs if _is_sign(beside, i, view, grammar)]
    spoken = [_gap(date, i) for i in signs if beside.word(i) in grammar.reporting]
    return bool(gaps) and min(gaps) < min(spoken, default=_CLAUSE)


def _gap(date: Span, position: int) -> int:
    return date.start - position if position < date.start else position - date.end + 1


def _in_reach(view: SentenceView, date: Span, position: int) -> bool:
    """Tell whether a token stands in the clause of a date, outside it."""
    if date.start <= position < date.end or _gap(date, position) > _CLAUSE:
        return False
    low, high = min(position, date.start), max(position, date.end)
    return not view.tells(CLAUSE_BREAKS, low, high)


def _is_sign(beside: SentenceView, position: int, view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a word names the operation of `view`, or tells that authorities went in right before or after."""
    word = beside.word(position)
    if word in grammar.operations:
        return not _is_apart(beside, position, grammar) and (
            beside.index <= view.index or _is_definite(beside, position, grammar)
        )
    near = abs(beside.index - view.index) <= _BESIDE
    return near and word in grammar.going_in and _by_authorities(beside, position, grammar)


def _is_apart(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether an operation is another one: "another raid", « une précédente opération », "un primer operativo"."""
    return view.tells(grammar.apart, position - _DETERMINERS, position + 2)


def _is_definite(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether an operation is one that the reader knows: "the raid", « cette opération », "Operation Wind"."""
    known = grammar.definite | grammar.demonstrative
    if view.tells(known, position - _DETERMINERS, position):
        return True
    behind = view.doc[min(position + 1, view.end - 1)].text
    return view.doc[position].text[:1].isupper() and not behind[:1].islower()


def _by_authorities(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether organs of a state go in, or a passive leaves open who: "the villages were surrounded"."""
    if view.word(position - 1) in grammar.passive:
        return True
    return any(a.start < position and meaning(a, AGENTS).kind is AgentKind.STATE for a in view.agents)
