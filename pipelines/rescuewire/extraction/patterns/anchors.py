"""Patterns by their rarest word: which of them may stand around a token, told by the token's neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from rescuewire.extraction.patterns.token_patterns import GAP, Element

Commonness: TypeAlias = Callable[[Element], float]
"""How often one of the words of an element stands in ordinary text, as a share of all words."""


@dataclass(frozen=True)
class Anchored:
    """A pattern by its rarest word, which stands as many tokens as one of `starts` behind the pattern's beginning.

    `neighbours` are the words that can stand right before (`side` -1) or behind (1) that word. Where nothing of whole
    words stands beside it, `side` is 0 and `neighbours` is the rarest other element of whole words, if there is one.
    `is_all` tells that the pattern has nothing but that word, or that word and its neighbour.
    """

    number: int
    elements: tuple[Element, ...]
    starts: range
    side: int
    neighbours: frozenset[str]
    is_all: bool


@dataclass(frozen=True)
class Anchors:
    """The patterns that have one token for their rarest word: by the token before it, behind it, and all others."""

    patterns: Sequence[Anchored]
    before: Mapping[str, list[Anchored]]
    behind: Mapping[str, list[Anchored]]
    apart: Mapping[frozenset[str], list[Anchored]]
    """By the words of which one must stand somewhere; by none, those of which nothing else is known."""

    @classmethod
    def of(cls, patterns: Sequence[Anchored]) -> Anchors:
        """Return the anchors of some patterns."""
        apart: dict[frozenset[str], list[Anchored]] = {}
        for pattern in patterns:
            if not pattern.side:
                apart.setdefault(pattern.neighbours, []).append(pattern)
        return cls(patterns, _by_neighbour(patterns, -1), _by_neighbour(patterns, 1), apart)

    def around(self, position: int, tokens: Sequence[str], present: AbstractSet[str]) -> list[Anchored]:
        """Return the patterns that may stand around the token at `position`; `present` are all `tokens`."""
        found: list[Anchored] = []
        for neighbours, patterns in self.apart.items():
            if not neighbours or not neighbours.isdisjoint(present):
                found += patterns
        if self.before and position:
            found += self.before.get(tokens[position - 1], ())
        if self.behind and position + 1 < len(tokens):
            found += self.behind.get(tokens[position + 1], ())
        return found


def _by_neighbour(patterns: Iterable[Anchored], side: int) -> dict[str, list[Anchored]]:
    beside: dict[str, list[Anchored]] = {}
    for pattern in patterns:
        for word in pattern.neighbours if pattern.side == side else ():
            beside.setdefault(word, []).append(pattern)
    return beside


def anchor(number: int, elements: tuple[Element, ...], commonness: Commonness) -> tuple[Element, Anchored]:
    """Return the element that a pattern is looked for by, and the pattern by it."""
    places = [place for place, element in enumerate(elements) if not element.is_gap]
    place = min(places, key=lambda place: commonness(elements[place]) * len(_starts(elements, place)))
    beside = [side for side in (-1, 1) if 0 <= place + side < len(elements) and _is_whole(elements[place + side])]
    side = min(beside, key=lambda side: commonness(elements[place + side]), default=0)
    if side:
        neighbours = elements[place + side].words
    else:
        others = [element for index, element in enumerate(elements) if index != place and _is_whole(element)]
        neighbours = min(others, key=commonness).words if others else frozenset()
    is_all = len(elements) == 1 + abs(side)
    return elements[place], Anchored(number, elements, _starts(elements, place), side, neighbours, is_all)


def _is_whole(element: Element) -> bool:
    """Tell whether an element has whole words only."""
    return bool(element.words) and not element.prefixes


def _starts(elements: Sequence[Element], place: int) -> range:
    """How many tokens may stand between the beginning of a pattern and one of its places."""
    gaps = sum(element.is_gap for element in elements[:place])
    return range(place - gaps, place - gaps + gaps * GAP + 1)
