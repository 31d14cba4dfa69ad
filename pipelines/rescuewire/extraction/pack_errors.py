"""Mistakes in language packs, as those are told who write the packs."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

_MOST_CHOICES = 14


class PackError(Exception):
    """A language pack has a mistake; the message is one line: file, line, key, what is wrong and what to do."""


def error_at_line(path: Path, line: int, what: str) -> PackError:
    """The error of a line, counted from 1, of a file without keys."""
    return PackError(f"{path}:{line}: {what}")


def suggestion(word: str, known: Iterable[str]) -> str:
    """What to write instead of `word`: its nearest neighbour, else all that are known if they are few, else nothing."""
    by_folded = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), by_folded, n=1)
    if close:
        return f'; did you mean "{by_folded[close[0]]}"?'
    return f"; use one of {', '.join(by_folded.values())}" if 0 < len(by_folded) <= _MOST_CHOICES else ""
