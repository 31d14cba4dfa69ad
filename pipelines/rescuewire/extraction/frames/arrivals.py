"""Where people got to once they were out: « ont atterri à Zaventem », "swam across to An Giang"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import TRIGGERS
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_TO_NAME = 9
_AUXILIARIES = 3


def is_where_they_arrived(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of arriving, behind the act in its own clause, leads to a place."""
    if not view.has(grammar.arriving):
        return False
    start = max(trigger.end, meaning(trigger, TRIGGERS).head + 1, place.start - _TO_NAME)
    stops = CLAUSE_BREAKS | grammar.relative | grammar.subordinate | grammar.that | {",", ":"}
    for position in range(place.start - 1, start - 1, -1):
        word = view.word(position)
        if word in grammar.arriving:
            return _is_of_main_clause(view, position, trigger, grammar)
        if word in stops - grammar.prepositions or word in grammar.verb_words:
            return False
    return False


def _is_of_main_clause(view: SentenceView, verb: int, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb tells what came next, not what had been before: "who had arrived in Dubai".

    What others did with them comes next too: « la police, qui les a remis au consulat ».
    """
    first = max(trigger.end, verb - _AUXILIARIES)
    if view.tells(grammar.before_then | grammar.infinitive, first, verb):
        return False
    if view.tells(grammar.object_pronouns, first, verb):
        return True
    for position in range(verb - 1, trigger.end - 1, -1):
        word = view.word(position)
        if word == "," or word in grammar.conjunctions:
            return True
        if word in grammar.relative | grammar.subordinate | grammar.that:
            return False
    return True
