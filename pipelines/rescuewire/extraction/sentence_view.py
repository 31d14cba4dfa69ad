"""A sentence with the mentions in it, as frames and judgements look at it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

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
_MOST_MENTIONS = 40
"""Mentions of one kind that a sentence is read for: it bounds the work on text that only repeats itself."""


class SentenceView:
    """One sentence: `index` in its document, tokens `start` to `end`, and its mentions in order, by group.

    `dateline_end` is the first token behind the dateline, `start` where it has none. `counts` are figures, `places`
    words that stand for a country, `dates` time expressions, `agents` those who act, `contexts` words for the state
    before, which `context_mentions` tell the meaning of. `named` are the tokens of places, `adjectives` those of them
    that are words for people, `dated` those of time expressions.
    """

    def __init__(self, sentence: Span, index: int, in_title: bool, paragraph: int) -> None:
        self.sentence, self.index, self.in_title, self.paragraph = sentence, index, in_title, paragraph
        self.doc, self.start, self.end = sentence.doc, sentence.start, sentence.end
        self._folded = folded(sentence.doc)
        self._all_words = frozenset(self._folded[self.start : self.end])
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
        self.context_mentions: list[ContextMention] = []
        self.words_for_harm: list[Span] = []
        self.tells_harm = self.tells_holding = self.tells_unlike = False
        self.dated: set[int] = set()
        self.named: set[int] = set()
        self.adjectives: set[int] = set()
        self._heads: list[int] | None = None

    def take(self, group: str, span: Span) -> None:
        """Take a mention in behind those before it, unless it is one of too many."""
        mentions = self.groups[group]
        if len(mentions) >= _MOST_MENTIONS:
            return
        mentions.append(span)
        if group == CONTEXTS:
            self._take_context(span)
        elif group == DATES:
            self.dated.update(range(span.start, span.end))
        elif group == PLACES:
            self._take_place(span)

    def _take_context(self, span: Span) -> None:
        told: ContextMention = meaning(span, CONTEXTS)
        self.context_mentions.append(told)
        if told.harm is not None:
            self.words_for_harm.append(span)
            self.tells_harm = True
        self.tells_holding |= told.holds
        self.tells_unlike |= told.unlike is not None

    def _take_place(self, span: Span) -> None:
        tokens = range(span.start, span.end)
        self.named.update(tokens)
        if meaning(span, PLACES).kind in NAMES_PEOPLE:
            self.adjectives.update(tokens)

    def word(self, index: int) -> str:
        """Return the folded word at a token index, empty outside the sentence."""
        return self._folded[index] if self.start <= index < self.end else ""

    def words_within(self, start: int, end: int) -> list[str]:
        """Return the folded words from token `start` up to `end`, none of them outside the sentence."""
        first = max(self.start, start)
        return self._folded[first : min(self.end, end)] if end > first else []

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
        first = max(self.start, start)
        return end > first and not words.isdisjoint(self._folded[first : min(self.end, end)])

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
        return index in self.dated

    @property
    def triggers(self) -> list[Span]:
        """Spans of triggers, in order."""
        return self.groups[TRIGGERS]

    @property
    def heads(self) -> list[int]:
        """The tokens of the heads of triggers, in order."""
        if self._heads is None:
            self._heads = [meaning(trigger, TRIGGERS).head for trigger in self.triggers]
        return self._heads
