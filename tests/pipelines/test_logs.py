from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fakes.running import KEYWORD_DETECTOR, run_command

PHRASE = "Kestrel-on-the-moor"
RECORDS = (
    json.dumps({"id": "a0", "text": f"Police rescued 12 people. {PHRASE}"}),
    json.dumps({"id": "a1", "title": PHRASE, "text": f"Nothing. {PHRASE}"}),
    f'{{"text": "{PHRASE}',
    json.dumps({"id": "a3", "text": f"QUOTE {PHRASE}"}),
    json.dumps({"id": "a4", "text": PHRASE, "published_at": PHRASE}),
    json.dumps({"id": "a5", "title": [PHRASE], "text": PHRASE}),
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(RECORDS) + "\n")
    return path


def said(source: Path, *words: str) -> list[str]:
    """The lines of a run on standard error."""
    sink = str(source.with_name("out.jsonl"))
    ended = run_command("run", str(source), sink, "--detector", KEYWORD_DETECTOR, *words)
    assert ended.returncode == 0, ended.stderr
    return ended.stderr.splitlines()


def logged(source: Path, *words: str) -> list[dict[str, Any]]:
    """The log lines of a run; its last line is none."""
    *lines, last = said(source, *words)
    assert last.startswith("rescuewire: 6 records, 1 event; ")
    return [json.loads(line) for line in lines]


def test_there_is_one_line_a_dead_letter(source: Path) -> None:
    lines = logged(source)
    assert [(line["message"], line["level"]) for line in lines] == [("dead letter", "warning")] * 4
    assert [(line["reason"], line["offset"]) for line in lines] == [
        ("not_json", 2),
        ("extraction_failed", 3),
        ("bad_date", 4),
        ("wrong_type", 5),
    ]
    assert {(line["topic"], line["partition"]) for line in lines} == {(str(source), 0)}
    assert lines[1]["article_id"] == "a3"
    assert lines[2]["field"] == "published_at"


def test_info_tells_of_articles_with_events_and_of_start_and_end(source: Path) -> None:
    opened, events, *_, ended = logged(source, "--log-level", "info")
    (event,) = (json.loads(line) for line in source.with_name("out.jsonl").read_text().splitlines())
    assert opened["message"] == "stream opened"
    assert (events["article_id"], events["event_ids"], events["offset"]) == ("a0", [event["event_id"]], 0)
    assert (ended["message"], ended["records"], ended["events"]) == ("stream ended", 6, 1)


def test_no_text_of_an_article_is_logged_above_debug(source: Path) -> None:
    for form in ("json", "text"):
        assert PHRASE not in "".join(said(source, "--log-level", "info", "--log-format", form))
    assert PHRASE in "".join(said(source, "--log-level", "debug"))


def test_a_line_can_be_read_by_people(source: Path) -> None:
    (line, *_, last) = said(source, "--log-format", "text")
    assert "[warning  ] dead letter" in line
    assert "reason=not_json" in line
    assert last.startswith("rescuewire: 6 records")


def test_errors_are_all_that_is_left_when_nothing_else_is_wanted(source: Path) -> None:
    assert logged(source, "--log-level", "error") == []
