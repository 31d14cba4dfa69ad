"""Where people are after they came out: "and are now in Bangkok" tells neither where they were held nor found."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_LONGEST_NAME = 4
_MOST_ADVERBS = 3


def is_where_they_are_now(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of being, joined to an act told before, leads to a place: « et se trouve à Mascate »."""
    if place.start < trigger.end or not view.has(grammar.whereabouts):
        return False
    lead = _lead(view, place, grammar)
    verb = _verb_before(view, lead, grammar) if lead >= trigger.end else -1
    if verb < trigger.end:
        return False
    joins = grammar.conjunctions | grammar.plural | grammar.singular | grammar.reflexive | {","}
    before = verb - 2 if view.word(verb - 1) in grammar.being_now else verb - 1
    return view.word(before) in joins


def _lead(view: SentenceView, place: Span, grammar: ClosedClasses) -> int:
    """Return the token of the preposition of place that leads to a name, -1 where another word does."""
    for i in range(place.start - 1, place.start - 1 - _LONGEST_NAME, -1):
        if view.word(i) in grammar.at:
            return i
        if view.word(i) not in grammar.determiners | grammar.areas | grammar.of | grammar.compass:
            break
    return -1


def _verb_before(view: SentenceView, lead: int, grammar: ClosedClasses) -> int:
    """Return the token of the verb of being before a preposition, -1 where none is."""
    for i in range(lead - 1, lead - 2 - _MOST_ADVERBS, -1):
        if view.word(i) in grammar.whereabouts:
            return i
        if view.word(i) not in grammar.adverbs | grammar.still | grammar.being_now:
            break
    return -1
