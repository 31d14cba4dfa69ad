"""Extraction does not fall below `tests/gold/baseline.yaml`: each article is read once, each gold file is one test."""

from __future__ import annotations

from pathlib import Path

import pytest
from events_of_gold import GOLD

from rescuewire.evaluation.baseline import (
    Floors,
    changes,
    gold_files,
    measured_floors,
    read_baseline,
    rounded_down,
    shortfalls,
    write_baseline,
)

FLOORS = Floors("digest", {"fr": {"event_f1": 0.9, "count": 1.0, "false_alarm_articles": 1}})


def measured(digest: str = "digest", **figures: float) -> Floors:
    return Floors(digest, {"fr": {**FLOORS.languages["fr"], **figures}})


@pytest.mark.parametrize("name", gold_files(GOLD))
def test_no_floor_is_undercut(name: str) -> None:
    lines = list(shortfalls(name, read_baseline(GOLD).get(name), measured_floors(GOLD / name)))
    assert not lines, "\n".join(lines)


def test_the_baseline_is_of_the_gold_that_is_there() -> None:
    assert set(read_baseline(GOLD)) == set(gold_files(GOLD))


@pytest.mark.parametrize(
    ("got", "complaint"),
    [
        (measured(event_f1=0.89), "x, fr, event_f1: floor 0.90, measured 0.89"),
        (measured(false_alarm_articles=2), "x, fr, false_alarm_articles: ceiling 1, measured 2"),
        (Floors("digest", {}), "x, fr: no longer read"),
        (Floors("digest", {**FLOORS.languages, "it": {}}), "x, it: no floors in the baseline"),
        (measured(digest="other"), "x: new gold, new baseline"),
    ],
)
def test_what_falls_short_is_named(got: Floors, complaint: str) -> None:
    (line,) = shortfalls("x", FLOORS, got)
    assert line.startswith(complaint)


@pytest.mark.parametrize("got", [measured(), measured(event_f1=0.95), measured(false_alarm_articles=0)])
def test_what_is_as_good_or_better_passes(got: Floors) -> None:
    assert list(shortfalls("x", FLOORS, got)) == []


def test_gold_without_floors_falls_short() -> None:
    assert len(list(shortfalls("x", None, FLOORS))) == 1


@pytest.mark.parametrize(("figure", "floor"), [(0.9199, 0.91), (0.92, 0.92), (0.29, 0.29), (1.0, 1.0), (0.0, 0.0)])
def test_floors_are_rounded_down(figure: float, floor: float) -> None:
    assert rounded_down(figure) == floor


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_baseline(tmp_path, {"own/fr.jsonl": FLOORS})
    assert read_baseline(tmp_path) == {"own/fr.jsonl": FLOORS}


def test_a_new_baseline_says_what_it_changes() -> None:
    assert list(changes("x", FLOORS, measured(event_f1=0.8))) == ["x, fr, event_f1: 0.9 -> 0.8"]
    assert list(changes("x", None, Floors("d", {"fr": {"count": 1.0}}))) == ["x, fr, count: new -> 1.0"]
