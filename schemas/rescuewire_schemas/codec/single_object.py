"""Avro single-object encoding: what an event is on Kafka.

Two bytes of marker (C3 01), the fingerprint of the writer's schema (CRC-64-AVRO, 8 bytes, least significant first),
then the event in Avro's binary encoding. See "Single-object encoding" in the Avro specification.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from fastavro import schemaless_reader, schemaless_writer
from fastavro.read import SchemaResolutionError
from fastavro.types import Schema

from rescuewire_schemas.avro_schemas import VERSIONS, event_fingerprint, event_schema, schema_fingerprint
from rescuewire_schemas.codec.errors import CodecError, UnknownSchemaError
from rescuewire_schemas.records import from_record, to_record
from rescuewire_schemas.rescue_event import RescueEvent

MARKER = b"\xc3\x01"
_HEADER_LENGTH = 10


def encode_event(event: RescueEvent) -> bytes:
    """Return the event in single-object encoding, written by the latest schema."""
    stream = BytesIO()
    stream.write(MARKER + event_fingerprint())
    schemaless_writer(stream, event_schema(), to_record(event))
    return stream.getvalue()


def decode_event(payload: bytes, other_schemas: Iterable[Schema] = ()) -> RescueEvent:
    """Return the event of a payload, read as the latest schema that this package has.

    Args:
        payload: marker, fingerprint and body of one event.
        other_schemas: writers' schemas beyond the package's own, for events of a later version.

    Raises:
        UnknownSchemaError: the fingerprint is of none of the schemas.
        CodecError: the marker is another, or the body is no whole event.
    """
    if payload[:2] != MARKER:
        raise CodecError(f"not Avro single-object encoding: begins with {payload[:2].hex() or 'nothing'}, not c301")
    if len(payload) < _HEADER_LENGTH:
        raise CodecError(f"not Avro single-object encoding: {len(payload)} bytes, shorter than the header of 10")
    writer_schema = _writer_schema(payload[2:_HEADER_LENGTH], other_schemas)
    return from_record(_read_body(payload, writer_schema))


def _writer_schema(fingerprint: bytes, other_schemas: Iterable[Schema]) -> Schema:
    for version in reversed(VERSIONS):
        if event_fingerprint(version) == fingerprint:
            return event_schema(version)
    for schema in other_schemas:
        if schema_fingerprint(schema) == fingerprint:
            return schema
    raise UnknownSchemaError(
        f"event written by the schema with fingerprint {fingerprint.hex()}, which is none of the versions "
        f"{', '.join(VERSIONS)}: install a later rescuewire, or pass the writer's schema"
    )


def _read_body(payload: bytes, writer_schema: Schema) -> dict[str, Any]:
    stream = BytesIO(payload)
    stream.seek(_HEADER_LENGTH)
    try:
        record: Any = schemaless_reader(stream, writer_schema, event_schema())
    except (EOFError, ValueError, LookupError, OverflowError, MemoryError) as error:
        raise CodecError(f"the body of the event is broken at byte {stream.tell()}: {error}") from error
    except SchemaResolutionError:
        raise UnknownSchemaError("the writer's schema cannot be read as a rescue event's") from None
    if stream.tell() != len(payload):
        raise CodecError(f"{len(payload) - stream.tell()} bytes follow the event")
    return dict(record)
