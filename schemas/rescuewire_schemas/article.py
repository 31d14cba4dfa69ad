"""The article: what enters the pipeline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """One news article, parsed and checked.

    `text` is what offsets refer to: the text that came, or what was extracted from `html`.
    `id` is never empty: it is the article's own, else its URL, else a hash of title and text.
    `published_at` is the ISO 8601 date or date-time as it came, None where none came.
    """

    id: str
    title: str
    text: str
    language: str | None = None
    published_at: str | None = None
    url: str | None = None
    publisher: str | None = None
