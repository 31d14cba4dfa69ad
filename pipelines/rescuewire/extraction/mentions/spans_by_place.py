"""Mentions of a document by where they stand, so that a sentence need not look through all of them."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Span


class SpansByPlace:
    """The spans of some groups of one document, in order of their first token."""

    def __init__(self, doc: Doc, groups: tuple[str, ...]) -> None:
        self._spans = {group: sorted(doc.spans.get(group, ()), key=lambda s: s.start) for group in groups}
        self._starts = {group: [span.start for span in spans] for group, spans in self._spans.items()}

    def within(self, group: str, sentence: Span) -> list[Span]:
        """Return the spans of `group` that begin in `sentence`."""
        starts = self._starts[group]
        return self._spans[group][bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
