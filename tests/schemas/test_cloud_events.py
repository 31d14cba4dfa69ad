"""The envelope, header by header; Kafka's binding of CloudEvents says what must be there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.cloud_events import Occasion, cloud_event_headers
from rescuewire_schemas.rescue_event import RescueEvent

NOON = datetime(2026, 11, 26, 13, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))
NAMES = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_eventtype", "ce_harm", "content-type"}


def _headers(event: RescueEvent = EXAMPLE, source: str = "news-articles", schema: str | None = None) -> dict[str, str]:
    headers = cloud_event_headers(event, Occasion(source, NOON, schema))
    return {name: value.decode() for name, value in headers}


def test_every_header_says_what_it_should() -> None:
    assert _headers(schema="http://registry/schemas/ids/7") == {
        "ce_specversion": "1.0",
        "ce_id": EXAMPLE.event_id,
        "ce_type": "rescuewire.RescueEvent",
        "ce_source": "/rescuewire/news-articles",
        "ce_time": "2026-11-26T12:00:00.123Z",
        "ce_subject": EXAMPLE.article.id,
        "ce_dataschema": "http://registry/schemas/ids/7",
        "ce_eventtype": "RESCUE",
        "ce_harm": "TRAFFICKING",
        "content-type": "application/avro",
    }


def test_without_a_registry_no_schema_is_named() -> None:
    assert "ce_dataschema" not in _headers()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("in/news 1.jsonl", "/rescuewire/news%201.jsonl"),
        ("-", "/rescuewire/-"),
        ("news.été", "/rescuewire/news.%C3%A9t%C3%A9"),
    ],
)
def test_the_source_is_an_address_whatever_the_topic_or_file_is_called(source: str, told: str) -> None:
    assert _headers(source=source)["ce_source"] == told


@pytest.mark.parametrize("article_id", ["a\x00b", "line\nend", "\ud800", "\x9f"])
def test_an_id_that_no_attribute_may_hold_is_left_out(article_id: str) -> None:
    assert "ce_subject" not in _headers(replace(EXAMPLE, article=replace(EXAMPLE.article, id=article_id)))


@given(events)
def test_any_event_has_the_attributes_that_are_required(event: RescueEvent) -> None:
    headers = _headers(event)
    assert headers.keys() >= NAMES
    assert all(headers.values())
    assert all(re.fullmatch(r"content-type|ce_[a-z0-9]{1,20}", name) for name in headers)
