from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rescuewire.evaluation.gold import read_gold
from rescuewire.evaluation.measuring import measure
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire_connectors.stopping import NoInput, WrongUsage
from rescuewire_schemas.rescue_event import Harm

EVENT = {
    "event_type": "RESCUE",
    "harm": "TRAFFICKING",
    "realis": "ACTUAL",
    "scope": "INCIDENT",
    "victims": {"best": 5, "min": 5, "max": 5, "qualifier": "EXACT", "text": "five"},
    "countries": {"agent": [], "origin": [], "place": ["KH"], "transit": [], "return_to": []},
    "time": None,
    "forms": [],
    "evidence": "Police freed five.",
}
LINE = {"id": "a", "language": "en", "title": "", "text": "Police freed five.", "published_at": None, "events": [EVENT]}


def written(folder: Path, *lines: Any) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


def with_event(**changed: Any) -> dict[str, Any]:
    return {**LINE, "events": [{**EVENT, **changed}]}


def test_articles_come_with_their_events(tmp_path: Path) -> None:
    (gold,) = read_gold(written(tmp_path, LINE))
    assert (gold.article.id, gold.language, len(gold.events)) == ("a", "en", 1)


@pytest.mark.parametrize(
    ("changed", "wanted"),
    [({}, 1), ({"realis": "PLANNED"}, 0), ({"harm": "DISASTER"}, 0)],
    ids=["happened", "planned", "of another harm"],
)
def test_wanted_are_events_that_happened(tmp_path: Path, changed: dict[str, str], wanted: int) -> None:
    (gold,) = read_gold(written(tmp_path, with_event(**changed)))
    assert len(gold.wanted(DEFAULT_HARMS)) == wanted


def test_other_harms_are_wanted_when_asked_for(tmp_path: Path) -> None:
    (gold,) = read_gold(written(tmp_path, with_event(harm="DISASTER")))
    assert len(gold.wanted(frozenset({Harm.DISASTER}))) == 1


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("no object", "an article is an object"),
        ({**LINE, "text": ""}, "neither text nor html"),
        ({**LINE, "language": None}, r"\$.language"),
        ({key: value for key, value in LINE.items() if key != "events"}, "events"),
        (with_event(harm="BOREDOM"), "BOREDOM"),
        (with_event(victims={"best": "five"}), r"victims.best"),
    ],
)
def test_a_line_that_is_not_gold_is_named(tmp_path: Path, line: Any, complaint: str) -> None:
    with pytest.raises(WrongUsage, match=rf"gold\.jsonl:2: no gold article: .*{complaint}"):
        read_gold(written(tmp_path, LINE, line))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoInput, match="no such file"):
        read_gold(tmp_path / "away.jsonl")


def test_a_folder_is_no_file_of_gold(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="folder"):
        read_gold(tmp_path)


def test_articles_of_a_language_without_a_pack_are_left_out(tmp_path: Path) -> None:
    got = measure(read_gold(written(tmp_path, LINE, {**LINE, "language": "cy"}, {**LINE, "language": "cy"})))
    assert ([c.language for c in got.comparisons], got.left_out) == (["en"], {"cy": 2})
