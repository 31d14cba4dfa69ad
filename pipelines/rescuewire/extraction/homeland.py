"""Victims who are told to come from all over the country, the one that they were found in."""

from __future__ import annotations

from collections.abc import Iterable

from rescuewire.extraction.grammar import ClosedClasses
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
    steps = next((i for i, word in enumerate(before) if word in grammar.origin | grammar.coming), None)
    if steps is None:
        return False
    elsewhere = (grammar.at | grammar.towards) - grammar.source - grammar.of - grammar.definite - grammar.over
    led = any(word in grammar.source | grammar.of for word in before[: steps + 1])
    return led and not any(word in elsewhere for word in before[:steps])
