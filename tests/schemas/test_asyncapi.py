"""The AsyncAPI document is valid, points at the latest schemas, and says what the code does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
import yaml
from broker import main as start_broker_by_hand
from hypothesis import given
from hypothesis import strategies as st
from rescue_event_strategies import EXAMPLE, events

from rescuewire.settings import RunSettings
from rescuewire_connectors import dead_letters
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record
from rescuewire_schemas.avro_schemas import LATEST
from rescuewire_schemas.cloud_events import CONTENT_TYPE, Occasion, cloud_event_headers
from rescuewire_schemas.published import find_published
from rescuewire_schemas.rescue_event import EventType, Harm, RescueEvent

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "schemas"
DOCUMENT: dict[str, Any] = yaml.safe_load((FOLDER / "asyncapi.yaml").read_text(encoding="utf-8"))
MESSAGES, SCHEMAS = DOCUMENT["components"]["messages"], DOCUMENT["components"]["schemas"]
NOON = datetime(2026, 11, 26, 12, tzinfo=timezone.utc)


def _fetch_nothing(address: str) -> Any:
    raise AssertionError(f"the validator wants to fetch {address}")


def _validate(document: Any) -> None:
    rules = json.loads((Path(__file__).parent / "asyncapi" / "3.0.0.schema.json").read_text(encoding="utf-8"))
    registry = referencing.jsonschema.SchemaRegistry(retrieve=_fetch_nothing)  # type: ignore[attr-defined]
    known = referencing.jsonschema.DRAFT7.create_resource(jsonschema.Draft7Validator.META_SCHEMA)
    registry = registry.with_resource("http://json-schema.org/draft-07/schema", known)
    jsonschema.Draft7Validator(rules, registry=registry).validate(document)


def test_it_is_a_valid_document() -> None:
    _validate(DOCUMENT)


@pytest.mark.parametrize("name", ["info", "asyncapi"])
def test_the_validator_finds_what_is_missing(name: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validate({key: value for key, value in DOCUMENT.items() if key != name})


def test_the_validator_finds_what_no_document_has() -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validate({**DOCUMENT, "operations": {"x": {"action": "throw"}}})


def _references(node: Any) -> list[str]:
    if isinstance(node, list):
        return [found for each in node for found in _references(each)]
    if isinstance(node, dict):
        own = [node["$ref"]] if "$ref" in node else []
        return own + [found for each in node.values() for found in _references(each)]
    return []


def test_every_reference_leads_somewhere() -> None:
    for reference in _references(DOCUMENT):
        node: Any = DOCUMENT
        for name in reference.removeprefix("#/").split("/") if reference.startswith("#/") else ():
            node = node[name]
        assert reference.startswith("#/") or (FOLDER / reference).is_file()


@pytest.mark.parametrize(("message", "name"), [("article", "article"), ("rescueEvent", "rescue_event")])
def test_the_latest_schemas_are_named(message: str, name: str) -> None:
    latest = find_published(name)
    assert MESSAGES[message]["payload"]["schema"]["$ref"] == f"./rescuewire_schemas/{name}/{latest.file}"


def test_its_version_is_that_of_the_event() -> None:
    assert DOCUMENT["info"]["version"] == LATEST
    assert DOCUMENT["defaultContentType"] == MESSAGES["rescueEvent"]["contentType"] == CONTENT_TYPE


@given(
    events, st.sampled_from(["news-articles", "in/x y.jsonl", "-"]), st.sampled_from([None, "http://r/schemas/ids/7"])
)
def test_the_headers_of_any_event_are_as_it_says(event: RescueEvent, source: str, address: str | None) -> None:
    headers = cloud_event_headers(event, Occasion(source, NOON, address))
    told = {name: value.decode() for name, value in headers}
    jsonschema.validate(told, {**SCHEMAS["cloudEvent"], "additionalProperties": False})


def test_it_has_no_header_that_is_never_sent() -> None:
    sent = {name for name, _ in cloud_event_headers(EXAMPLE, Occasion("news", NOON, "http://r/schemas/ids/7"))}
    assert sent == set(SCHEMAS["cloudEvent"]["properties"])
    article = replace(EXAMPLE.article, id="\0")
    least = {name for name, _ in cloud_event_headers(replace(EXAMPLE, article=article), Occasion("news", NOON))}
    assert least == set(SCHEMAS["cloudEvent"]["required"])


@pytest.mark.parametrize(("header", "symbols"), [("ce_eventtype", EventType), ("ce_harm", Harm)])
def test_symbols_are_those_that_are_written(header: str, symbols: Any) -> None:
    written = [member.value for member in symbols if member.value != "UNRECOGNISED"]
    assert SCHEMAS["cloudEvent"]["properties"][header]["enum"] == written


def _dead_letter(record: Record, field: str | None) -> dict[str, str]:
    message = dead_letters.as_message(DeadLetter(record, "no_text", "it has no text", field))
    return {name: value.decode() for name, value in dead_letters.without_value(message).headers}


def test_the_headers_of_dead_letters_are_as_it_says() -> None:
    full = _dead_letter(Record("news", 1, 7, b"{}", headers=(Header("old", None),), timestamp_ms=5), "text")
    least = dead_letters.as_message(DeadLetter(Record("news", 1, 7, b"{}", key=b"k"), "no_text", "it has no text"))
    assert full.keys() - {"old"} == SCHEMAS["deadLetter"]["properties"].keys()
    assert {name for name, _ in least.headers} == set(SCHEMAS["deadLetter"]["required"])
    jsonschema.validate(full, SCHEMAS["deadLetter"])


def test_topics_and_group_are_the_defaults() -> None:
    address = {name: channel["address"] for name, channel in DOCUMENT["channels"].items()}
    settings = RunSettings("kafka://h:1/" + address["articles"], "kafka://h:1/" + address["events"])
    assert str(settings.places().dead_letters).endswith("/" + address["deadLetters"])
    assert DOCUMENT["operations"]["readArticles"]["bindings"]["kafka"]["groupId"]["default"] == settings.common.group
    by_hand = Path(start_broker_by_hand.__code__.co_filename).read_text(encoding="utf-8")
    assert json.dumps(list(address.values())) in by_hand
