from __future__ import annotations

import json
from pathlib import Path

import pytest

from rescuewire_connectors.addresses import FileAddress, FolderAddress, parse_source
from rescuewire_connectors.batches import BATCH_RECORDS
from rescuewire_connectors.files.reading import articles_in, open_files
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import NoInput


def read(address: Path) -> list[Record]:
    source = parse_source(str(address))
    assert isinstance(source, (FileAddress, FolderAddress))
    feed = open_files(source)
    found: list[Record] = []
    while not feed.exhausted:
        found.extend(feed.fetch())
    return found


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_record_stands_at_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"id": 1}\n\n{"id": 3}\r\n')
    assert read(path) == [Record(str(path), 0, 0, b'{"id": 1}'), Record(str(path), 0, 2, b'{"id": 3}')]


def test_long_files_come_in_batches(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b"{}\n" * (2 * BATCH_RECORDS + 1))
    assert [record.offset for record in read(path)] == list(range(2 * BATCH_RECORDS + 1))


def test_an_object_is_one_record_as_it_stands(tmp_path: Path) -> None:
    content = b'{"id":  1,\n "text": "x"}\n'
    assert [record.value for record in read(write(tmp_path / "a.json", content))] == [content]


def test_an_array_is_a_record_an_element(tmp_path: Path) -> None:
    values = [record.value for record in read(write(tmp_path / "a.json", b'[{"id":  1}, 2]'))]
    assert values == [b'{"id":  1}', b"2"]


def test_the_first_line_of_a_text_is_its_title(tmp_path: Path) -> None:
    (record,) = read(write(tmp_path / "a.txt", "Été\nL’eau.\n\nFin.".encode()))
    assert json.loads(record.value or b"") == {"title": "Été", "text": "L’eau.\n\nFin."}


def test_a_text_of_one_line_has_no_title(tmp_path: Path) -> None:
    (record,) = read(write(tmp_path / "a.txt", b"Only a line.\n"))
    assert json.loads(record.value or b"") == {"text": "Only a line."}


def test_a_text_that_is_not_utf8_stays_as_it_is_for_the_parser_to_refuse(tmp_path: Path) -> None:
    (record,) = read(write(tmp_path / "a.txt", b"\xe9t\xe9"))
    assert record.value == b"\xe9t\xe9"


def test_a_folder_without_articles_is_no_input(tmp_path: Path) -> None:
    write(tmp_path / "ignored.pdf", b"%PDF")
    with pytest.raises(NoInput, match=r"\.jsonl"):
        read(tmp_path)


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path / "c.jsonl", b"{}\n")
    write(tmp_path / "a.html", b"<p>x</p>")
    write(tmp_path / "b.json", b"{}")
    write(tmp_path / "ignored.pdf", b"%PDF")
    found = read(tmp_path)
    assert [Path(record.topic).name for record in found] == ["a.html", "b.json", "c.jsonl"]
    assert json.loads(found[0].value or b"") == {"html": "<p>x</p>"}


def test_endings_in_capitals_are_read_in_folders_too(tmp_path: Path) -> None:
    write(tmp_path / "A.HTML", b"<p>x</p>")
    assert [json.loads(record.value or b"") for record in read(tmp_path)] == [{"html": "<p>x</p>"}]


def test_an_array_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    assert [record.value for record in read(write(tmp_path / "a.json", b"\xef\xbb\xbf[1, 2]"))] == [b"1", b"2"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"Title\n\n Text. \n"),
        ("a.txt", b"Only a line.\n"),
        ("a.txt", b"[Update] Title\nText."),
        ("a.txt", b"\xe9t\xe9"),
        ("a.html", b"<!DOCTYPE html>\n<p>x</p>"),
        ("a.html", b"<html><p>x</p></html>"),
        ("a.json", b'{"text":\n {"a": 1}\n}'),
        ("a.json", b'[{"id":  1}, {"id": 2}]'),
        ("a.json", b"[]"),
        ("a.jsonl", b'{"id": 1}\n\n{"id": 2}\n'),
    ],
)
def test_content_without_a_name_gives_what_its_file_gives(
    tmp_path: Path, name: str, content: bytes, mark: bytes
) -> None:
    path = write(tmp_path / name, mark + content)
    assert articles_in(mark + content) == [record.value for record in read(path)]


def test_brackets_nested_too_deep_are_for_the_parser_to_refuse(tmp_path: Path) -> None:
    content = b"[" * 100_000 + b"]" * 100_000
    assert [record.value for record in read(write(tmp_path / "a.json", content))] == [content]
