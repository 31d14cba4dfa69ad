"""What a Kafka record holds, whichever way the event was written: single-object encoding or Confluent's wire format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any, TypeAlias

from fastavro import schemaless_reader
from fastavro.read import SchemaResolutionError
from fastavro.types import Schema

from rescuewire_schemas.avro_schemas import VERSIONS, event_fingerprint, event_schema, schema_fingerprint
from rescuewire_schemas.codec import confluent, single_object
from rescuewire_schemas.codec.errors import CodecError, UnknownSchemaError
from rescuewire_schemas.records import from_record
from rescuewire_schemas.rescue_event import RescueEvent

SchemaById: TypeAlias = Callable[[int], Schema]
"""The schema that a registry has under an id, parsed by fastavro; raises what the registry's client raises."""

_SEEN = (
    (b"Obj\x01", "an Avro container file"),
    (b"{", "JSON"),
    (single_object.MARKER, "Avro single-object encoding"),
    (confluent.MAGIC, "Confluent's wire format"),
)
"""How payloads begin, and what they are then."""


def decode_event(
    payload: bytes, other_schemas: Iterable[Schema] = (), schema_by_id: SchemaById | None = None
) -> RescueEvent:
    """Return the event of a payload, read as the latest schema that this package has.

    Args:
        payload: one event, in Avro single-object encoding or in Confluent's wire format; both may come mixed.
        other_schemas: writers' schemas beyond the package's own, for single objects of a later version.
        schema_by_id: asks the schema registry; without it, payloads in Confluent's format are refused.

    Raises:
        UnknownSchemaError: the payload names a schema that is not to be had.
        CodecError: the payload is in neither format, or the body is no whole event.
    """
    if payload.startswith(single_object.MARKER) and len(payload) >= single_object.HEADER_LENGTH:
        fingerprint = payload[len(single_object.MARKER) : single_object.HEADER_LENGTH]
        return _read(payload, single_object.HEADER_LENGTH, _fingerprinted(fingerprint, other_schemas))
    if payload.startswith(confluent.MAGIC) and len(payload) >= confluent.HEADER_LENGTH:
        schema = _registered(confluent.schema_id_of(payload), schema_by_id)
        return _read(payload, confluent.HEADER_LENGTH, schema)
    raise CodecError(
        "neither Avro single-object encoding (c301, 10 bytes or more) nor Confluent's wire format (00, 5 bytes or "
        f"more): {_words_for(payload)}"
    )


def _words_for(payload: bytes) -> str:
    if not payload:
        return "the value is empty"
    looks = next((f", which looks like {what}" for start, what in _SEEN if payload.startswith(start)), "")
    return f"{len(payload)} bytes that begin with {payload[:4].hex()}{looks}"


def _fingerprinted(fingerprint: bytes, other_schemas: Iterable[Schema]) -> Schema:
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


def _registered(schema_id: int, schema_by_id: SchemaById | None) -> Schema:
    if schema_by_id is None:
        raise UnknownSchemaError(
            f"event in Confluent's wire format, written by the schema with id {schema_id}: name the registry that "
            "knows it with --registry URL"
        )
    return schema_by_id(schema_id)


def _read(payload: bytes, start: int, writer_schema: Schema) -> RescueEvent:
    stream = BytesIO(payload)
    stream.seek(start)
    try:
        record: Any = schemaless_reader(stream, writer_schema, event_schema())
    except (EOFError, ValueError, LookupError, OverflowError, MemoryError) as error:
        raise CodecError(f"the body of the event is broken at byte {stream.tell()}: {error}") from error
    except SchemaResolutionError:
        raise UnknownSchemaError("the writer's schema cannot be read as a rescue event's") from None
    if stream.tell() != len(payload):
        raise CodecError(f"{len(payload) - stream.tell()} bytes follow the event")
    return from_record(dict(record))
