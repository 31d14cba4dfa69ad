"""Avro single-object encoding, to the byte, and what a reader says to broken bytes."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from typing import Any

import pytest
from fastavro import parse_schema, schemaless_writer
from hypothesis import given
from hypothesis import strategies as st
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.avro_schemas import LATEST, event_fingerprint, schema_fingerprint
from rescuewire_schemas.codec import CodecError, UnknownSchemaError, decode_event, encode_event
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import Harm, RescueEvent

# Read and written again, byte for byte, by org.apache.avro 1.12.0 (BinaryMessageDecoder, BinaryMessageEncoder).
GOLDEN_1_0_0 = bytes.fromhex(
    "c3012664776c16d009b14036343737386331623538383236633034386533326336373531373463356333650000020400"
    "0202d00f02d00f0002021a706c7573206465206d696c6c650204494400020449440004044b48044d4d00000002083230"
    "3232021a6ce28099616e2070617373c3a9020226c2ab20706c7573206465206d696c6c6520c2bb062800026100020c53"
    "6f6d6d657400020466720214323032332d30352d31300a302e312e300866724031"
)
# The body read and written again, byte for byte, by Apache's avro 1.12 for Python.
GOLDEN = (
    bytes.fromhex("c30126603bf35a5d2bf6") + GOLDEN_1_0_0[10:] + bytes.fromhex("02d7a3703d0ad7eb3f")  # confidence 0.87
)


def test_the_bytes_are_golden() -> None:
    assert encode_event(EXAMPLE) == GOLDEN


def test_golden_bytes_are_read() -> None:
    assert decode_event(GOLDEN) == EXAMPLE


def test_golden_bytes_of_the_first_version_are_read() -> None:
    assert decode_event(GOLDEN_1_0_0) == replace(EXAMPLE, confidence=None)


@given(events)
def test_an_event_comes_back(event: RescueEvent) -> None:
    assert decode_event(encode_event(event)) == event


@given(st.integers(10, len(GOLDEN) - 1))
def test_a_body_that_breaks_off_is_refused(length: int) -> None:
    with pytest.raises(CodecError, match="broken at byte"):
        decode_event(GOLDEN[:length])


def test_bytes_after_the_event_are_refused() -> None:
    with pytest.raises(CodecError, match="1 bytes follow"):
        decode_event(GOLDEN + b"\0")


@given(st.binary(max_size=200))
def test_no_other_error_comes_out_of_broken_bytes(body: bytes) -> None:
    with pytest.raises(CodecError):
        decode_event(GOLDEN[:10] + b"\x01" + body)


def test_an_unknown_fingerprint_is_named_with_what_to_do() -> None:
    with pytest.raises(UnknownSchemaError, match=r"0102030405060708.*install a later rescuewire"):
        decode_event(b"\xc3\x01" + bytes(range(1, 9)) + GOLDEN[10:])


def _later_schema() -> Any:
    """A schema of the future: a harm more, a field more."""
    source = (files("rescuewire_schemas") / "rescue_event" / f"{LATEST}.avsc").read_text(encoding="utf-8")
    later = copy.deepcopy(json.loads(source))
    harm = next(field for field in later["fields"] if field["name"] == "harm")
    harm["type"]["symbols"].insert(0, "PIRACY")
    later["fields"].append({"name": "summary", "type": "string", "default": ""})
    return parse_schema(later)


def test_an_event_of_a_later_schema_is_read_as_far_as_it_is_known() -> None:
    later = _later_schema()
    stream = BytesIO()
    stream.write(b"\xc3\x01" + schema_fingerprint(later))
    schemaless_writer(stream, later, {**to_record(EXAMPLE), "harm": "PIRACY", "summary": "freed"})
    event = decode_event(stream.getvalue(), other_schemas=[later])
    assert (event.harm, event.victims) == (Harm.UNRECOGNISED, EXAMPLE.victims)


def test_the_fingerprint_is_sent_least_significant_byte_first() -> None:
    assert schema_fingerprint("int") == bytes.fromhex("8f5c393f1ad57572")  # 0x7275d51a3f395c8f in Avro's own tests
    assert GOLDEN[2:10] == event_fingerprint()
