"""Finding many token patterns at once: each is looked for only where its rarest word stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rescuewire.extraction.patterns.anchors import Anchored, Anchors, Commonness, anchor
from rescuewire.extraction.patterns.remembered import TOKENS_REMEMBERED, Remembered
from rescuewire.extraction.patterns.token_patterns import GAP, SHORTEST_PREFIX, Element

_CLOSES_GAP = frozenset({";", "•", "|"})
TOKENS_OF_NEWS_REMEMBERED = 1 << 14
"""How many different tokens a table remembers the patterns of that all articles are scanned for."""

Value = TypeVar("Value")


class Match(Generic[Value]):
    """A pattern found: tokens `start` to `end`, and what the pattern stands for. Not to be changed.

    A frozen dataclass in all but name: mypyc compiles none that is generic.
    """

    def __init__(self, start: int, end: int, value: Value) -> None:
        self.start, self.end, self.value = start, end, value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Match) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def __repr__(self) -> str:
        return f"Match{self._told()}"

    def _told(self) -> tuple[int, int, Value]:
        return self.start, self.end, self.value


class PatternTable(Generic[Value]):
    """Many compiled patterns with what each stands for, found together in one walk over tokens.

    `commonness` decides by which of its words a pattern is found: what is found does not depend on it, speed does.
    Nor does it on how many tokens are `remembered`.
    """

    def __init__(
        self,
        entries: Iterable[tuple[tuple[Element, ...], Value]],
        commonness: Commonness,
        remembered: int = TOKENS_REMEMBERED,
    ) -> None:
        self._entries = list(entries)
        self._by_word: dict[str, list[Anchored]] = defaultdict(list)
        self._by_prefix: dict[str, list[Anchored]] = defaultdict(list)
        for number, (elements, _) in enumerate(self._entries):
            self._index(number, elements, commonness)
        self._prefix_lengths: dict[str, list[int]] = defaultdict(list)
        for begun, length in sorted({(prefix[:SHORTEST_PREFIX], len(prefix)) for prefix in self._by_prefix}):
            self._prefix_lengths[begun].append(length)
        self._anchors_at = Remembered(self._look_up, remembered)

    def _index(self, number: int, elements: tuple[Element, ...], commonness: Commonness) -> None:
        element, anchored = anchor(number, elements, commonness)
        for word in sorted(element.words):
            self._by_word[word].append(anchored)
        for prefix in element.prefixes:
            self._by_prefix[prefix].append(anchored)

    def find(self, tokens: Sequence[str]) -> list[Match[Value]]:
        """Return every match in `tokens`, in folded form, in order of start, then of the patterns."""
        known = self._anchors_at
        anchors_at = [(position, found) for position, token in enumerate(tokens) if (found := known[token]) is not None]
        if not anchors_at:
            return []
        ends: dict[tuple[int, int], int] = {}
        present = frozenset(tokens)
        for position, anchors in anchors_at:
            for anchored in anchors.around(position, tokens, present):
                _add_matches(ends, anchored, tokens, position)
        return [Match(start, ends[start, number], self._entries[number][1]) for start, number in sorted(ends)]

    def find_longest(self, tokens: Sequence[str]) -> list[Match[Value]]:
        """Return matches that do not overlap, the longest at each place, from left to right."""
        return longest_of(self.find(tokens))

    def _look_up(self, token: str) -> Anchors | None:
        """The patterns that have `token` for their rarest word, None where there are none: of nearly all tokens."""
        begun = token[:SHORTEST_PREFIX]
        if token not in self._by_word and begun not in self._prefix_lengths:
            return None
        found = list(self._by_word.get(token, ()))
        for length in self._prefix_lengths.get(begun, ()):
            if length <= len(token):
                found += self._by_prefix.get(token[:length], ())
        return Anchors.of(found) if found else None


def longest_of(matches: Iterable[Match[Value]]) -> list[Match[Value]]:
    """Return those that do not overlap, the longest at each place, from left to right."""
    found: list[Match[Value]] = []
    position = 0
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if match.start >= position:
            found.append(match)
            position = match.end
    return found


def _add_matches(ends: dict[tuple[int, int], int], anchored: Anchored, tokens: Sequence[str], position: int) -> None:
    """Add the ends of a pattern that may stand around the token at `position`, by where it starts and its number."""
    for back in anchored.starts:
        start = position - back
        if anchored.is_all:
            ends[start, anchored.number] = start + len(anchored.elements)
        elif start >= 0 and (end := _match(anchored.elements, tokens, start)) is not None:
            ends[start, anchored.number] = end


def _match(elements: Sequence[Element], tokens: Sequence[str], position: int) -> int | None:
    """Return the end of the shortest match of `elements` at `position`, or None."""
    for index, element in enumerate(elements):
        if element.is_gap:
            return _match_after_gap(elements[index + 1 :], tokens, position)
        if position >= len(tokens) or not element.accepts(tokens[position]):
            return None
        position += 1
    return position


def _match_after_gap(rest: Sequence[Element], tokens: Sequence[str], position: int) -> int | None:
    """Nearly all of a gap's places fail at the first element: it is looked at here, before `_match` is called."""
    first = rest[0] if rest and not rest[0].is_gap else None
    for here in range(position, min(position + GAP, len(tokens)) + 1):
        if here > position and tokens[here - 1] in _CLOSES_GAP:
            return None
        if first is not None and (here == len(tokens) or not first.accepts(tokens[here])):
            continue
        end = _match(rest, tokens, here)
        if end is not None:
            return end
    return None
