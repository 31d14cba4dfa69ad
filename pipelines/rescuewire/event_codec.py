"""How rescue events become bytes: what connectors ask of `rescuewire_schemas`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.codec import CodecError, EventFileWriter, encode_event, to_json
from rescuewire_schemas.rescue_event import RescueEvent


@dataclass(frozen=True)
class RescueEventCodec:
    """The latest schema: Avro container files, Avro single objects on Kafka, plain JSON lines."""

    def open_container(self, stream: BinaryIO) -> EventFileWriter:
        """A container file in `stream`; raise WrongUsage where another kind of file is there already."""
        try:
            return EventFileWriter(stream)
        except CodecError as error:
            raise WrongUsage(f"{stream.name}: {error}") from error

    def to_message(self, event: RescueEvent) -> bytes:
        """The event as the value of a Kafka record."""
        return encode_event(event)

    def to_json(self, event: RescueEvent) -> bytes:
        """The event as plain JSON on one line."""
        return to_json(event).encode()

    def event_id(self, event: RescueEvent) -> str:
        """The event's identity."""
        return event.event_id
