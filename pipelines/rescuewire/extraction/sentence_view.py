"""A sentence with the mentions in it, as frames and judgements look at it."""

from __future__ import annotations

from functools import cached_property

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, COUNTS, DATES, PEOPLE, PLACES, TRIGGERS
from rescuewire.extraction.patterns.tokens import folded

CLAUSE_BREAKS = frozenset({";", "•"})
"""Signs across which a sentence tells of something else."""


class SentenceView:
    """One sentence: `index` in its document, tokens `start` to `end`, and its mentions by group.

    `dateline_end` is the first token behind the dateline, `start` where it has none.
    """

    def __init__(self, sentence: Span, index: int, in_title: bool, paragraph: int) -> None:
        self.sentence, self.index, self.in_title, self.paragraph = sentence, index, in_title, paragraph
        self.doc, self.start, self.end = sentence.doc, sentence.start, sentence.end
        self._folded = folded(sentence.doc)
        self.groups: dict[str, list[Span]] = {}
        self.dateline_end = self.start

    @cached_property
    def words(self) -> dict[int, str]:
        """Folded word by token index of the document."""
        return dict(enumerate(self._folded[self.start : self.end], self.start))

    def word(self, index: int) -> str:
        """Return the folded word at a token index, empty outside the sentence."""
        return self._folded[index] if self.start <= index < self.end else ""

    def words_within(self, start: int, end: int) -> list[str]:
        """Return the folded words from token `start` up to `end`, none of them outside the sentence."""
        return self._folded[max(start, self.start) : min(end, self.end)]

    def pair(self, index: int) -> str:
        """Return the folded word at a token index and the one behind it, as packs write two words."""
        return f"{self.word(index)} {self.word(index + 1)}"

    def in_date(self, index: int) -> bool:
        """Tell whether a token is part of a time expression."""
        return any(date.start <= index < date.end for date in self.dates)

    @property
    def triggers(self) -> list[Span]:
        """Spans of triggers, in order."""
        return self.groups.get(TRIGGERS, [])

    @property
    def people(self) -> list[Span]:
        """Spans of people, in order."""
        return self.groups.get(PEOPLE, [])

    @property
    def counts(self) -> list[Span]:
        """Spans of figures, in order."""
        return self.groups.get(COUNTS, [])

    @property
    def places(self) -> list[Span]:
        """Spans of words that stand for a country, in order."""
        return self.groups.get(PLACES, [])

    @property
    def dates(self) -> list[Span]:
        """Spans of time expressions, in order."""
        return self.groups.get(DATES, [])

    @property
    def agents(self) -> list[Span]:
        """Spans of those who act, in order."""
        return self.groups.get(AGENTS, [])

    @property
    def contexts(self) -> list[Span]:
        """Spans of words for the state before, in order."""
        return self.groups.get(CONTEXTS, [])
