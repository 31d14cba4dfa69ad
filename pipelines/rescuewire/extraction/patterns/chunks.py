"""Cutting what stands between two blanks into words as documents are cut, mostly without asking spaCy's tokenizer.

The tokenizer tries its expressions at each sign of a chunk that it has not met before, which takes 20 to 50
microseconds, and each article of news brings some fifty such chunks. Nearly all are of a few plain shapes: a word, in
quotes or brackets, with marks behind it, elided (« l'aube »), possessive or hyphened, or a figure ("2,023."). How a
language cuts each shape is asked of its tokenizer once, with words that do not exist. What it has rules for ("isn't")
is cut as they say, and all other chunks are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spacy.attrs import ORTH
from spacy.language import Language

_LETTERS = "[A-Za-zÀ-ÖØ-öø-ɏ]+"
"""Words of other alphabets are left to the tokenizer: its rules name them one by one."""
_FIGURE = "[0-9]+(?:[.,][0-9]+)*"
_SHAPE = re.compile(
    rf"(?P<open>[\"“«(]?[$£€]?)(?P<core>(?:{_LETTERS}['’]|(?:{_FIGURE}-)?(?:{_LETTERS}-){{0,3}})"
    rf"(?P<last>{_LETTERS}|{_FIGURE}))"
    r"(?P<close>[,;:!?.]?|[,.!?][\"”»]|[\"”»)][,.;]?|['’][,.]?)"
)
_PARTS = re.compile(rf"{_LETTERS}['’]?|{_FIGURE}|-")
_MARKS = frozenset(",;:!?")
_CURRENCIES = frozenset("$£€")
_APOSTROPHES = frozenset("'’")
_BEFORE_STOP = frozenset('"”»)')


class ChunkCutter:
    """Cuts chunks of one language: call it with a chunk, it returns the words."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        tokenizer = nlp.tokenizer
        self._special: Mapping[str, list[dict[int, str]]] = getattr(tokenizer, "rules", {})
        self._has_shapes = hasattr(tokenizer, "rules")  # a tokenizer of a script without blanks has none
        self._whole = getattr(tokenizer, "token_match", None)
        self._elides = self._ask("s'aab") == ["s'", "aab"]
        self._has_possessive = self._ask("aab's") == ["aab", "'s"]
        self._splits_hyphens = self._ask("aab-baab") == ["aab", "-", "baab"]
        self._suffix = getattr(tokenizer, "suffix_search", None) if self._whole is not None else None
        self._splits_figures = self._whole is None and self._ask("12-baab-34") == ["12", "-", "baab-34"]
        self._splits_ranges = self._ask("12-34") == ["12", "-", "34"]
        self._splits_capitals = self._ask("AAB.") == ["AAB", "."]
        self._splits_prices = self._ask("$12") == ["$", "12"]
        self._splits_plurals = self._ask("aabs'") == ["aabs", "'"] and self._ask("aabs’") == ["aabs", "’"]

    def __call__(self, chunk: str) -> list[str]:
        """Return the words of `chunk`, which holds no blank; together they are the chunk."""
        if not self._has_shapes:
            return self._ask(chunk)
        if chunk in self._special:
            return self._cut_by_rule(chunk)
        if chunk.isalpha():
            return [chunk]
        word, mark = chunk[:-1], chunk[-1]
        if mark in _MARKS and word.isalpha() and word not in self._special:
            return [word, mark]
        return self._cut_by_shape(chunk) or self._ask(chunk)

    def _ask(self, chunk: str) -> list[str]:
        return [token.text for token in self._nlp.tokenizer(chunk)]

    def _cut_by_rule(self, chunk: str) -> list[str]:
        """Return the words of a chunk that has a rule of its own; where signs open it (« °C. ») another may cut it."""
        return [part[ORTH] for part in self._special[chunk]] if chunk[0].isalpha() else self._ask(chunk)

    def _cut_by_shape(self, chunk: str) -> list[str]:
        """Return the words of a chunk of a plain shape, nothing where it has none."""
        shape = _SHAPE.fullmatch(chunk)
        if shape is None or any(part in self._special for part in _inner(shape)):
            return []
        core, close = shape["core"], shape["close"]
        if not self._parts_signs(shape) or ("." in close and not self._is_full_stop(shape["last"], close)):
            return []
        words = self._cut_core(core)
        return [*shape["open"], *words, *close] if words else []

    def _parts_signs(self, shape: re.Match[str]) -> bool:
        """Tell whether the sign of a currency before a chunk, or an apostrophe behind it, is a word of its own."""
        is_figure = shape["core"] == shape["last"] and shape["last"][0].isdigit()
        if not _CURRENCIES.isdisjoint(shape["open"]) and not (self._splits_prices and is_figure):
            return False
        return _APOSTROPHES.isdisjoint(shape["close"]) or (self._splits_plurals and shape["core"].isalpha())

    def _is_full_stop(self, last: str, close: str) -> bool:
        """Tell whether the stop is a token; behind a letter it is part of the word."""
        if close[0] != ".":
            return close[0] in _BEFORE_STOP
        if last[0].isdigit():
            return True
        return len(last) > 1 and (last[-1].islower() or (self._splits_capitals and last[-2:].isupper()))

    def _cut_core(self, core: str) -> list[str]:
        if core.isalpha():
            return [core]
        parts = _PARTS.findall(core)
        if len(parts) == 1:
            return parts
        if "-" in parts:
            return self._cut_at_hyphens(core, parts)
        if parts[-1][0].isdigit():
            return []
        if self._elides:
            return [] if self._is_whole(core, parts) else parts
        word, mark, end = core.partition(parts[0][-1])
        is_possessive = self._has_possessive and end in {"s", "S"} and word not in self._special
        return [word, mark + end] if is_possessive else []

    def _cut_at_hyphens(self, core: str, parts: list[str]) -> list[str]:
        """Return the words of words and figures that hyphens join, nothing where they cannot be told."""
        if self._whole is not None and self._whole(core):
            return [core]
        first, last = parts[0], parts[-1]
        if last[0].isdigit():
            is_split = self._splits_ranges and len(parts) == len((first, "-", last)) and first.isdigit()
        elif first[0].isdigit():
            is_split = self._splits_figures
        else:
            is_split = self._splits_hyphens and (self._suffix is None or self._suffix(core) is None)
        return parts if is_split else []

    def _is_whole(self, core: str, parts: list[str]) -> bool:
        """Tell whether an elided word may be one word after all: « grand'mère », or hold one."""
        return any(part in self._special for part in parts) or (self._whole is not None and bool(self._whole(core)))


def _inner(shape: re.Match[str]) -> Iterator[str]:
    """Yield what is left of a chunk, and of its last word, while marks are taken off one by one, and the marks."""
    chunk, end = shape.string, shape.end("core")
    for first in {0, shape.start("core"), shape.start("last")}:
        yield from (chunk[first:last] for last in range(end, len(chunk) + 1))
    yield chunk[end:]
