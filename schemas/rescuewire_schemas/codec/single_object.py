"""Avro single-object encoding: what an event is on Kafka where no schema registry is used.

Two bytes of marker (C3 01), the fingerprint of the writer's schema (CRC-64-AVRO, 8 bytes, least significant first),
then the event in Avro's binary encoding. See "Single-object encoding" in the Avro specification.
"""

from __future__ import annotations

from io import BytesIO

from fastavro import schemaless_writer

from rescuewire_schemas.avro_schemas import event_fingerprint, event_schema
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent

MARKER = b"\xc3\x01"
HEADER_LENGTH = 10


def encode_event(event: RescueEvent) -> bytes:
    """Return the event in single-object encoding, written by the latest schema."""
    stream = BytesIO()
    stream.write(MARKER + event_fingerprint())
    schemaless_writer(stream, event_schema(), to_record(event))
    return stream.getvalue()
