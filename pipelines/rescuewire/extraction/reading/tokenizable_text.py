"""Text that can be cut into tokens in linear time: runs that are no words are blanked, offsets stay."""

from __future__ import annotations

import re

_SHORTEST = 40
_NO_WORDS = re.compile(rf"[^\w\s]{{{_SHORTEST},}}|[!-~]{{300,}}")
"""Rows of signs, and unbroken strings such as encoded images: spaCy's tokenizer is quadratic in their length."""


def blank_unreadable_runs(text: str) -> str:
    """Return `text` with spaces for every run of signs or of unbroken ASCII that no reader would read."""
    if max(map(len, text.split()), default=0) < _SHORTEST:
        return text
    return _NO_WORDS.sub(lambda run: " " * len(run.group()), text)
