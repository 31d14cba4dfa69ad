"""The gate: keeps ordinary news away from the costly stages, in two steps that each cost little.

`TextGate` scans the raw text for the rarest part of every pattern. `MentionGate` looks at the triggers and
contexts found in what is left: a transition and a state of exploitation, captivity or danger must stand close.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import ahocorasick_rs
from spacy.tokens import Doc

from rescuewire.extraction.grammar import load_grammar
from rescuewire.extraction.mentions.kinds import CONTEXTS, TRIGGERS, ContextMention, Strength, TriggerMention
from rescuewire.extraction.sentence_view import meaning
from rescuewire.extraction.token_patterns import Element, PatternTable, fold
from rescuewire_schemas.rescue_event import Harm

TEXT_REACH = 800
"""Characters within which a word of a transition and a word for the state before must stand."""
STRONG_REACH, WEAK_REACH = 60, 25
"""Tokens within which a strong, a weak transition and words for the state before must stand."""


class TextGate:
    """Passes texts with a word of a transition near a word for the state before."""

    def __init__(self, transitions: Mapping[str, bool], states: Mapping[str, bool]) -> None:
        """Take phrases in folded form; the value tells whether the phrase may go on as a longer word."""
        self._patterns = [(phrase, open_ended, True) for phrase, open_ended in transitions.items()]
        self._patterns += [(phrase, open_ended, False) for phrase, open_ended in states.items()]
        self._automaton = ahocorasick_rs.AhoCorasick([phrase for phrase, _, _ in self._patterns])

    def passes(self, text: str) -> bool:
        """Tell whether `text` may hold an event."""
        transitions: list[int] = []
        states: list[int] = []
        folded = fold(text)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            _, open_ended, is_transition = self._patterns[index]
            if _is_word(folded, start, end, open_ended=open_ended):
                (transitions if is_transition else states).append(start)
        return _any_near(transitions, sorted(states), TEXT_REACH)


def _is_word(text: str, start: int, end: int, *, open_ended: bool) -> bool:
    """Tell whether a match is no part of a longer word; scripts without spaces have no such words."""
    if start and text[start - 1].isalpha() and text[start].isalpha() and text[start] < _UNSPACED:
        return False
    ends = end == len(text) or not text[end].isalpha() or not text[end - 1].isalpha()
    return open_ended or ends or text[end] >= _UNSPACED


_UNSPACED = "\u0e00"
_MOST_PHRASES = 600


def _any_near(positions: list[int], states: list[int], reach: int) -> bool:
    for position in positions:
        index = bisect_left(states, position - reach)
        if index < len(states) and states[index] <= position + reach:
            return True
    return False


class MentionGate:
    """Passes documents with a transition near a state of a wanted harm, neither being a part of the other."""

    def __init__(self, harms: frozenset[Harm]) -> None:
        self._harms = harms

    def passes(self, doc: Doc) -> bool:
        """Tell whether the triggers and contexts of `doc` may tell an event."""
        states = sorted(span.start for span in doc.spans[CONTEXTS] if self._is_state(meaning(span, CONTEXTS)))
        strong: list[int] = []
        weak: list[int] = []
        for span in doc.spans[TRIGGERS]:
            mention: TriggerMention = meaning(span, TRIGGERS)
            (strong if mention.strength is Strength.STRONG else weak).append(mention.head)
        return _any_near(strong, states, STRONG_REACH) or _any_near(weak, states, WEAK_REACH)

    def _is_state(self, context: ContextMention) -> bool:
        return context.harm in self._harms and context.unlike is None


def build_text_gate(
    triggers: PatternTable[Any], contexts: PatternTable[ContextMention], pack: str, harms: frozenset[Harm]
) -> TextGate:
    """Build the gate of a pack from the rarest part of each of its triggers and contexts."""
    transitions = (elements for elements, _ in triggers.entries())
    states = (elements for elements, context in contexts.entries() if context.harm in harms)
    common = load_grammar(pack).closed
    return TextGate(_phrases(transitions, common), _phrases(states, common))


def _phrases(patterns: Iterable[tuple[Element, ...]], common: frozenset[str]) -> dict[str, bool]:
    """Return one telling phrase or more for each pattern: none of its matches lacks all of them."""
    found: dict[str, bool] = {}
    for elements in patterns:
        for phrase, open_ended in _rarest_part(elements, common):
            found[phrase] = found.get(phrase, False) or open_ended
    return found


def _rarest_part(elements: tuple[Element, ...], common: frozenset[str]) -> list[tuple[str, bool]]:
    """Return the phrases of the two neighbouring places, else of the one place, with the longest uncommon words."""
    places = [element for element in elements if not element.is_gap]
    pairs = [(one, two) for one, two in pairwise(elements) if _can_be_paired(one, two)]
    if pairs:
        one, two = max(pairs, key=lambda pair: _rarity(pair[0], common) + _rarity(pair[1], common))
        return [(_joined(first, second), open_ended) for first, _ in _words(one) for second, open_ended in _words(two)]
    return _words(max(places, key=lambda place: _rarity(place, common)))


def _can_be_paired(one: Element, two: Element) -> bool:
    """Tell whether two places make few enough phrases; what follows a word's beginning is not known."""
    if one.is_gap or two.is_gap or one.prefixes:
        return False
    return _size(one) * _size(two) <= _MOST_PHRASES


def _words(element: Element) -> list[tuple[str, bool]]:
    return [(word, False) for word in sorted(element.words)] + [(start, True) for start in element.prefixes]


def _joined(one: str, two: str) -> str:
    """Join two tokens as text has them: no space behind an elision or before a clitic."""
    return one + two if one.endswith("'") or two.startswith(("'", "-")) else f"{one} {two}"


def _size(element: Element) -> int:
    return len(element.words) + len(element.prefixes)


def _rarity(element: Element, common: frozenset[str]) -> int:
    """Return the length of the shortest word, none for a word of the grammar: long words are rare ones."""
    return min(0 if word in common else len(word) for word in (*element.words, *element.prefixes))
