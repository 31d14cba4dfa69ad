from __future__ import annotations

from pathlib import Path

import pytest

from rescuewire_connectors.addresses import (
    FileAddress,
    FileForm,
    FolderAddress,
    StandardStream,
    TopicAddress,
    parse_events,
    parse_sink,
    parse_source,
)
from rescuewire_connectors.stopping import NoInput, WrongUsage


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", FileForm.JSON_LINES),
        ("a.json", FileForm.JSON),
        ("a.txt", FileForm.TEXT),
        ("a.html", FileForm.HTML),
        ("A.HTML", FileForm.HTML),
    ],
)
def test_a_file_that_is_there_is_a_source(tmp_path: Path, name: str, form: FileForm) -> None:
    path = tmp_path / name
    path.touch()
    assert parse_source(str(path)) == FileAddress(path, form)


@pytest.mark.parametrize("end", ["", "/"])
def test_a_folder_is_a_source(tmp_path: Path, end: str) -> None:
    assert parse_source(f"{tmp_path}{end}") == FolderAddress(tmp_path)


def test_a_dash_is_standard_input_and_output() -> None:
    assert parse_source("-") == parse_sink("-") == parse_events("-") == StandardStream()


def test_a_topic_has_servers_with_ports() -> None:
    expected = TopicAddress(("h1:9092", "h2:9093"), "news-articles")
    assert parse_source("kafka://h1:9092,h2:9093/news-articles") == expected
    assert str(expected) == "kafka://h1:9092,h2:9093/news-articles"


@pytest.mark.parametrize(
    "address",
    ["kafka://", "kafka://h:1", "kafka://h:1/", "kafka:///t", "kafka://h/t", "kafka://h:x/t", "kafka://h:1/a/b"],
)
def test_half_a_topic_is_refused(address: str) -> None:
    with pytest.raises(WrongUsage, match="kafka://"):
        parse_source(address)


@pytest.mark.parametrize("name", ["gone.jsonl", "gone/"])
def test_a_source_that_is_not_there_is_no_input(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoInput, match="gone"):
        parse_source(f"{tmp_path}/{name}")


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"\.avro, \.jsonl"):
        parse_sink(str(tmp_path / "out.parquet"))


def test_a_sink_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="create it"):
        parse_sink(str(tmp_path / "gone" / "out.avro"))


def test_a_source_of_an_unknown_ending_is_refused_with_all_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    with pytest.raises(WrongUsage, match=r"\.jsonl, \.json, \.txt, \.html, a topic .* a folder"):
        parse_source(str(tmp_path / "a.pdf"))


def test_a_file_that_is_not_there_is_told_with_where_it_was_looked_for() -> None:
    with pytest.raises(NoInput, match=f"check the path, it was looked for at {Path.cwd()}/gone.json"):
        parse_source("gone.json")


def test_a_folder_is_no_sink(tmp_path: Path) -> None:
    (tmp_path / "out.avro").mkdir()
    with pytest.raises(WrongUsage, match="this is a folder"):
        parse_sink(str(tmp_path / "out.avro"))


def test_a_folder_has_no_events_to_read(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"this is a folder; give one file of events, \.avro, \.jsonl"):
        parse_events(str(tmp_path))


def test_a_sink_that_must_not_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(WrongUsage, match="must not be written"):
        parse_sink(str(tmp_path / "out.avro"))
