"""How common words are in ordinary text: what is looked for by its rarest word is looked for least often.

`languages/<code>/frequent_words.txt` lists the most frequent words of news in a language, the first the most
frequent. It changes speed, never what is found: a language may do without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

from rescuewire.extraction.packs.language_pack import pack_file
from rescuewire.extraction.patterns.token_patterns import Element

FREQUENT_WORDS = "frequent_words.txt"
_ZIPF_SHARE, _ZIPF_SHIFT = 0.1, 2.7
"""A word of rank r makes up about .1 / (r + 2.7) of a text (Zipf, Mandelbrot)."""
_OTHER_WORD = 1e-6
"""What a word is taken to make up that is not among the frequent ones."""


class WordShares:
    """The share of ordinary text that the words of an element make up."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        self._shares = shares
        self._words = sorted(shares)

    def __call__(self, element: Element) -> float:
        """Return the share of all words together that can stand in the place of `element`."""
        return sum(map(self._of_word, element.words), 0.0) + sum(map(self._of_prefix, element.prefixes), 0.0)

    def _of_word(self, word: str) -> float:
        return self._shares.get(word, _OTHER_WORD)

    def _of_prefix(self, prefix: str) -> float:
        share = _OTHER_WORD
        for index in range(bisect_left(self._words, prefix), len(self._words)):
            if not self._words[index].startswith(prefix):
                break
            share += self._shares[self._words[index]]
        return share


@cache
def load_commonness(pack: str) -> WordShares:
    """Return the shares of the words of a language."""
    path = pack_file(pack, FREQUENT_WORDS)
    words = path.read_text(encoding="utf-8").split() if path.exists() else []
    return WordShares({word: _ZIPF_SHARE / (rank + _ZIPF_SHIFT) for rank, word in enumerate(words, start=1)})
