"""The definition's own scorer, which lies beside the checkout where the project is made, gives the same figures."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from events_of_gold import GOLD, right_events, wrong_events

from rescuewire.evaluation.comparison import compare
from rescuewire.evaluation.facts import facts_of
from rescuewire.evaluation.gold import GoldArticle, read_gold
from rescuewire.evaluation.scores import Scores, figures, scores_by_language
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import load_detector
from rescuewire_schemas.records import to_record
from rescuewire_schemas.rescue_event import RescueEvent

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "gold" / "score.py"
pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason=f"the reference scorer is not here: {REFERENCE}")

FILES = sorted([*GOLD.glob("written/*.jsonl"), *GOLD.glob("own/*.jsonl"), GOLD / "bundled.jsonl"])
LEVELS = ("event", "record", "full", "article")
SHARES = {"count": "count_exact", "count_told": "count_exact_told"}
SAME_NAME = ("type", "harm", "scope", "time", "qualifier", "false_alarm_rate", "articles", "gold")
OTHER_NAME = {**SHARES, **{name: name for name in SAME_NAME}, "found": "pred", "matched": "match"}
SETS = {name: name for name in ("agent", "origin", "place", "transit", "return_to")} | {
    "any_country": "any",
    "forms": "form",
}


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def our_figures(scores: Scores) -> dict[str, float]:
    flat = figures(scores)
    numbers = {name: flat[name] for name in OTHER_NAME}
    for level in LEVELS:
        numbers |= {f"{level} {rate}": flat[f"{level}_{rate}"] for rate in ("p", "r", "f1")}
    for name, agreement in scores.sets.items():
        rates = {"p": agreement.precision, "r": agreement.recall, "f1": flat[name]}
        numbers |= {f"{name} {rate}": value for rate, value in rates.items()}
    return {name: round(value, 3) for name, value in numbers.items()}


def their_figures(row: dict[str, Any]) -> dict[str, float]:
    numbers = {ours: row[theirs] for ours, theirs in OTHER_NAME.items()}
    for ours, theirs in {**{level: level for level in LEVELS}, **SETS}.items():
        numbers |= {f"{ours} {rate}": value for rate, value in row[theirs].items()}
    return numbers


def assert_agree(reference: ModuleType, path: Path, find: Callable[[GoldArticle], list[RescueEvent]]) -> None:
    articles = read_gold(path)
    found = {gold.article.id: find(gold) for gold in articles}
    comparisons = [
        compare(a.article, a.language, a.wanted(DEFAULT_HARMS), tuple(map(facts_of, found[a.article.id])))
        for a in articles
    ]
    records = [json.loads(json.dumps(to_record(event))) for events in found.values() for event in events]
    rows = reference.load(path)
    for code, scores in scores_by_language(comparisons).items():
        part = [row for row in rows if code in {"all", row["language"]}]
        ids = {row["id"] for row in part}
        theirs = reference.score(part, [r for r in records if r["article"]["id"] in ids])
        assert our_figures(scores) == their_figures(theirs), code


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_on_events_that_are_right(reference: ModuleType, path: Path) -> None:
    assert_agree(reference, path, right_events)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_on_events_that_are_wrong_in_every_way(reference: ModuleType, path: Path, seed: int) -> None:
    dice = Random(seed)
    assert_agree(reference, path, lambda gold: wrong_events(gold, dice))


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_on_what_the_detector_finds(reference: ModuleType, language: str) -> None:
    detect = load_detector().detect
    assert_agree(reference, GOLD / "written" / f"{language}.jsonl", lambda gold: list(detect(gold.article).events))
