"""The feed of standard input: JSON lines, as they come."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Mapping, Sequence

from rescuewire_connectors.record import Place, Record

WAIT_SECONDS = 0.2
CHUNK_BYTES = 1 << 20
TOPIC = "-"


class StandardInputFeed:
    """Reads whole lines from a file descriptor; a batch is what has come so far."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = sys.stdin.fileno() if descriptor is None else descriptor
        self._rest = b""
        self._next_line = 0
        self._returned: Sequence[Record] = ()
        self._exhausted = False

    def fetch(self) -> Sequence[Record]:
        """The lines that came within a fraction of a second."""
        batch, self._returned = self._returned, ()
        return batch or self._read_on()

    def _read_on(self) -> Sequence[Record]:
        ready, _, _ = select.select([self._descriptor], [], [], WAIT_SECONDS)
        if not ready or self._exhausted:
            return []
        chunk = os.read(self._descriptor, CHUNK_BYTES)
        self._exhausted = not chunk
        lines = (self._rest + chunk).split(b"\n")
        self._rest = b"" if self._exhausted else lines.pop()
        return self._number(lines)

    def _number(self, lines: Sequence[bytes]) -> list[Record]:
        first = self._next_line
        self._next_line += len(lines)
        return [Record(TOPIC, 0, first + index, line.rstrip(b"\r")) for index, line in enumerate(lines) if line.strip()]

    @property
    def exhausted(self) -> bool:
        """True when the other end has closed."""
        return self._exhausted and not self._returned

    def give_back(self, records: Sequence[Record]) -> None:
        """Keep these for the next fetch."""
        self._returned = records

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """Nothing to remember."""

    def close(self) -> None:
        """Standard input belongs to the process."""
