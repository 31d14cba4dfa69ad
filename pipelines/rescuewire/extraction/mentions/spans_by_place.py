"""Mentions of a document by where they stand, so that a sentence need not look through all of them."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Span


class SpansByPlace:
    """The spans of some groups of one document, in order of their first token; spaCy makes them anew at each look."""

    def __init__(self, doc: Doc, groups: tuple[str, ...]) -> None:
        self._spans = {group: sorted(doc.spans.get(group, ()), key=lambda s: s.start) for group in groups}
        self._starts = {group: [span.start for span in spans] for group, spans in self._spans.items()}

    def all(self, group: str) -> list[Span]:
        """Return the spans of `group`."""
        return self._spans[group]

    def within(self, group: str, tokens: range) -> list[Span]:
        """Return the spans of `group` that begin among some tokens."""
        starts = self._starts[group]
        return self._spans[group][bisect_left(starts, tokens.start) : bisect_left(starts, tokens.stop)]

    def covered(self) -> set[int]:
        """Return the tokens of all spans."""
        return {i for spans in self._spans.values() for span in spans for i in range(span.start, span.end)}
