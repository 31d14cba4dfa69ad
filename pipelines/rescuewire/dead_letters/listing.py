"""Listing dead letters: those that are meant, the newest of them, and their counts by reason."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator

from rescuewire.dead_letters.choosing import Choice
from rescuewire.dead_letters.words import ListedLetter, count_words
from rescuewire_connectors.stored_letters import LetterStore


class Listing:
    """The letters of a store that are meant; `counts` holds their number by reason, once they were read."""

    def __init__(self, store: LetterStore, choice: Choice) -> None:
        self.counts: Counter[str] = Counter()
        self._store = store
        self._choice = choice

    def words(self) -> str:
        """The counts in one line."""
        return count_words(self.counts)

    def read(self, *, pending: bool = False) -> Iterator[ListedLetter]:
        """The letters in their order; with `pending` only those that were not replayed."""
        replayed = self._store.replayed()
        for stored in self._choice.of(self._store.read()):
            letter = ListedLetter(stored, stored.identity in replayed)
            if not (pending and letter.replayed):
                self.counts[stored.letter.reason] += 1
                yield letter


def newest(letters: Iterator[ListedLetter], limit: int) -> list[ListedLetter]:
    """The `limit` letters that were written last, the newest last; where no time is told, the last ones."""
    return heapq.nlargest(limit, letters, key=_age)[::-1]


def _age(letter: ListedLetter) -> tuple[int, int, int]:
    place = letter.stored.place
    return letter.stored.written_ms or 0, place.partition, place.number
