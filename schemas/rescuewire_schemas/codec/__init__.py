"""Rescue events as bytes: Avro container files, Avro single objects (Kafka), plain JSON."""

from rescuewire_schemas.codec.container_file import EventFileWriter, read_events, write_events
from rescuewire_schemas.codec.errors import CodecError, UnknownSchemaError
from rescuewire_schemas.codec.plain_json import from_json, to_json
from rescuewire_schemas.codec.single_object import decode_event, encode_event

__all__ = [
    "CodecError",
    "EventFileWriter",
    "UnknownSchemaError",
    "decode_event",
    "encode_event",
    "from_json",
    "read_events",
    "to_json",
    "write_events",
]
