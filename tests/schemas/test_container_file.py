"""Avro container files: same events same bytes, continued after a crash, broken ones named."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import fastavro
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rescue_event_strategies import EXAMPLE, events

from rescuewire_schemas.avro_schemas import event_schema
from rescuewire_schemas.codec import CodecError, EventFileWriter, read_events, write_events
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent

OTHER = replace(EXAMPLE, event_id="0" * 32)


def _file(*written: RescueEvent) -> bytes:
    stream = BytesIO()
    write_events(stream, written)
    return stream.getvalue()


@given(st.lists(events, max_size=4))
def test_events_come_back_in_order(written: list[RescueEvent]) -> None:
    assert list(read_events(BytesIO(_file(*written)))) == written


def test_the_same_events_are_the_same_bytes() -> None:
    assert _file(EXAMPLE, OTHER) == _file(EXAMPLE, OTHER)


def test_any_avro_reader_finds_the_schema_in_the_file() -> None:
    reader = fastavro.reader(BytesIO(_file(EXAMPLE)))
    assert json.loads(reader.metadata["avro.schema"])["doc"]
    assert list(reader) == [to_record(EXAMPLE)]


def test_compressed_files_are_read() -> None:
    stream = BytesIO()
    fastavro.writer(stream, event_schema(), [to_record(EXAMPLE)], codec="deflate")
    stream.seek(0)
    assert list(read_events(stream)) == [EXAMPLE]


def test_a_flushed_event_can_be_read_while_writing_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "events.avro"
    with path.open("wb") as stream:
        writer = EventFileWriter(stream)
        writer.write(EXAMPLE)
        writer.flush()
        stream.flush()
        with path.open("rb") as reading:
            assert list(read_events(reading)) == [EXAMPLE]


def test_a_file_is_continued(tmp_path: Path) -> None:
    path = tmp_path / "events.avro"
    for event in (EXAMPLE, OTHER):
        with path.open("a+b") as stream:
            write_events(stream, [event])
    with path.open("rb") as stream:
        assert list(read_events(stream)) == [EXAMPLE, OTHER]


def _first_block_end() -> int:
    return len(_file(EXAMPLE))


@pytest.mark.parametrize("lost", [1, 16, 17, 60])
def test_an_unfinished_block_is_cut_off_before_a_file_is_continued(tmp_path: Path, lost: int) -> None:
    path = tmp_path / "events.avro"
    with path.open("w+b") as stream:
        write_events(stream, [EXAMPLE])
        write_events(stream, [OTHER])
        stream.truncate(stream.tell() - lost)
    with path.open("a+b") as stream:
        write_events(stream, [OTHER])
    assert path.read_bytes()[: _first_block_end()] == _file(EXAMPLE)
    with path.open("rb") as stream:
        assert list(read_events(stream)) == [EXAMPLE, OTHER]


@pytest.mark.parametrize("length", [1, 4, 500])
def test_an_unfinished_header_is_written_anew(length: int) -> None:
    stream = BytesIO(_file()[:length])
    write_events(stream, [EXAMPLE])
    assert stream.getvalue() == _file(EXAMPLE)


def test_another_kind_of_file_is_not_continued() -> None:
    stream = BytesIO(b"id,name\n")
    with pytest.raises(CodecError, match="cannot be continued"):
        EventFileWriter(stream)
    assert stream.getvalue() == b"id,name\n"


def test_a_file_of_another_schema_is_not_continued() -> None:
    stream = BytesIO()
    fastavro.writer(stream, {"type": "record", "name": "Count", "fields": [{"name": "n", "type": "int"}]}, [{"n": 1}])
    before = stream.getvalue()
    with pytest.raises(CodecError, match="another schema"):
        EventFileWriter(stream)
    assert stream.getvalue() == before


def test_a_broken_file_gives_its_whole_events_first() -> None:
    stream = BytesIO(_file(EXAMPLE))
    write_events(stream, [OTHER])
    found = read_events(BytesIO(stream.getvalue()[:-20]))
    assert next(found) == EXAMPLE
    with pytest.raises(CodecError, match="after 1 whole events"):
        next(found)


@pytest.mark.parametrize("content", [b"", b"Obj", b"{}", b"id,name\n"])
def test_what_is_no_container_file_is_refused(content: bytes) -> None:
    with pytest.raises(CodecError, match="not an Avro container file"):
        list(read_events(BytesIO(content)))


def test_a_container_of_other_records_is_refused() -> None:
    stream = BytesIO()
    fastavro.writer(stream, {"type": "record", "name": "Count", "fields": [{"name": "n", "type": "int"}]}, [{"n": 1}])
    stream.seek(0)
    with pytest.raises(CodecError, match="holds Count records, not rescue events"):
        list(read_events(stream))
