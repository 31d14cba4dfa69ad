"""Events and records: there and back, strict in writing, tolerant in reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fastavro import validate
from hypothesis import given
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.avro_schemas import event_schema
from rescuewire_schemas.records import RecordError, as_read, from_record, to_record
from rescuewire_schemas.rescue_event import EventType, Form, Harm, RescueEvent, VictimCount


@given(events)
def test_an_event_comes_back_from_its_record(event: RescueEvent) -> None:
    assert from_record(to_record(event)) == event


@given(events)
def test_a_record_is_valid_by_the_schema(event: RescueEvent) -> None:
    assert validate(to_record(event), event_schema(), strict=True)


def test_a_record_has_the_order_of_the_schema() -> None:
    schema: Any = event_schema()
    assert list(to_record(EXAMPLE)) == [field["name"] for field in schema["fields"]]


def test_an_unrecognised_symbol_is_never_written() -> None:
    with pytest.raises(RecordError, match="Harm UNRECOGNISED"):
        to_record(replace(EXAMPLE, harm=Harm.UNRECOGNISED))


def test_an_unrecognised_symbol_is_shown_as_such() -> None:
    later = replace(EXAMPLE, harm=Harm.UNRECOGNISED, forms=(Form.UNRECOGNISED,))
    assert as_read(later) == {**to_record(EXAMPLE), "harm": "UNRECOGNISED", "forms": ["UNRECOGNISED"]}


def test_an_event_without_evidence_is_never_written() -> None:
    with pytest.raises(RecordError, match="evidence is empty"):
        to_record(replace(EXAMPLE, evidence=()))


def test_symbols_of_later_writers_are_unrecognised() -> None:
    event = from_record({**to_record(EXAMPLE), "event_type": "AMNESTY", "forms": ["SLAVERY", "SURROGACY"]})
    assert (event.event_type, event.forms) == (EventType.UNRECOGNISED, (Form.SLAVERY, Form.UNRECOGNISED))


def test_fields_of_later_writers_are_passed_over() -> None:
    assert from_record({**to_record(EXAMPLE), "summary": "freed"}) == EXAMPLE


def test_an_event_of_a_writer_without_confidence_has_none() -> None:
    record = to_record(EXAMPLE)
    del record["confidence"]
    assert from_record(record).confidence is None


@pytest.mark.parametrize("confidence", [-0.01, 1.01, 0.123, float("nan"), float("inf")])
def test_what_is_no_probability_of_two_digits_is_never_written(confidence: float) -> None:
    with pytest.raises(RecordError, match="from 0 to 1 of 2 digits"):
        to_record(replace(EXAMPLE, confidence=confidence))


def test_what_has_a_default_may_be_missing() -> None:
    record = to_record(EXAMPLE)
    del record["victims"], record["forms"]
    assert from_record(record) == replace(EXAMPLE, victims=VictimCount(), forms=())


def test_a_missing_field_is_named() -> None:
    record = to_record(EXAMPLE)
    del record["harm"]
    with pytest.raises(RecordError, match="'harm' is missing"):
        from_record(record)


@pytest.mark.parametrize("change", [{"victims": None}, {"evidence": 7}, {"article": "a"}])
def test_a_wrong_shape_is_no_event(change: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="wrong shape"):
        from_record({**to_record(EXAMPLE), **change})
