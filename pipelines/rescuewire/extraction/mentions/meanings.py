"""The meanings of spans, read and written where spaCy keeps custom attributes: `span._` takes ten times as long.

Finders write some fifty meanings an article, and frames ask for them millions of times in a long one.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Span


def meaning(span: Span, group: str) -> Any:
    """Return what the finder of `group` wrote for `span`: `span._.<group>`, None where it wrote nothing."""
    kept: dict[Any, Any] = span.doc.user_data
    return kept.get(("._.", group, span.start_char, span.end_char))


def give_meaning(span: Span, group: str, told: object) -> None:
    """Write what `span` means to the finder of `group`: `span._.<group>`."""
    kept: dict[Any, Any] = span.doc.user_data
    kept["._.", group, span.start_char, span.end_char] = told
