"""The record: bytes as they came, and where they stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Header(NamedTuple):
    """A name and its value; Kafka allows null values."""

    name: str
    value: bytes | None


class Place(NamedTuple):
    """A partition of a topic. For a file, `topic` is its path and `partition` 0."""

    topic: str
    partition: int


@dataclass(frozen=True)
class Record:
    """One record as read.

    `offset` is the place in the partition; in a file, the number of the line or element, from 0.
    `timestamp_ms` is milliseconds since 1970, None where none is told. A null `value` is a tombstone. `deaths` is how
    many processes are known to have died with this record in hand.
    """

    topic: str
    partition: int
    offset: int
    value: bytes | None
    key: bytes | None = None
    headers: tuple[Header, ...] = ()
    timestamp_ms: int | None = None
    deaths: int = 0

    @property
    def place(self) -> Place:
        """The partition that the record stood in."""
        return Place(self.topic, self.partition)
