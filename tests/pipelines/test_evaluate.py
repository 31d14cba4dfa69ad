from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fakes.running import run_command
from rescuewire_connectors.stopping import ExitCode

TEXT = "Cambodian police rescued five Indonesian women from a brothel in Bavet on Friday."
EVENT = {
    "event_type": "RESCUE",
    "harm": "TRAFFICKING",
    "scope": "INCIDENT",
    "victims": {"best": 6, "min": 6, "max": 6, "qualifier": "EXACT"},
    "countries": {"agent": ["KH"], "origin": ["ID"], "place": ["KH"]},
    "time": "2024-05-03",
    "forms": ["SEXUAL_EXPLOITATION"],
    "evidence": TEXT,
}
NOT_FOUND = {**EVENT, "victims": {"best": 40}, "evidence": "They grow rice."}


def article(identity: str, text: str, *events: dict[str, Any], language: str = "en") -> str:
    fields = {"id": identity, "language": language, "title": "", "published_at": "2024-05-06"}
    return json.dumps({**fields, "text": text, "events": events}) + "\n"


@pytest.fixture
def gold(tmp_path: Path) -> str:
    path = tmp_path / "gold.jsonl"
    lines = [
        article("told", f"{TEXT}\n", EVENT),
        article("untold", "They grow rice.", NOT_FOUND),
        article("unread", "Heddlu", language="cy"),
    ]
    path.write_text("".join(lines))
    return str(path)


def test_the_table_is_by_slot_and_language(gold: str) -> None:
    printed = run_command("evaluate", gold).stdout
    rows = {line.strip().rpartition("  ")[0].strip(): line.split()[-1] for line in printed.splitlines() if line.strip()}
    assert (rows["articles"], rows["gold events"], rows["found events"]) == ("2", "2", "1")
    assert (rows["event precision"], rows["event recall"], rows["count"]) == ("1.00", "0.50", "0.00")
    assert (rows["place F1"], rows["transit F1"]) == ("1.00", "–")
    assert "left out, since their language has no pack: 1 article (1 in cy)" in " ".join(printed.split())
    assert "missed" not in printed


def test_errors_are_listed_on_demand(gold: str) -> None:
    printed = run_command("evaluate", gold, "--errors").stdout
    words = " ".join(printed.split())
    assert "wrong told (en)" in words
    assert "count best 6, min 6, max 6 best 5, min 5, max 5" in words
    assert "missed untold (en)" in words


def test_json_has_the_same(gold: str) -> None:
    printed = json.loads(run_command("evaluate", gold, "--errors", "--json").stdout)
    assert (printed["scores"]["en"]["event_r"], printed["left_out"]) == (0.5, {"cy": 1})
    assert printed["scores"]["all"] == printed["scores"]["en"]
    wrong, missed = printed["errors"]
    assert (wrong["error"], wrong["article"], missed["error"]) == ("wrong", "told", "missed")
    assert wrong["slots"]["count"]["found"] == {"best": 5, "min": 5, "max": 5}
    assert wrong["evidence"]["gold"] == [TEXT]


def test_harms_choose_what_is_wanted(gold: str) -> None:
    printed = json.loads(run_command("evaluate", gold, "--harm", "captivity", "--json").stdout)
    assert (printed["scores"]["all"]["gold"], printed["scores"]["all"]["clean_articles"]) == (0, 2)


def test_a_file_that_is_not_there_ends_in_one_line(tmp_path: Path) -> None:
    ended = run_command("evaluate", str(tmp_path / "away.jsonl"))
    assert (ended.returncode, ended.stdout) == (ExitCode.NO_INPUT, "")
    (line,) = ended.stderr.splitlines()
    assert "away.jsonl: no such file" in line


def test_a_garbled_file_ends_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "garbled.jsonl"
    path.write_bytes(b"\xff\xfe{")
    ended = run_command("evaluate", str(path))
    assert (ended.returncode, ended.stdout) == (ExitCode.USAGE, "")
    (line,) = ended.stderr.splitlines()
    assert "garbled.jsonl:1: no gold article" in line
