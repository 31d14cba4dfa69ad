"""What breaks readers is found, with field and rule; Apache's own library for Python comes to the same verdicts."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import avro.compatibility
import avro.schema
import pytest
from fastavro import parse_schema

from fakes.schema_changes import CHANGES, STRICTER_HERE, Change
from rescuewire_schemas.avro_schemas import LATEST, VERSIONS
from rescuewire_schemas.compatibility import Rule, check_candidate, incompatibilities

BY_NAME = [pytest.param(change, id=change.name) for change in CHANGES]
OTHERWISE_IN_APACHES = STRICTER_HERE | {"record renamed with alias"}
"""Its library for Python does not look for aliases in the namespace of their type, as the specification wants."""


def _broken(change: Change) -> list[tuple[str, Rule]]:
    found = incompatibilities(reader=parse_schema(change.reader), writer=parse_schema(change.writer))
    return [(each.field, each.rule) for each in found]


@pytest.mark.parametrize("change", BY_NAME)
def test_field_and_rule_are_named(change: Change) -> None:
    assert _broken(change) == ([change.broken] if change.broken else [])


@pytest.mark.parametrize("change", [each for each in BY_NAME if each.id not in OTHERWISE_IN_APACHES])
def test_apaches_library_comes_to_the_same_verdict(change: Change) -> None:
    reader, writer = (avro.schema.parse(json.dumps(each)) for each in (change.reader, change.writer))
    verdict = avro.compatibility.ReaderWriterCompatibilityChecker().get_compatibility(reader, writer).compatibility
    assert (verdict is avro.compatibility.SchemaCompatibilityType.compatible) == (change.broken is None)


def test_each_rule_is_shown_by_a_change() -> None:
    assert {change.broken[1] for change in CHANGES if change.broken} == set(Rule)


def _released(version: str = LATEST) -> Any:
    return json.loads((files("rescuewire_schemas") / "rescue_event" / f"{version}.avsc").read_text(encoding="utf-8"))


def _field(schema: Any, name: str) -> Any:
    return next(each for each in schema["fields"] if each["name"] == name)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_released_version_is_a_good_candidate(version: str) -> None:
    assert check_candidate(_released(version)) == []


def _add_required(schema: Any) -> None:
    schema["fields"].append({"name": "summary", "type": "string"})


def _remove_required(schema: Any) -> None:
    schema["fields"].remove(_field(schema, "scope"))


def _drop_default_of_enum(schema: Any) -> None:
    harm = _field(schema, "harm")["type"]
    harm["symbols"].append("PIRACY")
    _remove_symbol(schema)
    del harm["default"]


def _remove_symbol(schema: Any) -> None:
    _field(schema, "harm")["type"]["symbols"].remove("ACCIDENT")


def _change_type(schema: Any) -> None:
    _field(_field(schema, "victims")["type"], "best")["type"] = ["null", "string"]


def _rename(schema: Any) -> None:
    schema["name"] = "Rescue"


@pytest.mark.parametrize(
    ("change", "field", "rule"),
    [
        (_add_required, "summary", Rule.NO_DEFAULT),
        (_remove_required, "scope", Rule.NO_DEFAULT),
        (_drop_default_of_enum, "harm", Rule.SYMBOLS),
        (_change_type, "victims.best", Rule.UNION),
        (_rename, "the schema", Rule.NAME),
    ],
)
def test_a_candidate_is_compared_with_every_version(change: Callable[[Any], None], field: str, rule: Rule) -> None:
    candidate = _released()
    change(candidate)
    refusals = check_candidate(candidate, "mine")
    assert {(each.incompatibility.field, each.incompatibility.rule) for each in refusals} == {(field, rule)}
    assert {each.reader for each in refusals} | {each.writer for each in refusals} == {"mine", *VERSIONS}


def test_both_ways_are_compared() -> None:
    added, removed = _released(), _released()
    _add_required(added)
    _remove_required(removed)
    assert {each.reader for each in check_candidate(added, "mine")} == {"mine"}
    assert {each.writer for each in check_candidate(removed, "mine")} == {"mine"}


def test_symbols_may_come_and_go_where_the_enum_has_a_default() -> None:
    candidate = _released()
    _remove_symbol(candidate)
    assert check_candidate(candidate) == []


def test_a_refusal_is_one_line_with_reader_writer_field_and_rule() -> None:
    candidate = _released()
    _add_required(candidate)
    assert str(check_candidate(candidate, "next.avsc")[0]) == (
        "next.avsc cannot read what 1.0.0 writes: summary: a field that the writer does not write needs a default "
        "(the reader has the field without one, the writer has no such field)"
    )


@pytest.mark.parametrize("candidate", [{"type": "record"}, "nonsense", 7, None, {"type": "enum", "name": "E"}])
def test_what_is_no_schema_is_said_to_be_none(candidate: Any) -> None:
    with pytest.raises(ValueError, match="not an Avro schema"):
        check_candidate(candidate)
