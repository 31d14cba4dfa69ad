"""Writers of files: JSON lines, and container files of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from rescuewire_connectors.files.targets import Target, naming
from rescuewire_connectors.interfaces import EventCodec
from rescuewire_connectors.outcome import Outcome

Event = TypeVar("Event")
Item = TypeVar("Item")


class LinesWriter(Generic[Item]):
    """Writes the lines that an item encodes to."""

    def __init__(self, target: Target, encode: Callable[[Item], Iterable[bytes]]) -> None:
        self._target = target
        self._encode = encode

    def write(self, item: Item) -> None:
        """Write an item's lines."""
        with naming(self._target):
            for line in self._encode(item):
                self._target.stream.write(line + b"\n")

    def flush(self) -> None:
        """Return when all lines are durable."""
        with naming(self._target):
            self._target.flush()

    def complete(self) -> None:
        """Give the file its name."""
        self._target.complete()

    def close(self) -> None:
        """Let go of the file."""
        self._target.close()


class ContainerWriter(Generic[Event]):
    """Writes the events of outcomes into a container file."""

    def __init__(self, target: Target, codec: EventCodec[Event]) -> None:
        self._target = target
        self._container = codec.open_container(target.stream)

    def write(self, outcome: Outcome[Event]) -> None:
        """Write an outcome's events."""
        with naming(self._target):
            for event in outcome.events:
                self._container.write(event)

    def flush(self) -> None:
        """Return when all events are durable."""
        with naming(self._target):
            self._container.flush()
            self._target.flush()

    def complete(self) -> None:
        """Give the file its name; without events it is an empty container."""
        self._container.flush()
        self._target.complete()

    def close(self) -> None:
        """Let go of the file."""
        self._target.close()
