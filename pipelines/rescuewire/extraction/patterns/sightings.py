"""What the gate found in the words of a text, handed on to the finders of the document: nothing is looked for twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Generic

from spacy.tokens import Doc, Span

from rescuewire.extraction.patterns.pattern_table import Match, PatternTable, Value
from rescuewire.extraction.patterns.tokens import folded, sentences

_KEPT = "sightings of "


class Sightings(Generic[Value]):
    """The matches of a table in all words of a text, in order; documents have a token for some blanks as well."""

    def __init__(self, matches: Sequence[Match[Value]]) -> None:
        self.matches = matches

    def keep(self, doc: Doc, group: str) -> None:
        """Keep them for the finder of `group` in the document of the same text."""
        doc.user_data[_KEPT + group] = self

    def within(self, sentence: Span, blanks: Sequence[int]) -> list[Match[Value]]:
        """Return those inside of a sentence, counted from its start; `blanks` are the document's tokens of blanks.

        A pattern matches as few words as it can, so what it matches in a sentence it matches there in the whole text.
        """
        before = bisect_left(blanks, sentence.start)
        low, high = sentence.start - before, sentence.end - bisect_left(blanks, sentence.end)
        first = bisect_left(self.matches, low, key=lambda match: match.start)
        last = bisect_left(self.matches, high, key=lambda match: match.start)
        shift = before - sentence.start
        inside = (match for match in self.matches[first:last] if match.end <= high)
        return [Match(match.start + shift, match.end + shift, match.value) for match in inside]


def matches_by_sentence(doc: Doc, table: PatternTable[Value], group: str) -> Iterator[tuple[Span, list[Match[Value]]]]:
    """Yield each sentence with the matches of a table in it: those that the gate saw, else those found now."""
    seen: Sightings[Value] | None = doc.user_data.get(_KEPT + group)
    words = folded(doc)
    blanks = [i for i, word in enumerate(words) if word.isspace()]
    for sentence in sentences(doc):
        if seen is None or _has_blanks_inside(sentence, blanks, words):
            yield sentence, table.find(words[sentence.start : sentence.end])
        else:
            yield sentence, seen.within(sentence, blanks)


def _has_blanks_inside(sentence: Span, blanks: Sequence[int], words: Sequence[str]) -> bool:
    """Tell whether a blank parts words of a sentence; those at its end part nothing."""
    first = bisect_left(blanks, sentence.start)
    end = sentence.end
    while end > sentence.start and words[end - 1].isspace():
        end -= 1
    return first < bisect_left(blanks, end)
