"""Where phrases may begin: two pieces are looked at before more is read, since most that "the" begins is no date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces

Followers = frozenset[str] | None
"""The pieces that may stand behind the first one of a phrase; None where any may."""
_HYPHEN = frozenset({"-"})
_DIGITS = "0"
"""Stands among followers for any digits."""


@dataclass(frozen=True)
class Openings:
    """The first pieces of some phrases, each with what may follow it."""

    followers: Mapping[str, Followers]

    def begin(self, pieces: Pieces, i: int) -> bool:
        """Tell whether one of the phrases may begin at piece `i`, which is in the text."""
        word = pieces.words[i]
        if word not in self.followers:
            return False
        followers = self.followers[word]
        if followers is None:
            return True
        following = pieces.word(i + 1)
        return following in followers or (_DIGITS in followers and following.isdecimal())

    def __or__(self, other: Openings) -> Openings:
        """Return where phrases of either may begin."""
        united = dict(self.followers)
        for word, followers in other.followers.items():
            known = united.get(word, frozenset())
            united[word] = None if followers is None or known is None else known | followers
        return Openings(united)


def openings_of(*tables: Phrases[Any]) -> Openings:
    """Return where phrases of some tables may begin; a hyphen inside them is optional in the text."""
    united = Openings({})
    for table in tables:
        united |= Openings({word: _followers(table, word) for word in table.first_words()})
    return united


def _followers(table: Phrases[Any], word: str) -> Followers:
    return None if table.is_phrase(word) else table.words_behind(word) | _HYPHEN


def opened_by(openers: Phrases[Any] | Iterable[str], *opened: Phrases[Any], before_digits: bool = False) -> Openings:
    """Return where `openers` may begin that are nothing without one of the phrases `opened` behind them, or digits."""
    if not isinstance(openers, Phrases):
        openers = Phrases.of((opener, True) for opener in openers)
    behind = frozenset[str]().union(*(table.first_words() for table in opened)) | _HYPHEN
    behind |= {_DIGITS} if before_digits else set()
    return Openings({word: openers.words_behind(word) | behind for word in openers.first_words()})
