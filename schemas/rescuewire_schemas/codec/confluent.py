"""Confluent's wire format: what an event is on Kafka where a schema registry is used.

One zero byte, the id that the registry gave the writer's schema (4 bytes, most significant first), then the event in
Avro's binary encoding.
"""

from __future__ import annotations

from io import BytesIO

from fastavro import schemaless_writer

from rescuewire_schemas.avro_schemas import event_schema
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent

MAGIC = b"\x00"
HEADER_LENGTH = 5


def encode_confluent_event(event: RescueEvent, schema_id: int) -> bytes:
    """Return the event in Confluent's wire format; `schema_id` is the registry's id of the latest schema."""
    stream = BytesIO()
    stream.write(MAGIC + schema_id.to_bytes(HEADER_LENGTH - len(MAGIC), "big"))
    schemaless_writer(stream, event_schema(), to_record(event))
    return stream.getvalue()


def schema_id_of(payload: bytes) -> int:
    """Return the id of the writer's schema in a payload that begins with MAGIC and has HEADER_LENGTH bytes or more."""
    return int.from_bytes(payload[len(MAGIC) : HEADER_LENGTH], "big")
