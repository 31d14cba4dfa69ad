"""Victims who are told to come from all over the country, the one that they were found in."""

from __future__ import annotations

from collections.abc import Iterable

from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_REACH = 8


def come_from_all_over(views: Iterable[SentenceView], grammar: ClosedClasses) -> bool:
    """Tell whether a sentence on the victims says so: "from across the country", « venues de tout le pays »."""
    return any(_tells_homeland(view, noun, grammar) for view in views for noun in range(view.start, view.end))


def _tells_homeland(view: SentenceView, noun: int, grammar: ClosedClasses) -> bool:
    if view.word(noun) not in grammar.land or view.word(noun - 1) not in grammar.definite | grammar.of:
        return False
    if view.word(noun + 1) in grammar.of:
        return False
    before = [view.word(i) for i in range(noun - 1, noun - _REACH, -1)]
    elsewhere = (grammar.at | grammar.towards) - grammar.source - grammar.of - grammar.definite - grammar.over
    leads = (i for i, word in enumerate(before) if word in grammar.source and not elsewhere.intersection(before[:i]))
    return any((grammar.origin | grammar.coming).intersection(before[i + 1 : i + 3]) for i in leads)
