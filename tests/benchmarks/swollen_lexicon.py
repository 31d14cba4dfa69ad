"""Language packs with many times the patterns, for measuring what words cost: the new ones are of made-up words."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from rescuewire.extraction.packs import language_pack

SWOLLEN = ("triggers.yaml", "contexts.yaml")
PATTERN = re.compile(r'^(\s+- ")([^"{}]+)("\s*)$')
"""A pattern on a line of its own; those that name a verb in braces stay as they are."""
WORD = re.compile(r"[^\W\d_]{4,}")


def swell_packs(factor: int) -> Path:
    """Let this process read packs with `factor` times the patterns; returns their folder. Call before any is loaded."""
    folder = Path(tempfile.mkdtemp(prefix="rescuewire-swollen-"))
    packs = folder / "languages"
    shutil.copytree(language_pack.LANGUAGES, packs)
    for file in packs.glob("*/*.yaml"):
        if file.name in SWOLLEN:
            file.write_text(swollen(file.read_text(encoding="utf-8"), factor), encoding="utf-8")
    language_pack.LANGUAGES = packs
    return packs


def swollen(patterns: str, factor: int) -> str:
    """The lines of a pack's file, and after each pattern `factor` - 1 others like it."""
    return "".join(line + "".join(_others(line, factor)) for line in patterns.splitlines(keepends=True))


def _others(line: str, factor: int) -> list[str]:
    match = PATTERN.match(line)
    if match is None or not WORD.search(match[2]):
        return []
    return [match[1] + _made_up(match[2], number) + match[3] for number in range(1, factor)]


def _made_up(pattern: str, number: int) -> str:
    ending = "zq" + chr(ord("a") + number)
    return WORD.sub(lambda word: word[0] + ending, pattern)
