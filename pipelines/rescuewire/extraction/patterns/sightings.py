"""What the gate found in the words of a text, handed on to the finders of the document: nothing is looked for twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic

from spacy.tokens import Doc

from rescuewire.extraction.patterns.pattern_table import Match, PatternTable, Value
from rescuewire.extraction.patterns.tokens import folded, sentence_bounds

_KEPT = "sightings of "


class Sightings(Generic[Value]):
    """The matches of a table in all words of a text, in order; documents have a token for some blanks as well."""

    def __init__(self, matches: Sequence[Match[Value]]) -> None:
        self.matches = matches

    def keep(self, doc: Doc, group: str) -> None:
        """Keep them for the finder of `group` in the document of the same text."""
        doc.user_data[_KEPT + group] = self

    def within(self, start: int, end: int, blanks: Sequence[int]) -> list[Match[Value]]:
        """Return those inside of the tokens `start` to `end`; `blanks` are the document's tokens of blanks.

        A pattern matches as few words as it can, so what it matches in a sentence it matches there in the whole text.
        """
        before = bisect_left(blanks, start)
        low, high = start - before, end - bisect_left(blanks, end)
        first = bisect_left(self.matches, low, key=_start)
        last = bisect_left(self.matches, high, key=_start)
        return [_shifted(match, before) for match in self.matches[first:last] if match.end <= high]


def _start(match: Match[Value]) -> int:
    return match.start


def _shifted(match: Match[Value], tokens: int) -> Match[Value]:
    return Match(match.start + tokens, match.end + tokens, match.value) if tokens else match


def matches_by_sentence(doc: Doc, table: PatternTable[Value], group: str) -> Iterator[list[Match[Value]]]:
    """Yield the matches of a table in each sentence: those that the gate saw, else those found now."""
    seen: Sightings[Value] | None = doc.user_data.get(_KEPT + group)
    if seen is None:
        yield from found_by_sentence(doc, table)
        return
    words = folded(doc)
    blanks = [i for i, word in enumerate(words) if word.isspace()]
    for start, end in sentence_bounds(doc):
        if blanks and _has_blanks_inside(start, end, blanks, words):
            yield [_shifted(match, start) for match in table.find(words[start:end])]
        else:
            yield seen.within(start, end, blanks)


def found_by_sentence(doc: Doc, table: PatternTable[Value]) -> Iterator[list[Match[Value]]]:
    """Yield the matches of a table in each sentence, all looked for at once."""
    found, next_one = table.find(folded(doc)), 0
    for _, end in sentence_bounds(doc):
        first = next_one
        while next_one < len(found) and found[next_one].start < end:
            next_one += 1
        yield [match for match in found[first:next_one] if match.end <= end]


def _has_blanks_inside(start: int, end: int, blanks: Sequence[int], words: Sequence[str]) -> bool:
    """Tell whether a blank parts words of a sentence; those at its end part nothing."""
    first = bisect_left(blanks, start)
    while end > start and words[end - 1].isspace():
        end -= 1
    return first < bisect_left(blanks, end)
