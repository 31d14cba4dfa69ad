"""One place of dead letters for all lanes of the process."""

from __future__ import annotations

import threading

from rescuewire_connectors.interfaces import Writer
from rescuewire_connectors.outcome import DeadLetter


class SharedDeadLetters:
    """Lets one lane at a time write; `flush` makes durable what any of them wrote."""

    def __init__(self, writer: Writer[DeadLetter]) -> None:
        self._writer = writer
        self._lock = threading.Lock()

    def write(self, item: DeadLetter) -> None:
        """Take a dead letter."""
        with self._lock:
            self._writer.write(item)

    def flush(self) -> None:
        """Return when all dead letters are durable; raise Stop where that fails."""
        with self._lock:
            self._writer.flush()

    def complete(self) -> None:
        """The input has ended: give what was written its final name."""
        with self._lock:
            self._writer.complete()

    def close(self) -> None:
        """Let go of the place."""
        with self._lock:
            self._writer.close()
