"""The Avro schema says what each thing means, and says the same as the dataclasses."""

from __future__ import annotations

import dataclasses
import json
import re
import typing
from collections.abc import Iterator
from enum import Enum
from importlib.resources import files
from typing import Any

import pytest
from fastavro import schema as avro

from rescuewire_schemas import rescue_event
from rescuewire_schemas.avro_schemas import LATEST, VERSIONS, event_fingerprint, event_schema

FOLDER = files("rescuewire_schemas") / "rescue_event"


def _source(version: str = LATEST) -> dict[str, Any]:
    return json.loads((FOLDER / f"{version}.avsc").read_text(encoding="utf-8"))


def _named_types(node: Any) -> Iterator[dict[str, Any]]:
    """Every record and enum below a piece of a schema."""
    if isinstance(node, list):
        for branch in node:
            yield from _named_types(branch)
    elif isinstance(node, dict):
        if node["type"] in ("record", "enum"):
            yield node
        for below in (node.get("items"), node["type"], node.get("fields")):
            if isinstance(below, list | dict):
                yield from _named_types(below)


def _records() -> list[dict[str, Any]]:
    return [named for named in _named_types(_source()) if named["type"] == "record"]


def _enums() -> list[dict[str, Any]]:
    return [named for named in _named_types(_source()) if named["type"] == "enum"]


def _name(named: dict[str, Any]) -> str:
    return named["name"]


def test_every_published_version_is_listed() -> None:
    published = {path.name.removesuffix(".avsc") for path in FOLDER.iterdir() if path.name.endswith(".avsc")}
    assert published == set(VERSIONS)


def test_nothing_else_lies_beside_the_versions() -> None:
    others = {path.name for path in FOLDER.iterdir() if not path.name.endswith(".avsc")}
    assert others == {"examples", "CHANGELOG.md"}


def test_every_version_is_told_in_the_changelog_with_its_fingerprint() -> None:
    told = (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert [section.split("\n")[0] for section in told] == list(reversed(VERSIONS))
    assert all(f"`{event_fingerprint(section.split()[0]).hex()}`" in section for section in told)


@pytest.mark.parametrize("record", _records(), ids=_name)
def test_every_record_and_field_has_a_doc(record: dict[str, Any]) -> None:
    without = [field["name"] for field in record["fields"] if not field.get("doc", "").strip()]
    assert not without
    assert record["doc"].strip()


@pytest.mark.parametrize("enum", _enums(), ids=_name)
def test_the_doc_of_an_enum_tells_each_symbol_in_order(enum: dict[str, Any]) -> None:
    told = re.findall(r"(?:^|\. )(\w+): (?=\S)", enum["doc"])
    assert told == enum["symbols"]


@pytest.mark.parametrize("enum", _enums(), ids=_name)
def test_an_enum_has_a_default_for_symbols_of_later_writers(enum: dict[str, Any]) -> None:
    assert enum["default"] == "UNRECOGNISED" == enum["symbols"][-1]


@pytest.mark.parametrize("enum", _enums(), ids=_name)
def test_an_enum_has_the_members_of_its_class(enum: dict[str, Any]) -> None:
    symbols: type[Enum] = getattr(rescue_event, enum["name"])
    assert enum["symbols"] == [member.value for member in symbols]


@pytest.mark.parametrize("record", _records(), ids=_name)
def test_a_record_has_the_fields_of_its_dataclass(record: dict[str, Any]) -> None:
    hints = typing.get_type_hints(getattr(rescue_event, record["name"]))
    assert {field["name"]: _avro_name(field["type"]) for field in record["fields"]} == {
        name: _python_name(hint) for name, hint in hints.items()
    }


@pytest.mark.parametrize("record", _records(), ids=_name)
def test_a_field_has_a_default_where_its_dataclass_has_one(record: dict[str, Any]) -> None:
    declared = dataclasses.fields(getattr(rescue_event, record["name"]))
    optional = {
        field.name
        for field in declared
        if field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    }
    assert {field["name"] for field in record["fields"] if "default" in field} == optional


def test_every_dataclass_and_enum_is_in_the_schema() -> None:
    declared = {
        name
        for name, value in vars(rescue_event).items()
        if isinstance(value, type) and value.__module__ == rescue_event.__name__
    }
    assert declared == {_name(named) for named in _named_types(_source())}


def test_the_full_name_is_in_our_namespace() -> None:
    assert avro.fullname(event_schema()) == "rescuewire.RescueEvent"


def test_a_published_version_keeps_its_fingerprint() -> None:
    assert {version: event_fingerprint(version).hex() for version in VERSIONS} == {
        "1.0.0": "2664776c16d009b1",
        "1.1.0": "26603bf35a5d2bf6",
    }


def test_an_unpublished_version_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"no version 0\.9\.0"):
        event_schema("0.9.0")


def _avro_name(kind: Any) -> str:
    """`int?` for a union with null, `Form*` for an array, the name of a named type."""
    if isinstance(kind, list):
        return f"{_avro_name(kind[1])}?"
    if isinstance(kind, str):
        return {"long": "int", "double": "float", "string": "str"}.get(kind, kind)
    return f"{_avro_name(kind['items'])}*" if kind["type"] == "array" else kind["name"]


def _python_name(hint: Any) -> str:
    arguments = typing.get_args(hint)
    if type(None) in arguments:
        return f"{arguments[0].__name__}?"
    return f"{arguments[0].__name__}*" if arguments else hint.__name__
