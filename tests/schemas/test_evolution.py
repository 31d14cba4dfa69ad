"""Every version of the event's schema reads what every other one writes: FULL_TRANSITIVE, by fastavro's resolution."""

from __future__ import annotations

import json
from importlib.resources import files
from io import BytesIO
from itertools import combinations, product
from pathlib import Path
from typing import Any

import fastavro
import pytest

from rescuewire_schemas.avro_schemas import VERSIONS, event_fingerprint, event_schema
from rescuewire_schemas.codec import CodecError, decode_event, read_events, write_events
from rescuewire_schemas.records import from_record

EXAMPLES = Path(str(files("rescuewire_schemas"))) / "rescue_event" / "examples"
CASES = [
    pytest.param(path, writer, reader, id=f"{writer}-{path.name.split('.')[0]}-read-as-{reader}")
    for writer, reader in product(VERSIONS, VERSIONS)
    for path in sorted((EXAMPLES / writer).glob("*.pass.json"))
]


def _read(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def _fields(version: str) -> dict[str, dict[str, Any]]:
    schema: Any = event_schema(version)
    return {field["name"]: field for field in schema["fields"]}


def _as_read(record: dict[str, Any], reader: str) -> dict[str, Any]:
    """What a reader must see: its own fields, with the default where the writer had none."""
    return {name: record[name] if name in record else field["default"] for name, field in _fields(reader).items()}


@pytest.mark.parametrize(("path", "writer", "reader"), CASES)
def test_what_one_version_writes_another_reads(path: Path, writer: str, reader: str) -> None:
    stream = BytesIO()
    fastavro.schemaless_writer(stream, event_schema(writer), _read(path))
    stream.seek(0)
    assert fastavro.schemaless_reader(stream, event_schema(writer), event_schema(reader)) == _as_read(
        _read(path), reader
    )


@pytest.mark.parametrize(("path", "writer", "reader"), CASES)
def test_container_files_are_read_by_every_version(path: Path, writer: str, reader: str) -> None:
    stream = BytesIO()
    fastavro.writer(stream, event_schema(writer), [_read(path)])
    stream.seek(0)
    assert list(fastavro.reader(stream, event_schema(reader))) == [_as_read(_read(path), reader)]


@pytest.mark.parametrize("writer", VERSIONS)
def test_the_codec_reads_files_and_messages_of_every_version(writer: str) -> None:
    path = next((EXAMPLES / writer).glob("*.pass.json"))
    message, file = BytesIO(b"\xc3\x01" + event_fingerprint(writer)), BytesIO()
    message.seek(10)
    fastavro.schemaless_writer(message, event_schema(writer), _read(path))
    fastavro.writer(file, event_schema(writer), [_read(path)])
    file.seek(0)
    assert [decode_event(message.getvalue())] == list(read_events(file)) == [from_record(_read(path))]


@pytest.mark.parametrize(("earlier", "later"), list(combinations(VERSIONS, 2)))
def test_a_later_version_only_adds_fields_with_defaults(earlier: str, later: str) -> None:
    kept, grown = _fields(earlier), _fields(later)
    assert list(grown)[: len(kept)] == list(kept)
    assert all("default" in grown[name] for name in grown if name not in kept)


def test_a_file_of_an_earlier_version_is_not_continued() -> None:
    stream = BytesIO()
    fastavro.writer(stream, event_schema("1.0.0"), [])
    with pytest.raises(CodecError, match="another schema: write to a new file"):
        write_events(stream, [])
