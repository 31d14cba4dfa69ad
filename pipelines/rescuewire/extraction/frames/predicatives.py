"""Phrases that tell as what people are used, not who they are: « explotadas como criadas », "sold as brides"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView


def is_predicative(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a bare noun stands right behind "as": with a figure or an article a clause may begin there."""
    if view.word(span.start - 1) not in grammar.roles or view.word(span.start) in grammar.determiners:
        return False
    people: PeopleMention | None = meaning(span, PEOPLE)
    return people is not None and people.count is None
