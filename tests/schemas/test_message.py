"""What a Kafka record may hold: two formats, mixed, and a clear word for anything else."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from fastavro import schemaless_writer
from hypothesis import given
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.avro_schemas import event_schema
from rescuewire_schemas.codec import (
    CodecError,
    UnknownSchemaError,
    decode_event,
    encode_confluent_event,
    encode_event,
)
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent

ID = 0x01020304


def _registry(schema_id: int) -> Any:
    return {ID: event_schema(), 7: event_schema("1.0.0")}[schema_id]


def test_the_bytes_are_magic_id_and_the_same_body() -> None:
    assert encode_confluent_event(EXAMPLE, ID) == bytes.fromhex("0001020304") + encode_event(EXAMPLE)[10:]


@given(events)
def test_an_event_comes_back_from_either_format(event: RescueEvent) -> None:
    mixed = [encode_confluent_event(event, ID), encode_event(event), encode_confluent_event(event, ID)]
    assert [decode_event(payload, schema_by_id=_registry) for payload in mixed] == [event] * 3


def test_the_writers_schema_is_the_one_of_the_id() -> None:
    body = BytesIO()
    record = to_record(EXAMPLE)
    del record["confidence"]
    schemaless_writer(body, event_schema("1.0.0"), record)
    event = decode_event(b"\0\0\0\0\x07" + body.getvalue(), schema_by_id=_registry)
    assert (event.event_id, event.confidence) == (EXAMPLE.event_id, None)


def test_without_a_registry_the_id_is_named_with_what_to_do() -> None:
    with pytest.raises(UnknownSchemaError, match=r"id 16909060: name the registry .* --registry URL"):
        decode_event(encode_confluent_event(EXAMPLE, ID))


def test_a_schema_that_is_no_event_is_refused() -> None:
    other = {"type": "record", "name": "other.Thing", "fields": [{"name": "x", "type": "int"}]}
    with pytest.raises(CodecError):
        decode_event(b"\0\0\0\0\1\2", schema_by_id=lambda _: other)


def test_a_body_that_breaks_off_is_refused() -> None:
    with pytest.raises(CodecError, match="broken at byte"):
        decode_event(encode_confluent_event(EXAMPLE, ID)[:40], schema_by_id=_registry)


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (b"", "the value is empty"),
        (b"\xc3", "1 bytes that begin with c3$"),
        (b"\xc3\x01\x02", "3 bytes that begin with c30102, which looks like Avro single-object encoding"),
        (b"\0\0\0\1", "4 bytes that begin with 00000001, which looks like Confluent's wire format"),
        (b'{"id": 1}', "9 bytes that begin with 7b226964, which looks like JSON"),
        (b"Obj\x01\x04\x16", "which looks like an Avro container file"),
        (b"\xff" * 20, "20 bytes that begin with ffffffff$"),
    ],
)
def test_what_is_neither_is_named_by_what_it_looks_like(payload: bytes, words: str) -> None:
    with pytest.raises(CodecError, match=f"neither Avro single-object encoding .* nor Confluent's .*{words}"):
        decode_event(payload, schema_by_id=_registry)


def test_an_id_takes_four_bytes() -> None:
    with pytest.raises(OverflowError):
        encode_confluent_event(EXAMPLE, 2**32)
