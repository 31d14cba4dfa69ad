"""Victims who are told to come from the country that they were found in: from all over it, from some part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_REACH = 8
_TO_NAME = 7


def are_at_home(views: Iterable[SentenceView], grammar: ClosedClasses) -> bool:
    """Tell whether a sentence on the victims says so: "from across the country", « originaires du district de Bam ».

    A part of a country that no list of places knows is one of the country that the report is about.
    """
    return any(_come_from_all_over(view, grammar) or _come_from_part(view, grammar) for view in views)


def _come_from_all_over(view: SentenceView, grammar: ClosedClasses) -> bool:
    return any(_tells_homeland(view, noun, grammar) for noun in view.positions(grammar.land))


def _come_from_part(view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether words of origin lead to a district or village whose name no list of places knows."""
    if not view.has(grammar.areas):
        return False
    for position in view.positions(grammar.origin | grammar.coming):
        words = list(_led_to(view, position + 1, grammar))
        names_area = any(view.word(i) in grammar.areas for i in words)
        if names_area and any(view.doc[i].text[:1].isupper() for i in words) and not _is_known(view, words):
            return True
    return False


def _led_to(view: SentenceView, start: int, grammar: ClosedClasses) -> Iterator[int]:
    """Yield the tokens of the phrase that "from" opens right behind a word of origin."""
    if view.word(start) not in grammar.from_or_of:
        return
    for position in range(start, start + _TO_NAME):
        word = view.word(position)
        if not word[:1].isalnum() or word in grammar.verb_words or word in grammar.towards - grammar.of:
            return
        yield position


def _is_known(view: SentenceView, words: list[int]) -> bool:
    return any(place.start in words for place in view.places)


def _tells_homeland(view: SentenceView, noun: int, grammar: ClosedClasses) -> bool:
    if view.word(noun - 1) not in grammar.definite | grammar.of:
        return False
    if view.word(noun + 1) in grammar.of:
        return False
    before = [view.word(i) for i in range(noun - 1, noun - _REACH, -1)]
    elsewhere = (grammar.at | grammar.towards) - grammar.source - grammar.of - grammar.definite - grammar.over
    leads = (i for i, word in enumerate(before) if word in grammar.source and not elsewhere.intersection(before[:i]))
    return any((grammar.origin | grammar.coming).intersection(before[i + 1 : i + 3]) for i in leads)
