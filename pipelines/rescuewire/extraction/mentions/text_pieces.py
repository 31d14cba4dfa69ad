"""A text cut into pieces that number and date grammars read: words, runs of digits, single signs.

The cut does not depend on a language's tokenizer, so that "l'un", "20-year-old" and "U+202F" groups of
digits look alike everywhere; `to_span` takes what was found back to the document's tokens.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from spacy.tokens import Doc, Span

from rescuewire.extraction.patterns.small_letters import in_small_letters

_IDEOGRAPHS = "\u3040-\u30ff\u4e00-\u9fff"
_MARKS = "\u0300-\u036f\u064b-\u0652"
_PIECE = re.compile(
    rf"[^\W\d_{_IDEOGRAPHS}]+(?:[{_MARKS}]+[^\W\d_{_IDEOGRAPHS}]*)*|\d+|\n+|[{_IDEOGRAPHS}]|\S",
)
_SAME_SIGN = {"’": "'", "‘": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-"}
_LAST_LETTER_OF_ALPHABETS = "\u052f"

Payload = TypeVar("Payload")


@dataclass(frozen=True)
class Pieces:
    """Lower-cased pieces with the offsets of each; a run of line breaks is one piece, a line feed."""

    text: str
    words: list[str]
    starts: array[int]
    ends: array[int]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, i: int) -> str:
        """The piece at `i`, or "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def tight(self, i: int) -> bool:
        """Whether nothing stands between the pieces `i` and `i + 1`."""
        return 0 <= i < len(self.words) - 1 and self.ends[i] == self.starts[i + 1]

    def gap(self, i: int) -> str:
        """What stands between the pieces `i` and `i + 1`."""
        return self.text[self.ends[i] : self.starts[i + 1]] if 0 <= i < len(self.words) - 1 else "\n"

    def capital(self, i: int) -> bool:
        """Whether the piece at `i` begins with a capital letter."""
        return 0 <= i < len(self.words) and self.text[self.starts[i]].isupper()

    def is_word(self, i: int) -> bool:
        """Whether the piece at `i` is made of letters."""
        return 0 <= i < len(self.words) and self.words[i][0].isalpha()

    def is_digits(self, i: int) -> bool:
        """Whether the piece at `i` is made of digits."""
        return 0 <= i < len(self.words) and self.words[i].isdecimal()

    def is_alphabetic(self, i: int) -> bool:
        """Whether the piece at `i` is a word of an alphabet that writes spaces and has capitals."""
        return self.is_word(i) and self.words[i][0] <= _LAST_LETTER_OF_ALPHABETS

    def past_hyphen(self, i: int) -> int:
        """`i`, or the piece behind it where `i` is a hyphen that joins two pieces."""
        return i + 1 if self.word(i) == "-" and self.tight(i - 1) and self.tight(i) else i


@lru_cache(maxsize=2)
def split_text(text: str) -> Pieces:
    """Cut `text`; several finders read the same text in turn, so that the last cuts are kept."""
    words, starts, ends = [], array("L"), array("L")
    for match in _PIECE.finditer(_with_plain_signs(in_small_letters(text))):
        word = match[0]
        words.append("\n" if word[0] == "\n" else word)
        starts.append(match.start())
        ends.append(match.end())
    return Pieces(text, words, starts, ends)


def _with_plain_signs(text: str) -> str:
    if not text.isascii():
        for sign, plain in _SAME_SIGN.items():
            text = text.replace(sign, plain)
    return text


class Phrases(Generic[Payload]):
    """Phrases of one or more pieces, each with a payload; a hyphen inside them is optional in the text."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._last_words: set[str] = set()

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, Payload]]) -> Phrases[Payload]:
        """Build from (phrase, payload) pairs; the first payload of a phrase wins."""
        table = cls()
        for phrase, payload in phrases:
            table.add(phrase, payload)
        return table

    def add(self, phrase: str, payload: Payload) -> None:
        """Add one phrase, cut as texts are cut."""
        node, last = self._root, ""
        for word in split_text(phrase).words:
            if word != "-" or word == phrase:
                node, last = node.setdefault(word, {}), word
        node.setdefault("", payload)
        self._last_words.add(last)

    def first_words(self) -> frozenset[str]:
        """The pieces that a phrase may begin with."""
        return frozenset(self._root)

    def words_behind(self, *begun: str) -> frozenset[str]:
        """The pieces that go on a phrase that begins with the pieces `begun`."""
        return frozenset(self._behind(begun)) - {""}

    def is_phrase(self, *words: str) -> bool:
        """Whether some pieces that begin a phrase are one alone."""
        return "" in self._behind(words)

    def _behind(self, begun: Iterable[str]) -> dict[str, Any]:
        node = self._root
        for word in begun:
            node = node[word]
        return node

    def may_end_with(self, word: str) -> bool:
        """Whether a piece is the last one of a phrase."""
        return word in self._last_words

    def longest(self, pieces: Pieces, i: int) -> tuple[int, Payload] | None:
        """The longest phrase at piece `i`: where it ends (exclusive), and its payload."""
        words, found = pieces.words, None
        node = self._root.get(words[i]) if 0 <= i < len(words) else None
        while node is not None:
            i += 1
            if "" in node:
                found = (i, node[""])
            if i == len(words):
                break
            if words[i] == "-" and "-" not in node:
                i = pieces.past_hyphen(i)
            node = node.get(words[i])
        return found

    def end(self, pieces: Pieces, i: int) -> int:
        """Where the longest phrase at `i` ends, or `i` where there is none."""
        if not 0 <= i < len(pieces.words) or pieces.words[i] not in self._root:
            return i  # nearly always: asked here, it costs no second call
        found = self.longest(pieces, i)
        return found[0] if found else i


def phrase_set(phrases: Iterable[str]) -> Phrases[bool]:
    """Phrases without meaning of their own."""
    return Phrases.of((phrase, True) for phrase in phrases)


def to_span(doc: Doc, pieces: Pieces, start: int, end: int, label: str = "") -> Span:
    """The span of the tokens that the pieces `start` to `end` (exclusive) touch."""
    span = doc.char_span(pieces.starts[start], pieces.ends[end - 1], label=label, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no token covers the characters {pieces.starts[start]} to {pieces.ends[end - 1]}")
    return span
