"""How rescue events become bytes: what connectors ask of `rescuewire_schemas`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import BinaryIO

from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.cloud_events import Occasion, cloud_event_headers
from rescuewire_schemas.codec import CodecError, EventFileWriter, encode_confluent_event, encode_event, to_json
from rescuewire_schemas.rescue_event import RescueEvent


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass(frozen=True)
class RegisteredSchema:
    """What a schema registry calls the latest schema: its id, and where it is to be had."""

    id: int
    address: str


@dataclass(frozen=True)
class RescueEventCodec:
    """The latest schema: Avro container files, plain JSON lines, and on Kafka Avro with CloudEvents headers.

    With `registered` Kafka's values are in Confluent's wire format, else Avro single objects.
    """

    registered: RegisteredSchema | None = None
    clock: Callable[[], datetime] = _now

    def open_container(self, stream: BinaryIO) -> EventFileWriter:
        """A container file in `stream`; raise WrongUsage where another kind of file is there already."""
        try:
            return EventFileWriter(stream)
        except CodecError as error:
            raise WrongUsage(f"{stream.name}: {error}") from error

    def to_message(self, event: RescueEvent) -> bytes:
        """The event as the value of a Kafka record."""
        return encode_confluent_event(event, self.registered.id) if self.registered else encode_event(event)

    def headers(self, event: RescueEvent, record: Record) -> tuple[tuple[str, bytes], ...]:
        """The envelope of its Kafka record."""
        address = self.registered.address if self.registered else None
        return cloud_event_headers(event, Occasion(record.topic, self.clock(), address))

    def to_json(self, event: RescueEvent) -> bytes:
        """The event as plain JSON on one line."""
        return to_json(event).encode()

    def event_id(self, event: RescueEvent) -> str:
        """The event's identity."""
        return event.event_id
