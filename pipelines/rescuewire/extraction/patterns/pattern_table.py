"""Finding many token patterns at once: each is looked for only where its rarest word stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

from rescuewire.extraction.patterns.anchors import Anchored, Anchors, Commonness, anchor
from rescuewire.extraction.patterns.remembered import Remembered
from rescuewire.extraction.patterns.token_patterns import GAP, SHORTEST_PREFIX, Element

_CLOSES_GAP = frozenset({";", "•", "|"})
_TOKENS_REMEMBERED = 1 << 14
"""How many different tokens a table with prefixes remembers the patterns of."""

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
    """

    def __init__(self, entries: Iterable[tuple[tuple[Element, ...], Value]], commonness: Commonness) -> None:
        self._entries = list(entries)
        by_word: dict[str, list[Anchored]] = defaultdict(list)
        self._by_prefix: dict[str, list[Anchored]] = defaultdict(list)
        for number, (elements, _) in enumerate(self._entries):
            element, anchored = anchor(number, elements, commonness)
            for word in sorted(element.words):
                by_word[word].append(anchored)
            for prefix in element.prefixes:
                self._by_prefix[prefix].append(anchored)
        self._by_word = _anchors_by_word(by_word)
        self._prefix_lengths = _lengths_by_beginning(self._by_prefix)
        by_any = Remembered(self._look_up, _TOKENS_REMEMBERED)
        self._anchors_at = by_any.__getitem__ if self._by_prefix else self._by_word.get

    def find(self, tokens: Sequence[str]) -> list[Match[Value]]:
        """Return every match in `tokens`, in folded form, in order of start, then of the patterns."""
        anchors_of = self._anchors_at
        anchors_at = [(position, found) for position, token in enumerate(tokens) if (found := anchors_of(token))]
        if not anchors_at:
            return []
        ends: dict[tuple[int, int], int] = {}
        present = frozenset(tokens)
        for position, anchors in anchors_at:
            for anchored in anchors.around(position, tokens, present):
                _add_matches(ends, anchored, tokens, position)
        return [Match(start, ends[start, number], self._entries[number][1]) for start, number in sorted(ends)]

    def _look_up(self, token: str) -> Anchors | None:
        """The patterns that have `token` or its beginning for their rarest word, None where there are none."""
        whole, lengths = self._by_word.get(token), self._prefix_lengths.get(token[:SHORTEST_PREFIX], ())
        begun = [found for length in lengths if length <= len(token) and (found := self._by_prefix.get(token[:length]))]
        return Anchors.of([*(whole.patterns if whole else ()), *chain(*begun)]) if begun else whole


def _anchors_by_word(patterns: Mapping[str, list[Anchored]]) -> dict[str, Anchors]:
    """Return the anchors of each word; the forms of a verb share theirs."""
    shared: dict[tuple[int, ...], Anchors] = {}
    by_word: dict[str, Anchors] = {}
    for word, found in patterns.items():
        numbers = tuple([pattern.number for pattern in found])
        by_word[word] = shared.get(numbers) or shared.setdefault(numbers, Anchors.of(found))
    return by_word


def _lengths_by_beginning(prefixes: Iterable[str]) -> dict[str, list[int]]:
    """Return the lengths of prefixes by the letters that all of them begin with."""
    lengths: dict[str, list[int]] = defaultdict(list)
    for begun, length in sorted({(prefix[:SHORTEST_PREFIX], len(prefix)) for prefix in prefixes}):
        lengths[begun].append(length)
    return lengths


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
