"""The feed of standard input: JSON lines, as they come."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Sequence

from rescuewire_connectors.files.feed_from_start import FeedFromStart
from rescuewire_connectors.record import Record

WAIT_SECONDS = 0.2
CHUNK_BYTES = 1 << 20
TOPIC = "-"


class StandardInputFeed(FeedFromStart):
    """Reads whole lines from a file descriptor; a batch is what has come so far."""

    def __init__(self, descriptor: int | None = None) -> None:
        super().__init__()
        self._descriptor = sys.stdin.fileno() if descriptor is None else descriptor
        self._rest = b""
        self._next_line = 0

    def _read_on(self) -> Sequence[Record]:
        ready, _, _ = select.select([self._descriptor], [], [], WAIT_SECONDS)
        if not ready or self._at_end:
            return []
        chunk = os.read(self._descriptor, CHUNK_BYTES)
        self._at_end = not chunk
        lines = (self._rest + chunk).split(b"\n")
        self._rest = b"" if self._at_end else lines.pop()
        return self._number(lines)

    def _number(self, lines: Sequence[bytes]) -> list[Record]:
        first = self._next_line
        self._next_line += len(lines)
        return [Record(TOPIC, 0, first + index, line.rstrip(b"\r")) for index, line in enumerate(lines) if line.strip()]

    def close(self) -> None:
        """Standard input belongs to the process."""
