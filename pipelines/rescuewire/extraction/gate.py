"""The gate: keeps ordinary news away from the costly stages, in two steps that ask the same question.

A transition and a state of exploitation, captivity or danger must stand close. `WordGate` asks it of the bare words,
across sentences, before a document is made: it passes whatever `MentionGate` passes. That one asks it of the mentions
of the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from rescuewire.extraction.mentions.context_words import ContextTable
from rescuewire.extraction.mentions.kinds import CONTEXTS, TRIGGERS, ContextMention, Strength, TriggerMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.trigger_words import Lexeme, TriggerTable
from rescuewire.extraction.patterns.sightings import Sightings
from rescuewire.extraction.patterns.tokens import TextCutter
from rescuewire_schemas.rescue_event import Harm

REACH = {Strength.STRONG: 60, Strength.WEAK: 25}
"""Tokens within which a strong, a weak transition and words for the state before must stand."""


@dataclass(frozen=True)
class WantedStates:
    """Tells which contexts are states that people may be brought out of."""

    harms: frozenset[Harm]

    def __contains__(self, context: ContextMention) -> bool:
        return context.harm in self.harms and context.unlike is None


@dataclass(frozen=True)
class WordsSeen:
    """The transitions and the contexts among the words of a text."""

    triggers: Sightings[Lexeme]
    contexts: Sightings[ContextMention]

    def keep(self, doc: Doc) -> None:
        """Keep them for the finders of both."""
        self.triggers.keep(doc, TRIGGERS)
        self.contexts.keep(doc, CONTEXTS)


class WordGate:
    """Passes texts with the words of a transition near the words of a wanted state."""

    def __init__(
        self, triggers: TriggerTable, contexts: ContextTable, cutter: TextCutter, harms: frozenset[Harm]
    ) -> None:
        """Take the pack's tables, and what cuts texts of its language into words."""
        self._triggers = triggers
        self._contexts = contexts
        self._states = WantedStates(harms)
        self._cutter = cutter

    def look(self, text: str) -> WordsSeen | None:
        """Return what was seen in `text`, None where it can hold no event."""
        words = self._cutter.folded_words(text)
        contexts = self._contexts.find(words)
        states = [match.start for match in contexts if match.value in self._states]
        if not states:  # of ordinary news nine in ten: transitions are ordinary words, these states are not
            return None
        transitions = self._triggers.find(words)
        if not any(_near(m.start, m.end, states, REACH[m.value.entry.strength]) for m in transitions):
            return None
        return WordsSeen(Sightings(transitions), Sightings(contexts))


class MentionGate:
    """Passes documents with a transition near a wanted state."""

    def __init__(self, harms: frozenset[Harm]) -> None:
        self._states = WantedStates(harms)

    def passes(self, doc: Doc) -> bool:
        """Tell whether the triggers and contexts of `doc` may tell an event."""
        states = sorted(span.start for span in doc.spans[CONTEXTS] if meaning(span, CONTEXTS) in self._states)
        mentions: Iterable[TriggerMention] = (meaning(span, TRIGGERS) for span in doc.spans[TRIGGERS])
        return any(_near(mention.head, mention.head + 1, states, REACH[mention.strength]) for mention in mentions)


def _near(start: int, end: int, states: Sequence[int], reach: int) -> bool:
    """Tell whether one of `states`, in order, begins within `reach` tokens of one of the tokens `start` to `end`."""
    index = bisect_left(states, start - reach)
    return index < len(states) and states[index] < end + reach
