"""Rules are switched off from outside: every replacement must still fit what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from events_of_gold import GOLD

from rescuewire.evaluation.ablation import ablation_table
from rescuewire.evaluation.gold import read_gold
from rescuewire.evaluation.rule_classes import FEATURE_GROUPS, MECHANISMS, RULE_CLASSES, RuleClass, switched_off
from rescuewire.extraction.detector import load_detector
from rescuewire.extraction.judgement import verdict
from rescuewire.extraction.judgement.weights import Weights, load_weights
from rescuewire_schemas.article import Article

PAGE = Path(__file__).resolve().parents[2] / "docs" / "extraction-ablation.md"
ARTICLE = Article(
    id="a",
    title="Eleven women freed",
    text="LIMA, 5 May (Agency) - Police rescued eleven Bolivian women from a brothel where they were held on Friday.",
    language="en",
    published_at="2024-05-05",
)


def weights_in_use() -> Weights:
    return verdict.load_weights()


def names(rule_classes: tuple[RuleClass, ...]) -> list[str]:
    return [rule_class.name for rule_class in rule_classes]


@pytest.mark.parametrize("rule_class", RULE_CLASSES, ids=names(RULE_CLASSES))
def test_extraction_runs_without_a_class_of_rules(rule_class: RuleClass) -> None:
    with switched_off(rule_class, {}):
        load_detector().read(ARTICLE)


@pytest.mark.parametrize("rule_class", MECHANISMS, ids=names(MECHANISMS))
def test_what_was_switched_off_is_on_again(rule_class: RuleClass) -> None:
    before = [getattr(each.owner, each.name) for each in rule_class.replacements]
    with switched_off(rule_class, {}):
        assert [getattr(each.owner, each.name) for each in rule_class.replacements] != before
    assert [getattr(each.owner, each.name) for each in rule_class.replacements] == before


def test_every_weight_is_in_a_group_of_features() -> None:
    grouped: set[str] = set()
    for group in FEATURE_GROUPS:
        with switched_off(group, {}):
            grouped |= set(load_weights().weights) - set(weights_in_use().weights)
    assert set(load_weights().weights) - grouped == set(), "name them in rule_classes.py"


@pytest.mark.parametrize("group", FEATURE_GROUPS, ids=names(FEATURE_GROUPS))
def test_a_group_holds_features(group: RuleClass) -> None:
    with switched_off(group, {}):
        assert set(weights_in_use().weights) < set(load_weights().weights)


def test_features_are_held_at_their_mean() -> None:
    weights = load_weights()
    group = RuleClass("one", "", features=("time_told",))
    with switched_off(group, {"time_told": 0.5}):
        off = weights_in_use()
    assert off.bias == pytest.approx(weights.bias + 0.5 * weights.weights["time_told"])


def test_the_table_has_a_row_a_class_and_one_of_all() -> None:
    _, *rows = ablation_table(read_gold(GOLD / "bundled.jsonl"), MECHANISMS[1:2])
    assert [row.split(" | ")[0] for row in rows] == ["| nothing", f"| {MECHANISMS[1].name}"]


def test_the_page_has_every_class() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in names(RULE_CLASSES) if f"\n| {name} | " not in page] == []
