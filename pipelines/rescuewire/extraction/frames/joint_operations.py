"""States whose operation it was: "a raid carried out by Malaysia", « una operación conjunta de Paraguay y Brasil »."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span

from rescuewire.extraction.frames.organs import joined_names, opens_longer_phrase
from rescuewire.extraction.mentions.kinds import PLACES, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_REACH = 6
_ADJECTIVES = 2
_SIGNS = CLAUSE_BREAKS | {":", "(", ")"}


def state_of_operation(view: SentenceView, grammar: ClosedClasses) -> Span | None:
    """Return the first of the countries whose operation a sentence tells of; None where no country's own is told.

    Behind "of" it takes two of them: « una operación de rescate en el norte de Brasil » is nobody's.
    """
    if not view.has(grammar.operations):
        return None
    names = (place for place in view.places if meaning(place, PLACES).kind is PlaceKind.COUNTRY)
    alone = (name for name in names if not opens_longer_phrase(view, name))
    return next((name for name in alone if _is_theirs(view, name, grammar)), None)


def _is_theirs(view: SentenceView, name: Span, grammar: ClosedClasses) -> bool:
    lead = view.back_over(grammar.definite, name.start - 1)
    if view.word(lead) in grammar.by:
        return _is_behind_operation(view, lead, grammar)
    if view.word(lead) not in grammar.of or len(joined_names(view, name, grammar)) == 1:
        return False
    before = view.words_within(lead - _ADJECTIVES - 1, lead)[::-1]
    return any(word in grammar.operations for word in takewhile(lambda word: word not in grammar.prepositions, before))


def _is_behind_operation(view: SentenceView, by: int, grammar: ClosedClasses) -> bool:
    """Tell whether an operation stands before "by", with no other people, organ or sentence between."""
    for position in range(by - 1, by - 1 - _REACH, -1):
        if view.word(position) in grammar.operations:
            return not any(position < s.start < by for s in (*view.people, *view.agents))
        if view.word(position) in _SIGNS:
            return False
    return False
