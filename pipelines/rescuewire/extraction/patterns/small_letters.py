"""A text in small letters at once, so that its words and lines need not be put in small letters one by one."""

from __future__ import annotations


def in_small_letters(text: str) -> str:
    """Return `text` in small letters, letter for letter; one whose small form is longer (« İ ») stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_small, text))


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
