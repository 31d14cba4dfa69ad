"""What a place to read from, a place to write to, and an event's encoding must offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeVar, runtime_checkable

from rescuewire_connectors.record import Place, Record

Item_contra = TypeVar("Item_contra", contravariant=True)


class Feed(Protocol):
    """Where records come from, batch by batch. Never asked for a batch while another is uncommitted."""

    def fetch(self) -> Sequence[Record]:
        """The next batch; empty where there is none now. May wait a fraction of a second."""

    @property
    def exhausted(self) -> bool:
        """True when no batch will ever come again."""

    def give_back(self, records: Sequence[Record]) -> None:
        """These, the last of the batch, were not used: the next fetch brings them again."""

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """Remember durably that everything before these offsets is done; raise Stop where that fails."""

    def close(self) -> None:
        """Let go of everything held; safe to call twice."""


@dataclass(frozen=True)
class Standing:
    """How a feed stands with its broker. `lag` is the records of each partition in hand that are not committed."""

    joined: bool
    broker_answers: bool
    lag: Mapping[Place, int]


@runtime_checkable
class BrokerFeed(Protocol):
    """A feed that belongs to a consumer group of a broker."""

    def standing(self) -> Standing:
        """How it stands, as of the broker's last word; asks for nothing, so any thread may call it at any time."""


class Writer(Protocol[Item_contra]):
    """Where one kind of item goes."""

    def write(self, item: Item_contra) -> None:
        """Take an item whole, or raise Refused before any part of it is taken."""

    def flush(self) -> None:
        """Return when all that was taken is durable; raise Stop where that fails."""

    def complete(self) -> None:
        """The input has ended: give what was written its final name."""

    def close(self) -> None:
        """Let go of everything held, without completing; safe to call twice."""


class Refused(Exception):
    """An item that this place can never take; `reason` is a word for programs."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


class Container(Protocol[Item_contra]):
    """A container file being written."""

    def write(self, item: Item_contra, /) -> None:
        """Add an item."""

    def flush(self) -> None:
        """Hand all items to the stream below."""


class EventCodec(Protocol[Item_contra]):
    """How an event becomes bytes."""

    def open_container(self, stream: BinaryIO) -> Container[Item_contra]:
        """A container file in `stream`: a new one where it is empty, else the one that is there goes on."""

    def to_message(self, event: Item_contra) -> bytes:
        """The event as the value of a Kafka record."""

    def headers(self, event: Item_contra, record: Record) -> tuple[tuple[str, bytes], ...]:
        """The headers of its Kafka record; `record` is what it was found in."""

    def to_json(self, event: Item_contra) -> bytes:
        """The event as plain JSON on one line, without the line's end."""

    def event_id(self, event: Item_contra) -> str:
        """The event's identity, the key of its Kafka record."""
