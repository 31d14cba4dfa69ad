"""The floor: the JSON is decoded and its text scanned for words of rescue by a compiled automaton, nothing more."""

from __future__ import annotations

import re

import ahocorasick_rs
import msgspec

from benchmarks.sides.side import InMemorySide
from rescuewire.extraction.packs import language_pack

WORD = re.compile(r"[^\W\d_]{5,}")


class FloorSide(InMemorySide):
    """What no program in Python can be much faster than."""

    def prepare(self) -> None:
        """Build the automaton of the words of all packs' patterns of ways out."""
        files = language_pack.LANGUAGES.glob("*/triggers.yaml")
        words = {word.lower() for file in files for word in WORD.findall(file.read_text(encoding="utf-8"))}
        self._automaton = ahocorasick_rs.AhoCorasick(sorted(words))

    def read_all(self, values: list[bytes]) -> int:
        """Count the articles that hold any of the words."""
        found = 0
        for value in values:
            text = msgspec.json.decode(value).get("text") or ""
            found += bool(self._automaton.find_matches_as_indexes(text.lower()))
        return found
