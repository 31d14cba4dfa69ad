"""Rescue events as bytes: Avro container files, Kafka records with or without a schema registry, plain JSON."""

from rescuewire_schemas.codec.confluent import encode_confluent_event
from rescuewire_schemas.codec.container_file import EventFileWriter, read_events, write_events
from rescuewire_schemas.codec.errors import CodecError, UnknownSchemaError
from rescuewire_schemas.codec.message import decode_event
from rescuewire_schemas.codec.plain_json import from_json, json_as_read, to_json
from rescuewire_schemas.codec.single_object import encode_event

__all__ = [
    "CodecError",
    "EventFileWriter",
    "UnknownSchemaError",
    "decode_event",
    "encode_confluent_event",
    "encode_event",
    "from_json",
    "json_as_read",
    "read_events",
    "to_json",
    "write_events",
]
