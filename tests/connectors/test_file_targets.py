from __future__ import annotations

from pathlib import Path

import pytest

from rescuewire_connectors.files.targets import FinishedFile, GrowingFile, cut_torn_line


def test_a_file_has_its_name_only_when_complete(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    target = FinishedFile(path)
    target.stream.write(b"line\n")
    assert not path.exists()
    target.complete()
    assert path.read_bytes() == b"line\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_not_completed_leaves_nothing(tmp_path: Path) -> None:
    target = FinishedFile(tmp_path / "x.jsonl")
    target.stream.write(b"line\n")
    target.close()
    assert list(tmp_path.iterdir()) == []


def test_an_unfinished_run_leaves_the_file_of_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"earlier\n")
    target = FinishedFile(path)
    target.stream.write(b"later\n")
    target.close()
    assert path.read_bytes() == b"earlier\n"


def test_a_complete_file_may_be_empty(tmp_path: Path) -> None:
    FinishedFile(tmp_path / "x.jsonl").complete()
    assert (tmp_path / "x.jsonl").read_bytes() == b""


def test_dead_letters_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "x.dead.jsonl"
    path.write_bytes(b"earlier\n")
    FinishedFile(path, even_if_empty=False).complete()
    assert not path.exists()


@pytest.mark.parametrize(
    ("before", "kept"),
    [(b"a\nb\n", b"a\nb\n"), (b"a\nb", b"a\n"), (b"torn", b""), (b"", b""), (b"a\n" + b"x" * 20_000, b"a\n")],
)
def test_a_growing_file_goes_on_after_its_last_whole_line(tmp_path: Path, before: bytes, kept: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(before)
    target = GrowingFile(path, cut_torn_line)
    target.stream.write(b"new\n")
    target.close()
    assert path.read_bytes() == kept + b"new\n"


def test_a_growing_file_has_on_the_disk_what_was_flushed(tmp_path: Path) -> None:
    target = GrowingFile(tmp_path / "x.jsonl", cut_torn_line)
    target.stream.write(b"line\n")
    target.flush()
    assert (tmp_path / "x.jsonl").read_bytes() == b"line\n"
    target.close()
