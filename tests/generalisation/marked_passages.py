"""Passages of the gold whose swappable words are marked: `{kind how roles ISO|words}`, as passages/fr.yaml tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

LANGUAGES = ("fr", "en", "es")
ALONE = "behind a clause"
"""The telling that is tried as it stands, without further swaps."""
FOLDER = Path(__file__).parent / "passages"
_MARK = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
COUNTRY_KINDS = ("country", "people", "town")


@dataclass(frozen=True)
class Mark:
    """Swappable words; `how` is what stands between the kind and the bar, split at blanks."""

    kind: str
    how: tuple[str, ...]
    words: str

    @property
    def names_country(self) -> bool:
        """Whether the words name a country, its people or a town of it."""
        return self.kind in COUNTRY_KINDS

    @property
    def country(self) -> str:
        """ISO code of the country that the words name; an agent's is "-" where it is no state's."""
        return self.how[0] if self.kind == "agent" else self.how[2]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that the country has because of these words."""
        return tuple(self.how[1].split(","))


@dataclass(frozen=True)
class Passage:
    """A marked text: a passage of the gold (`telling` is empty), or another way to tell the same act."""

    name: str
    gold: str
    telling: str
    language: str
    text: str
    published: str | None
    all_harms: bool

    @property
    def id(self) -> str:
        """Unique among all passages."""
        return f"{self.name}~{self.telling}" if self.telling else self.name

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order of the text."""
        return tuple(_mark(found) for found in _MARK.finditer(self.text))

    @property
    def plain(self) -> str:
        """The text without marks."""
        return self.filled(lambda mark, _: mark.words)

    def filled(self, words_for: Callable[[Mark, str], str]) -> str:
        """The text with `words_for(mark, text behind it)` for each mark, with a capital where that began with one."""
        pieces, end = [], 0
        for found in _MARK.finditer(self.text):
            mark = _mark(found)
            words = words_for(mark, self.text[found.end() :])
            pieces += [self.text[end : found.start()], _with_capital_of(mark.words, words)]
            end = found.end()
        return "".join([*pieces, self.text[end:]])


def _mark(found: re.Match[str]) -> Mark:
    kind, *how = found[1].split(" ")
    return Mark(kind, tuple(how), found[2])


def _with_capital_of(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def swappable_passages(language: str) -> list[Passage]:
    """The passages whose marked words are swapped."""
    return [passage for passage in read_passages(language) if passage.telling != ALONE]


@cache
def read_passages(language: str) -> tuple[Passage, ...]:
    """All passages of a language and their rewritings, in the order of the file."""
    entries = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return tuple(passage for name, entry in entries.items() for passage in _passages(language, name, entry))


def _passages(language: str, name: str, entry: dict) -> list[Passage]:
    published = str(entry["published"]) if "published" in entry else None
    tellings = {"": entry["text"], **entry.get("rewritten", {})}
    return [
        Passage(name, entry.get("gold", name), telling, language, text, published, entry.get("harms") == "all")
        for telling, text in tellings.items()
    ]
