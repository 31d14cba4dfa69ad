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
    ("name", "form"), [("a.jsonl", FileForm.JSON_LINES), ("a.json", FileForm.JSON), ("a.txt", FileForm.TEXT)]
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
