"""Events as plain JSON: one line, no union tags, the record's own names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.codec import CodecError, from_json, to_json
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent


@given(events)
def test_an_event_comes_back(event: RescueEvent) -> None:
    assert from_json(to_json(event)) == event


@given(events)
def test_an_event_is_one_line(event: RescueEvent) -> None:
    assert "\n" not in to_json(event)


def test_the_json_is_the_record() -> None:
    assert json.loads(to_json(EXAMPLE)) == to_record(EXAMPLE)


def test_text_stays_readable() -> None:
    assert "l’an passé" in to_json(EXAMPLE)


@pytest.mark.parametrize("line", ["", "{", "[]", "7", "{}", b"\xff"])
def test_what_is_no_event_is_refused(line: str | bytes) -> None:
    with pytest.raises(CodecError, match="not a rescue event in JSON"):
        from_json(line)
