"""Phrases for people that are part of a trigger's own words: "granted the status of victim", "let him go"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PeopleClass, PeopleMention, TriggerMention
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_WORDS = re.compile(r"\w+")


def is_of_trigger(
    view: SentenceView,
    span: Span,
    mention: PeopleMention,
    trigger: Span,
    expression: TriggerMention,
    grammar: ClosedClasses,
) -> bool:
    """Tell whether a phrase is part of the trigger's own words: "victim" in "granted the status of victim"."""
    if mention.people_class is PeopleClass.PRONOUN:
        goes_on = span.start > expression.head and view.word(span.end) in _WORDS.findall(expression.lexeme)
        if goes_on or _stands_free(view, span, grammar):
            return False
    if span.start <= expression.head < span.end:
        return True
    inside = trigger.start <= mention.head < trigger.end and mention.count is None
    return inside and view.word(mention.head) in expression.lexeme


def _stands_free(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a word for people is no determiner of what follows: "let them go", "freed her from"."""
    word, following = view.word(span.start), view.word(span.end)
    return word not in grammar.determiners or following in grammar.prepositions
