"""Where phrases may begin: three pieces are looked at before more is read, as most that "in the" begins is no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces

Followers = frozenset[str] | None
"""The pieces that may stand behind what begins a phrase; None where any may."""
DIGITS = "0"
"""Stands for any digits, among what begins phrases and among followers."""
_HYPHEN = frozenset({"-"})
_PIECES = 2
"""How many pieces of a phrase are told: "in the" and "l '" say little without the next one."""


@dataclass(frozen=True)
class Openings:
    """What some phrases begin with, one piece or more with a blank between, and what may follow it."""

    followers: Mapping[str, Followers]

    def places(self, pieces: Pieces) -> list[int]:
        """Return the pieces at which one of the phrases may begin."""
        begun = self.followers
        return [
            i for i, word in enumerate(pieces.words) if (word in begun or word.isdecimal()) and self.begin(pieces, i)
        ]

    def begin(self, pieces: Pieces, i: int) -> bool:
        """Tell whether one of the phrases may begin at piece `i`, which is in the text."""
        word = pieces.words[i]
        if word in self.followers and self._go_on(word, pieces, i):
            return True
        return word.isdecimal() and DIGITS in self.followers and self._go_on(DIGITS, pieces, i)

    def _go_on(self, begun: str, pieces: Pieces, i: int) -> bool:
        """Tell whether what stands behind piece `i` may go on a phrase that is `begun` with it."""
        followers = self.followers[begun]
        if followers is None:
            return True
        following = pieces.word(i + 1)
        if following in followers or (DIGITS in followers and following.isdecimal()):
            return True
        longer = f"{begun} {following}"
        return longer in self.followers and self._go_on(longer, pieces, i + 1)

    def __or__(self, other: Openings) -> Openings:
        """Return where phrases of either may begin."""
        united = dict(self.followers)
        for begun, followers in other.followers.items():
            known = united.get(begun, frozenset())
            united[begun] = None if followers is None or known is None else known | followers
        return Openings(united)


def openings_of(*tables: Phrases[Any]) -> Openings:
    """Return where phrases of some tables may begin; a hyphen inside them is optional in the text."""
    united = Openings({})
    for table in tables:
        united |= _openings(table, frozenset())
    return united


def _openings(table: Phrases[Any], behind: frozenset[str]) -> Openings:
    return Openings(dict(pair for word in table.first_words() for pair in _followers(table, behind, word)))


def _followers(table: Phrases[Any], behind: frozenset[str], *begun: str) -> Iterator[tuple[str, Followers]]:
    """Yield what may follow the beginning of a phrase: `behind` where it is all of one and cannot stand alone."""
    is_phrase, following = table.is_phrase(*begun), table.words_behind(*begun)
    if is_phrase and not behind:
        yield " ".join(begun), None
        return
    told = following if len(begun) == _PIECES else frozenset[str]()
    yield " ".join(begun), told | (behind if is_phrase else frozenset()) | _HYPHEN
    for word in following - told:
        yield from _followers(table, behind, *begun, word)


def opened_by(openers: Phrases[Any] | Iterable[str], *opened: Phrases[Any], before_digits: bool = False) -> Openings:
    """Return where `openers` may begin that are nothing without one of the phrases `opened` behind them, or digits."""
    if not isinstance(openers, Phrases):
        openers = Phrases.of((opener, True) for opener in openers)
    behind = frozenset[str]().union(*(table.first_words() for table in opened)) | _HYPHEN
    behind |= {DIGITS} if before_digits else set()
    return _openings(openers, behind)
