from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from rescuewire.explaining.one_article import read_one_article
from rescuewire_connectors.stopping import WrongUsage

ONE = b'{"title": "T", "text": "Police rescued 5 people."}'


def type_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "\ufeffTitle\n\n Police rescued 5 people.\n".encode()),
        ("a.txt", b"Police rescued 5 people."),
        ("a.html", b"<html><body><p>Police rescued 5 people in the port.</p></body></html>"),
        ("a.json", b"\xef\xbb\xbf[" + ONE + b"]"),
        ("a.jsonl", ONE + b"\n"),
    ],
)
def test_a_file_and_standard_input_give_the_same_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    type_in(monkeypatch, content)
    article = read_one_article(str(tmp_path / name), None)
    assert "Police rescued 5 people" in article.text
    assert article == read_one_article("-", None)


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", (ONE + b"\n") * 250), ("a.json", b"[" + ONE + b", 1]")])
def test_several_articles_are_refused_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    type_in(monkeypatch, content)
    for source in (str(tmp_path / name), "-"):
        with pytest.raises(WrongUsage, match=r"(250|2) articles, and extract explains one; give one of them"):
            read_one_article(source, None)


def test_a_file_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n")
    with pytest.raises(WrongUsage, match="no article"):
        read_one_article(str(tmp_path / "a.jsonl"), None)


def test_a_folder_is_refused_with_the_files_that_are_read(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"\.jsonl, \.json, \.txt, \.html"):
        read_one_article(str(tmp_path), None)


@pytest.mark.parametrize("terminal", [True, False])
def test_only_who_sits_at_a_terminal_is_told_what_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, terminal: bool
) -> None:
    type_in(monkeypatch, ONE)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: terminal)
    read_one_article("-", None)
    assert ("until Ctrl-D" in capsys.readouterr().err) is terminal
