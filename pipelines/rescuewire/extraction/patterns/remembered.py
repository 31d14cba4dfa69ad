"""Remembering what is worked out from a string, for what is asked of every word of every article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
_LONGEST = 40
"""What is longer between blanks is an address, or a sentence of a script without blanks: none comes twice."""


class Remembered(dict[str, Found]):
    """What `work_out` says of each string that was asked for; `functools.lru_cache` takes twice as long to answer.

    It holds `most` strings, in two halves: when the younger one is full, the older one is forgotten, but for what is
    asked for again. Long strings are not kept.
    """

    def __init__(self, work_out: Callable[[str], Found], most: int) -> None:
        super().__init__()
        self._work_out, self._half = work_out, most // 2
        self._older: dict[str, Found] = {}

    def __missing__(self, asked: str) -> Found:
        found = self._older[asked] if asked in self._older else self._work_out(asked)
        if len(asked) <= _LONGEST:
            if len(self) >= self._half:
                self._older = dict(self)
                self.clear()
            self[asked] = found
        return found
