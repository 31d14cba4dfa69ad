"""A text in small letters at once, so that its words need not be put in small letters one by one."""

from __future__ import annotations

_TWO_FORMS = "Σ"
"""Its small form depends on the letters around it."""


def in_small_letters(text: str) -> str | None:
    """Return `text` in small letters, letter for letter; None where a word of it alone may have another small form."""
    small = text.lower()
    return small if len(small) == len(text) and _TWO_FORMS not in text else None
