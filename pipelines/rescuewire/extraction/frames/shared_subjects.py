"""Verbs that go on with the subject of one before them: "were traced to parents in Lagos and have been freed"."""

from __future__ import annotations

from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LONGEST = 40
_STOPS = CLAUSE_BREAKS | {":"}
_COMMA = frozenset({","})


def subject_limit(view: SentenceView, start: int, grammar: ClosedClasses) -> int:
    """Return the token before which the subject of the verb group at `start` ends.

    This is `start` itself, but for a verb that a conjunction joins to one before it the start of that one. Behind a
    comma the verb goes on with the main clause: verbs of relative clauses are passed over.
    """
    joint = _conjunction(view, start, grammar)
    if joint is None:
        return start
    behind_comma = view.word(joint - 1) in _COMMA
    position = joint - 1
    first = max(view.start, view.dateline_end, start - _LONGEST)
    while position >= first and view.word(position) not in _STOPS:
        if _is_verb(view, position, grammar):
            group = _group_start(view, position, first, grammar)
            if not (behind_comma and _is_relative(view, group, first, grammar)):
                return group
            position = group
        position -= 1
    return start


def _conjunction(view: SentenceView, start: int, grammar: ClosedClasses) -> int | None:
    """Return the conjunction right before a verb group, adverbs between left out; None where there is none."""
    position = start - 1
    while (word := view.word(position)) in grammar.adverbs and word not in grammar.conjunctions:
        position -= 1
    return position if view.word(position) in grammar.joins else None


def _is_verb(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a token is a verb that can have a subject: no infinitive that a preposition leads."""
    led = view.word(position - 1) in grammar.leads
    return not led and view.word(position) in grammar.verb_words


def _group_start(view: SentenceView, position: int, first: int, grammar: ClosedClasses) -> int:
    while position - 1 >= first and view.word(position - 1) in grammar.verb_words | grammar.adverbs - _COMMA:
        position -= 1
    return position


def _is_relative(view: SentenceView, group: int, first: int, grammar: ClosedClasses) -> bool:
    """Tell whether a relative word opens the clause of a verb group, with no other verb between."""
    for position in range(group - 1, first - 1, -1):
        if view.word(position) in grammar.relative:
            return True
        if view.word(position) in grammar.verb_words or view.word(position) in _COMMA:
            return False
    return False
