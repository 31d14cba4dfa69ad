"""A sentence with the mentions in it, as frames and judgements look at it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    CONTEXTS,
    COUNTS,
    DATES,
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    TRIGGERS,
    ContextMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.patterns.tokens import folded

CLAUSE_BREAKS = frozenset({";", "•"})
"""Signs across which a sentence tells of something else."""


class SentenceView:
    """One sentence: `index` in its document, tokens `start` to `end`, and its mentions in order, by group.

    `dateline_end` is the first token behind the dateline, `start` where it has none. `counts` are figures, `places`
    words that stand for a country, `dates` time expressions, `agents` those who act, `contexts` words for the state
    before.
    """

    def __init__(self, sentence: Span, index: int, in_title: bool, paragraph: int) -> None:
        self.sentence, self.index, self.in_title, self.paragraph = sentence, index, in_title, paragraph
        self.doc, self.start, self.end = sentence.doc, sentence.start, sentence.end
        self._folded = folded(sentence.doc)
        self.dateline_end = self.start
        self.people: list[Span] = []
        self.counts: list[Span] = []
        self.places: list[Span] = []
        self.dates: list[Span] = []
        self.agents: list[Span] = []
        self.contexts: list[Span] = []
        self.groups: dict[str, list[Span]] = {
            TRIGGERS: [],
            CONTEXTS: self.contexts,
            DATES: self.dates,
            COUNTS: self.counts,
            PLACES: self.places,
            AGENTS: self.agents,
            PEOPLE: self.people,
        }

    def word(self, index: int) -> str:
        """Return the folded word at a token index, empty outside the sentence."""
        return self._folded[index] if self.start <= index < self.end else ""

    def words_within(self, start: int, end: int) -> list[str]:
        """Return the folded words from token `start` up to `end`, none of them outside the sentence."""
        return self._folded[max(start, self.start) : max(0, min(end, self.end))]

    @cached_property
    def _all_words(self) -> frozenset[str]:
        return frozenset(self._folded[self.start : self.end])

    def has(self, words: AbstractSet[str]) -> bool:
        """Tell whether one of some words stands in the sentence."""
        return not words.isdisjoint(self._all_words)

    def positions(self, words: AbstractSet[str]) -> Sequence[int]:
        """Return the tokens of the sentence that are one of some words."""
        if words.isdisjoint(self._all_words):
            return ()
        return [i for i, word in enumerate(self._folded[self.start : self.end], self.start) if word in words]

    def tells(self, words: AbstractSet[str], start: int, end: int) -> bool:
        """Tell whether one of some words stands from token `start` up to `end`, and in the sentence."""
        return not words.isdisjoint(self.words_within(start, end))

    def back_over(self, words: AbstractSet[str], position: int) -> int:
        """Return the first token from `position` backwards that is none of some words, or that before the sentence."""
        while self.start <= position < self.end and self._folded[position] in words:
            position -= 1
        return position

    def pair(self, index: int) -> str:
        """Return the folded word at a token index and the one behind it, as packs write two words."""
        return f"{self.word(index)} {self.word(index + 1)}"

    def in_date(self, index: int) -> bool:
        """Tell whether a token is part of a time expression."""
        return index in self._dated

    @cached_property
    def _dated(self) -> frozenset[int]:
        return frozenset(i for date in self.dates for i in range(date.start, date.end))

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens of all places."""
        return frozenset(i for place in self.places for i in range(place.start, place.end))

    @cached_property
    def adjectives(self) -> frozenset[int]:
        """The tokens of places that are words for a country's people."""
        of_people = (place for place in self.places if meaning(place, PLACES).kind in NAMES_PEOPLE)
        return frozenset(i for place in of_people for i in range(place.start, place.end))

    @property
    def triggers(self) -> list[Span]:
        """Spans of triggers, in order."""
        return self.groups[TRIGGERS]

    @cached_property
    def context_mentions(self) -> list[ContextMention]:
        """What the words for the state before mean, in order."""
        return [meaning(span, CONTEXTS) for span in self.contexts]

    @cached_property
    def words_for_harm(self) -> list[Span]:
        """The spans of words for a harm."""
        return [span for span in self.contexts if meaning(span, CONTEXTS).harm is not None]

    @cached_property
    def tells_harm(self) -> bool:
        """Whether words for a harm stand here."""
        return any(context.harm is not None for context in self.context_mentions)

    @cached_property
    def tells_holding(self) -> bool:
        """Whether words for people being held stand here."""
        return any(context.holds for context in self.context_mentions)

    @cached_property
    def tells_unlike(self) -> bool:
        """Whether words for a topic that is none of ours stand here."""
        return any(context.unlike is not None for context in self.context_mentions)
