"""Figures that were worked out by hand, and what must hold of any."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from events_of_gold import FIVE_FREED, GOLD, article_of, counted, right_events, wrong_events

from rescuewire.evaluation.comparison import Comparison, compare
from rescuewire.evaluation.facts import Facts, Quotation, facts_of
from rescuewire.evaluation.gold import read_gold
from rescuewire.evaluation.scores import Agreement, figures, score, scores_by_language
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire_schemas.rescue_event import Countries, EventType, Form

TEXT = "Police freed five. Ten others fled. Two came home."
ARTICLE = article_of(TEXT)
TEN_FLED = replace(
    FIVE_FREED,
    event_type=EventType.ESCAPE,
    victims=counted(10),
    countries=Countries(origin=("ID", "MM"), place=("KH",)),
    forms=frozenset(),
    evidence=(Quotation("Ten others fled."),),
)
TWO_CAME = replace(FIVE_FREED, victims=counted(2), evidence=(Quotation("Two came home."),))
GOLD_ARTICLES = read_gold(GOLD / "written" / "en.jsonl")


def compared(gold: list[Facts], found: list[Facts]) -> Comparison:
    return compare(ARTICLE, "en", tuple(gold), tuple(found))


def figures_of(gold: list[Facts], found: list[Facts]) -> dict[str, float]:
    return figures(score([compared(gold, found)]))


def test_f1_is_the_harmonic_mean() -> None:
    agreement = Agreement(both=1, found=2, gold=4)
    assert (agreement.precision, agreement.recall, agreement.f1) == (0.5, 0.25, pytest.approx(1 / 3))


def test_nothing_found_of_nothing_is_zero() -> None:
    assert (Agreement(0, 0, 0).precision, Agreement(0, 0, 0).recall, Agreement(0, 0, 0).f1) == (0, 0, 0)


def test_a_missed_event_costs_recall() -> None:
    got = figures_of([FIVE_FREED, TEN_FLED], [FIVE_FREED])
    assert (got["event_p"], got["event_r"], got["gold"], got["found"]) == (1.0, 0.5, 2, 1)


def test_a_spurious_event_costs_precision() -> None:
    got = figures_of([FIVE_FREED], [FIVE_FREED, TEN_FLED])
    assert (got["event_p"], got["event_r"]) == (0.5, 1.0)


def test_slots_are_measured_on_the_events_that_were_found() -> None:
    found = [replace(FIVE_FREED, victims=counted(6)), TEN_FLED]
    got = figures_of([FIVE_FREED, TEN_FLED, TWO_CAME], found)
    assert (got["count"], got["qualifier"], got["type"]) == (0.5, 1.0, 1.0)


def test_the_count_is_measured_apart_where_the_gold_tells_one() -> None:
    untold = replace(TEN_FLED, victims=counted(None))
    got = figures_of([FIVE_FREED, untold], [replace(FIVE_FREED, victims=counted(6)), untold])
    assert (got["count"], got["count_told"]) == (0.5, 0.0)


def test_countries_are_counted_one_by_one() -> None:
    found = [FIVE_FREED, replace(TEN_FLED, countries=Countries(origin=("ID", "TH"), place=("KH",)))]
    scores = score([compared([FIVE_FREED, TEN_FLED], found)])
    assert scores.sets["origin"] == Agreement(both=2, found=3, gold=3)
    assert scores.sets["agent"] == Agreement(both=1, found=1, gold=1)
    assert scores.sets["any_country"] == Agreement(both=4, found=5, gold=5)


def test_a_country_in_another_role_still_counts_as_any() -> None:
    found = replace(FIVE_FREED, countries=Countries(agent=("ID",), origin=("KH",), place=("KH",)))
    got = figures_of([FIVE_FREED], [found])
    assert (got["agent"], got["any_country"], got["record_f1"]) == (0.0, 1.0, 0.0)


@pytest.mark.parametrize(
    ("changed", "record", "full"),
    [
        ({}, 1.0, 1.0),
        ({"victims": replace(FIVE_FREED.victims, max=None)}, 0.0, 0.0),
        ({"victims": replace(FIVE_FREED.victims, qualifier=counted(None).qualifier)}, 1.0, 1.0),
        ({"countries": replace(FIVE_FREED.countries, place=())}, 0.0, 0.0),
        ({"countries": replace(FIVE_FREED.countries, transit=("TH",))}, 1.0, 0.0),
        ({"event_type": EventType.RELEASE}, 1.0, 0.0),
        ({"edtf": None}, 1.0, 0.0),
        ({"forms": frozenset({Form.FORCED_LABOUR, Form.SLAVERY})}, 1.0, 0.0),
        ({"evidence": (Quotation("Not in the article."),)}, 0.0, 0.0),
    ],
)
def test_what_makes_a_record_right(changed: dict[str, object], record: float, full: float) -> None:
    got = figures_of([FIVE_FREED], [replace(FIVE_FREED, **changed)])
    assert (got["event_f1"], got["record_f1"], got["full_f1"]) == (1.0, record, full)


def test_false_alarms_are_of_articles_without_an_event() -> None:
    clean, alarmed, told = compared([], []), compared([], [FIVE_FREED, TEN_FLED]), compared([FIVE_FREED], [TEN_FLED])
    got = figures(score([clean, alarmed, told]))
    assert (got["clean_articles"], got["false_alarm_articles"], got["false_alarm_rate"]) == (2, 1, 0.5)
    assert (got["article_p"], got["article_r"]) == (0.5, 1.0)


def test_languages_stand_apart_and_together() -> None:
    english = compared([FIVE_FREED], [FIVE_FREED])
    french = replace(english, language="fr", pairs=(), missed=(FIVE_FREED,))
    by_language = scores_by_language([french, english])
    assert {code: scores.event.recall for code, scores in by_language.items()} == {"en": 1.0, "fr": 0.0, "all": 0.5}


def test_gold_agrees_with_itself() -> None:
    comparisons = [
        compare(a.article, a.language, a.wanted(DEFAULT_HARMS), tuple(map(facts_of, right_events(a))))
        for a in GOLD_ARTICLES
    ]
    got = figures(score(comparisons))
    assert {got[name] for name in ("event_f1", "record_f1", "full_f1", "article_f1", "count", "forms", "time")} == {1.0}


@pytest.mark.parametrize("seed", range(10))
def test_no_event_is_lost_or_counted_twice(seed: int) -> None:
    dice = Random(seed)
    for gold in GOLD_ARTICLES:
        found = tuple(facts_of(event) for event in wrong_events(gold, dice))
        wanted = gold.wanted(DEFAULT_HARMS)
        got = compare(gold.article, gold.language, wanted, found)
        assert sorted(map(repr, (*(p.found for p in got.pairs), *got.spurious))) == sorted(map(repr, found))
        assert sorted(map(repr, (*(p.gold for p in got.pairs), *got.missed))) == sorted(map(repr, wanted))
