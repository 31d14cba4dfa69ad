"""Rescue events as plain JSON: the Avro record, without Avro's union tags."""

from __future__ import annotations

import json

from rescuewire_schemas.codec.errors import CodecError
from rescuewire_schemas.records import RecordError, as_read, from_record, to_record
from rescuewire_schemas.rescue_event import RescueEvent


def to_json(event: RescueEvent) -> str:
    """Return the event as one line of JSON, fields in the schema's order."""
    return json.dumps(to_record(event), ensure_ascii=False)


def json_as_read(event: RescueEvent) -> str:
    """Return the same line for those who show what they read: a later schema's symbol stands there as UNRECOGNISED."""
    return json.dumps(as_read(event), ensure_ascii=False)


def from_json(line: str | bytes) -> RescueEvent:
    """Return the event that a line of JSON tells; raise CodecError if it tells none."""
    try:
        return from_record(json.loads(line))
    except (RecordError, ValueError, RecursionError) as error:
        raise CodecError(f"not a rescue event in JSON: {error}") from error
