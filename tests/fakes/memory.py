"""A feed and writers in memory, which remember what was asked of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.record import Place, Record


def records(*values: bytes | None, topic: str = "news", partition: int = 0, first: int = 0) -> list[Record]:
    return [Record(topic, partition, first + index, value) for index, value in enumerate(values)]


class MemoryFeed:
    """Serves batches; refuses to be asked for one while another is uncommitted."""

    def __init__(self, *batches: Sequence[Record], log: list[str] | None = None) -> None:
        self._batches = list(batches)
        self._log = [] if log is None else log
        self._uncommitted = False
        self.committed: list[dict[Place, int]] = []
        self.closed = False

    def fetch(self) -> Sequence[Record]:
        assert not self._uncommitted, "fetched while a batch was uncommitted"
        batch = self._batches.pop(0) if self._batches else []
        self._uncommitted = bool(batch)
        return batch

    @property
    def exhausted(self) -> bool:
        return not self._batches

    def give_back(self, returned: Sequence[Record]) -> None:
        self._batches.insert(0, returned)

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        self._log.append("commit")
        self._uncommitted = False
        self.committed.append(dict(next_offsets))

    def close(self) -> None:
        self.closed = True


class MemoryWriter:
    """Keeps items; refuses those in `refused`, and fails to flush where told to."""

    def __init__(self, *, name: str = "writer", log: list[str] | None = None) -> None:
        self.items: list[Any] = []
        self.refused: list[Any] = []
        self.failure: Exception | None = None
        self.completed = False
        self.closed = False
        self._name = name
        self._log = [] if log is None else log

    def write(self, item: Any) -> None:
        if item in self.refused:
            raise Refused("too_large", "an event is too large")
        self.items.append(item)

    def flush(self) -> None:
        self._log.append(f"flush {self._name}")
        if self.failure is not None:
            raise self.failure

    def complete(self) -> None:
        self.completed = True

    def close(self) -> None:
        self.closed = True
