"""Subjects behind a participle that opens their sentence: « Ramenés à terre par les marins, ces passagers ont … »."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.verb_groups import VerbGroup
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_COMMA = ","
_REACH = 14
_LONGEST = 40


def find_opened_subject(
    view: SentenceView, group: VerbGroup, head: int, phrases: Sequence[Span], grammar: ClosedClasses
) -> Span | None:
    """Return the first phrase that a comma parts from a participle opening the sentence, and that a verb follows.

    None where the participle opens no sentence or another clause begins before.
    """
    first = max(view.start, view.dateline_end)
    if not group.bare or not grammar.adverbs.issuperset(view.words_within(first, head)):
        return None
    behind = sorted((s for s in phrases if head < s.start < head + _LONGEST), key=lambda s: s.start)
    subject = next((s for s in behind if view.word(s.start - 1) == _COMMA), None)
    if subject is None or view.tells(CLAUSE_BREAKS, head, subject.start):
        return None
    return subject if _has_verb(view, subject.end, grammar) else None


def _has_verb(view: SentenceView, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether a finite verb follows a phrase, over what commas insert and relative clauses."""
    verbs = grammar.finite_auxiliaries | grammar.past
    return any(view.word(i) in verbs and not view.in_date(i) for i in range(end, min(end + _REACH, view.end)))
