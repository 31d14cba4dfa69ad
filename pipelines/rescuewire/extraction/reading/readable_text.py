"""A text as a reader sees it: composed letters, plain spaces and line ends, nothing invisible; with the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SPACES = re.compile("[\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")
_UNSEEN = re.compile(r"[\r\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, zero-width spaces, marks of writing direction, byte order marks, the first half of line ends.

Joiners stay: they shape words.
"""


@dataclass(frozen=True)
class ReadableText:
    """`text` is what is read; character i of it is `starts[i]` to `ends[i]` of the original (the same where empty)."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that is read as `start` to `end` of this text."""
        if not self.starts:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def make_readable(text: str) -> ReadableText:
    """Return `text` as it is read; what is the same in both costs no more than a scan."""
    if text.isascii() and "\r" not in text:
        return ReadableText(text)
    spaced = _LINE_ENDS.sub("\n", _SPACES.sub(" ", text))
    if _UNSEEN.search(spaced) is None and unicodedata.is_normalized("NFC", spaced):
        return ReadableText(spaced)
    pieces, starts, ends = [], [], []
    for start, end in _clusters(spaced):
        seen = unicodedata.normalize("NFC", _UNSEEN.sub("", spaced[start:end]))
        pieces.append(seen)
        starts += [start] * len(seen)
        ends += [end] * len(seen)
    return ReadableText("".join(pieces), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the combining ones behind it."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not unicodedata.combining(text[position]):
            yield start, position
            start = position
