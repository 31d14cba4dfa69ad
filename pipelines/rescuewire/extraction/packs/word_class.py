"""A class of words that rules join and part at every look: what comes of it is worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import TypeVar

from rescuewire.extraction.patterns.token_patterns import fold

_COMBINATIONS_REMEMBERED = 1 << 12
"""More than the rules of all packs make."""

Other = TypeVar("Other")


class WordClass(frozenset[str]):
    """Folded words of a language pack; unions and differences with lasting sets are remembered."""

    @classmethod
    def of(cls, words: Iterable[str]) -> WordClass:
        """Return the class of some words as a pack writes them."""
        return cls(map(fold, words))

    def __or__(self, other: AbstractSet[Other]) -> frozenset[str | Other]:
        """Return the words of either."""
        return _union(self, other) if isinstance(other, frozenset) else super().__or__(other)

    def __sub__(self, other: AbstractSet[str]) -> frozenset[str]:  # type: ignore[override]
        """Return the words of this class that are not in the other."""
        return _difference(self, other) if isinstance(other, frozenset) else super().__sub__(other)

    __hash__ = frozenset.__hash__


@lru_cache(_COMBINATIONS_REMEMBERED)
def _union(one: WordClass, other: frozenset[str]) -> WordClass:
    return WordClass(frozenset.union(one, other))


@lru_cache(_COMBINATIONS_REMEMBERED)
def _difference(one: WordClass, other: frozenset[str]) -> WordClass:
    return WordClass(frozenset.difference(one, other))
