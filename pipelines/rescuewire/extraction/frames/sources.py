"""Those who tell of an act: "According to Principal Secretary Amina Noor, they climbed out"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LONGEST = 10
_STOPS = CLAUSE_BREAKS | {",", ":", "(", ")"}


def is_title_of_name(view: SentenceView, span: Span) -> bool:
    """Tell whether a capitalised phrase is one person's title right before the name: "Permanent Secretary Grace Aber".

    Titles may follow each other; none has a figure or opens with a small word.
    """
    here = span
    while _can_be_title(here):
        following = next((s for s in view.people if s.start == here.end), None)
        if following is None:
            return False
        if meaning(following, PEOPLE).people_class is PeopleClass.NAMED:
            return True
        here = following
    return False


def _can_be_title(span: Span) -> bool:
    mention = meaning(span, PEOPLE)
    is_person = mention.people_class is PeopleClass.PERSON and not mention.plural and mention.count is None
    return is_person and all(token.is_title for token in span)


def is_source(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "according to" leads to a phrase, with neither a verb nor a comma between."""
    if not view.has(grammar.attribution):
        return False
    for position in range(span.start - 1, max(view.start, span.start - _LONGEST) - 1, -1):
        word = view.word(position)
        if word in grammar.attribution:
            return True
        if word in _STOPS or word in grammar.verb_words:
            return False
    return False


def opens_with_source(view: SentenceView, comma: int, grammar: ClosedClasses) -> bool:
    """Tell whether all that stands before a comma says who tells it: « Según el fiscal Pablo Soto, … »."""
    first = max(view.start, view.dateline_end)
    if view.word(first) not in grammar.attribution:
        return False
    return not (view.tells(_STOPS, first + 1, comma) or view.tells(grammar.verb_words, first + 1, comma))
