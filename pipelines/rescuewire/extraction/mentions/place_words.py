"""A text as a row of words, and names as keys over such words.

Names are compared word by word, in small letters and composed accents; hyphens, apostrophes and spaces between words
count as equal. Each word keeps the offsets it has in the text, so no step here may change a length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from math import ceil

from rescuewire.extraction.patterns.small_letters import in_small_letters

_WORD = re.compile(
    r"(?:[^\W\d_]{1,2}\. ?)+[^\W\d_]{1,2}\.(?!\w)"  # U.S., EE. UU.
    r"|[\u3400-\u9fff\u3040-\u30ff]"  # scripts without spaces: each sign is a word
    r"|[\w\u0300-\u036f\u064b-\u0652]+"
)
_JOINTS = frozenset(" -‐‑'’ʼ\u00a0\u202f\n")
_LONGEST_LINE = 300
_ABBREVIATED = 2
_SENTENCE_WORDS = 60
_TITLE_SHARE = 0.7


@dataclass(frozen=True)
class Words:
    """The words of `text`: offsets [start, end) and keys, in order."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def surface(self, index: int) -> str:
        """The word as it stands in the text; empty outside of the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.keys) else ""

    def key(self, index: int) -> str:
        """The word's key; empty outside of the text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next one, or up to the end of the text."""
        if index < 0:
            return self.text[: self.starts[0]]
        end = self.starts[index + 1] if index + 1 < len(self.keys) else len(self.text)
        return self.text[self.ends[index] : end]

    def joins_next(self, index: int) -> bool:
        """Whether the next word can belong to the same name: « Côte d'Ivoire », "St. Petersburg", no full stop."""
        gap = self.gap(index)
        if gap == ". ":
            return len(self.keys[index]) <= _ABBREVIATED and not self.keys[index].isdigit()
        return len(gap) <= 2 and _JOINTS.issuperset(gap) and gap != "\n\n"

    def is_capital(self, index: int) -> bool:
        """Whether the word starts with a capital letter, or its script has none."""
        return 0 <= index < len(self.keys) and not self.text[self.starts[index]].islower()

    def line(self, index: int) -> str:
        """The line that the word stands in; empty if it is too long for a headline."""
        low, high = max(self.starts[index] - _LONGEST_LINE, 0), self.ends[index] + _LONGEST_LINE
        start = self.text.rfind("\n", low, self.starts[index]) + 1
        end = self.text.find("\n", self.ends[index], high)
        if (start == 0 and low > 0) or (end < 0 and high < len(self.text)):
            return ""
        return self.text[start : end if end >= 0 else len(self.text)]


def split_words(text: str) -> Words:
    """Take `text` apart."""
    small = in_small_letters(text)
    is_composed = unicodedata.is_normalized("NFC", small)
    starts, ends, keys = [], [], []
    for match in _WORD.finditer(small):
        word = match[0]
        keys.append(word if is_composed and "." not in word else _word_key(word))
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, starts, ends, keys)


def place_key(name: str) -> str:
    """The key of a name: its words' keys with single spaces."""
    return " ".join(_word_key(match.group()) for match in _WORD.finditer(in_small_letters(name)))


def _word_key(word: str) -> str:
    """The key of a word in small letters."""
    if word.isascii():
        return word.replace(" ", "") if "." in word else word
    return unicodedata.normalize("NFC", word)


def has_capitals(words: Words) -> bool:
    """Whether the text is written with capitals at all: one word in sixty is less than one a sentence."""
    enough = max(1, ceil(len(words) / _SENTENCE_WORDS))
    capitals = (start for start in words.starts if words.text[start].isupper())
    return sum(1 for _ in islice(capitals, enough)) == enough


def is_shouted(line: str) -> bool:
    """Whether a line is in capitals throughout, a headline or a dateline on its own."""
    return line.isupper()


def is_headline(line: str) -> bool:
    """Whether a line's longer words nearly all have capitals, as English headlines do; a full stop ends none."""
    if line.rstrip().endswith("."):
        return False
    longer = [word for word in _WORD.findall(line) if len(word) > 3]
    capitals = sum(1 for word in longer if word[0].isupper())
    return len(longer) > 2 and capitals >= _TITLE_SHARE * len(longer)
