"""The examples beside the schemas: those that pass, those that fail, and that there are no others."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastavro import validate
from fastavro.validation import ValidationError

from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire_schemas.avro_schemas import LATEST, VERSIONS, event_schema
from rescuewire_schemas.identity import event_id
from rescuewire_schemas.records import RecordError, from_record, to_record

SCHEMAS = Path(str(files("rescuewire_schemas")))
ARTICLE_EXAMPLES = SCHEMAS / "article" / "examples"
EVENT_EXAMPLES = SCHEMAS / "rescue_event" / "examples"


def _article_examples(verdict: str) -> list[Any]:
    paths = sorted(ARTICLE_EXAMPLES.glob(f"*.{verdict}.json"))
    return [pytest.param(path, id=path.name.split(".")[0]) for path in paths]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _event_examples(verdict: str) -> list[Any]:
    return [
        pytest.param(path, id=f"{version}-{path.name.split('.')[0]}")
        for version in VERSIONS
        for path in sorted((EVENT_EXAMPLES / version).glob(f"*.{verdict}.json"))
    ]


def _check_event(record: Any, version: str) -> None:
    validate(record, event_schema(version), strict=True)
    written = to_record(from_record(record))
    validate(written, event_schema(), strict=True)
    assert {**written, **record} == written


def _check_article(article: Any) -> None:
    schema = _read(SCHEMAS / "article" / "1.0.0.schema.json")
    jsonschema.validate(article, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("path", _event_examples("pass"))
def test_event_passes(path: Path) -> None:
    _check_event(_read(path), path.parent.name)


@pytest.mark.parametrize("path", _event_examples("fail"))
def test_event_fails(path: Path) -> None:
    with pytest.raises((ValidationError, RecordError)):
        _check_event(_read(path), path.parent.name)


@pytest.mark.parametrize("path", _event_examples("fail"))
def test_event_that_fails_still_fails_in_the_latest_version(path: Path) -> None:
    with pytest.raises((ValidationError, RecordError)):
        _check_event({"confidence": None, **_read(path)}, LATEST)


@pytest.mark.parametrize("path", _event_examples("pass"))
def test_event_has_the_id_of_its_first_evidence(path: Path) -> None:
    record = _read(path)
    assert record["event_id"] == event_id(record["article"]["id"], record["evidence"][0]["text"], 0)


@pytest.mark.parametrize("path", _article_examples("pass"))
def test_article_passes(path: Path) -> None:
    _check_article(_read(path))


@pytest.mark.parametrize("path", _article_examples("fail"))
def test_article_fails(path: Path) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _check_article(_read(path))


@pytest.mark.parametrize("path", _article_examples("pass"))
def test_the_pipeline_reads_an_article_that_passes(path: Path) -> None:
    assert parse_article(path.read_bytes()).text


@pytest.mark.parametrize("path", _article_examples("fail"))
def test_the_pipeline_refuses_an_article_that_fails(path: Path) -> None:
    with pytest.raises(InvalidArticle):
        parse_article(path.read_bytes())


def test_the_article_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(_read(SCHEMAS / "article" / "1.0.0.schema.json"))


@pytest.mark.parametrize("folder", [ARTICLE_EXAMPLES, *(EVENT_EXAMPLES / version for version in VERSIONS)], ids=str)
def test_every_example_says_whether_it_passes(folder: Path) -> None:
    judged = {*folder.glob("*.pass.json"), *folder.glob("*.fail.json")}
    assert set(folder.iterdir()) == judged


def test_every_version_of_the_event_has_examples() -> None:
    assert {path.name for path in EVENT_EXAMPLES.iterdir()} == set(VERSIONS)


def test_nothing_else_lies_beside_the_article_schema() -> None:
    assert {path.name for path in (SCHEMAS / "article").iterdir()} == {"1.0.0.schema.json", "CHANGELOG.md", "examples"}
