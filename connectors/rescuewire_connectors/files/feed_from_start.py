"""A feed that remembers nothing of what is done: a rerun begins at its first record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from rescuewire_connectors.record import Place, Record


class FeedFromStart(ABC):
    """What feeds of files and of standard input share; `_read_on` reads, and says when all is read by `_at_end`."""

    def __init__(self) -> None:
        self._returned: Sequence[Record] = ()
        self._at_end = False

    def fetch(self) -> Sequence[Record]:
        """The next records, those given back first."""
        batch, self._returned = self._returned, ()
        return batch or self._read_on()

    @abstractmethod
    def _read_on(self) -> Sequence[Record]:
        """Read further records; none where none came in time."""

    @property
    def exhausted(self) -> bool:
        """True when all is read and nothing was given back."""
        return self._at_end and not self._returned

    def give_back(self, records: Sequence[Record]) -> None:
        """Keep these for the next fetch."""
        self._returned = records

    def commit(self, next_offsets: Mapping[Place, int]) -> None:  # noqa: B027  no subclass has more to do
        """Nothing to remember."""
