"""How the command line ends where a language pack is broken: one line, and the exit code of settings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from rescuewire.commands.app import run_app
from rescuewire.extraction.pack_errors import PackError

MISTAKE = "languages/fr/triggers.yaml:9: triggers[0].say[0]: the verb 'secourire' is not in verbs.yaml"


class BrokenDetector:
    """A detector whose language pack turns out to be broken at the first article."""

    def detect(self, _article: object) -> object:
        """Raise what reading a broken pack raises."""
        raise PackError(MISTAKE)

    read = detect


def load_broken(*_: object) -> BrokenDetector:
    """Load the detector."""
    return BrokenDetector()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "article.jsonl"
    path.write_text(json.dumps({"id": "1", "title": "Otages", "text": "Ils ont été libérés."}) + "\n", encoding="utf-8")
    return path


def _code(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    monkeypatch.setattr(sys, "argv", ["rescuewire", *words])
    with pytest.raises(SystemExit) as end:
        run_app()
    return end.value.code


def test_extract_ends_with_the_mistake(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("rescuewire.extraction.detector.load_detector", load_broken)
    assert _code(monkeypatch, "extract", str(article)) == 78
    assert capsys.readouterr().err == f"rescuewire: {MISTAKE}\n"


def test_run_ends_with_the_mistake_and_writes_no_file(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sink = article.with_name("events.jsonl")
    assert _code(monkeypatch, "run", str(article), str(sink), "--detector", f"{__name__}:load_broken") == 78
    assert capsys.readouterr().err == f"rescuewire: {MISTAKE}\n"
    assert not sink.exists()
