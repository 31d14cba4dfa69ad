"""The gate: keeps ordinary news away from the costly stages, in two steps that ask the same question.

A transition and a state of exploitation, captivity or danger must stand close. `WordGate` asks it of the bare words,
across sentences, before a document is made: it passes whatever `MentionGate` passes. That one asks it of the mentions
of the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from rescuewire.extraction.mentions.contexts import ContextTable
from rescuewire.extraction.mentions.kinds import CONTEXTS, TRIGGERS, ContextMention, Strength, TriggerMention
from rescuewire.extraction.mentions.triggers import TriggerTable
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire.extraction.sentence_view import meaning
from rescuewire_schemas.rescue_event import Harm

REACH = {Strength.STRONG: 60, Strength.WEAK: 25}
"""Tokens within which a strong, a weak transition and words for the state before must stand."""

_CHUNKS_REMEMBERED = 1 << 16
_LONGEST_CHUNK = 40
"""Longer strings between blanks are addresses, or sentences of a script without blanks: none comes twice."""

Tokenize = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class WantedStates:
    """Tells which contexts are states that people may be brought out of."""

    harms: frozenset[Harm]

    def __contains__(self, context: ContextMention) -> bool:
        return context.harm in self.harms and context.unlike is None


class WordGate:
    """Passes texts with the words of a transition near the words of a wanted state."""

    def __init__(
        self, triggers: TriggerTable, contexts: ContextTable, tokenize: Tokenize, harms: frozenset[Harm]
    ) -> None:
        """Take the pack's tables, and the tokenizer of what stands between blanks."""
        self._triggers = triggers
        self._contexts = contexts
        self._states = WantedStates(harms)
        self._tokenize = tokenize
        self._remembered = lru_cache(_CHUNKS_REMEMBERED)(self._cut)

    def passes(self, text: str) -> bool:
        """Tell whether `text` may hold an event."""
        tokens = self._tokens(text)
        states = [match.start for match in self._contexts.find(tokens) if match.value in self._states]
        if not states:  # of ordinary news nine in ten: transitions are ordinary words, these states are not
            return False
        transitions = self._triggers.find(tokens)
        return any(_near(match.start, match.end, states, REACH[match.value[1].strength]) for match in transitions)

    def _tokens(self, text: str) -> list[str]:
        """The tokens of `text` in folded form, without those of blanks; tokens never hold one."""
        chunks = text.split()
        return [
            token
            for chunk in chunks
            for token in (self._remembered(chunk) if len(chunk) <= _LONGEST_CHUNK else self._cut(chunk))
        ]

    def _cut(self, chunk: str) -> tuple[str, ...]:
        return tuple(fold(token) for token in self._tokenize(chunk))


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
