"""Figures over many articles, by the definition of the guideline's scorer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rescuewire.evaluation.comparison import Comparison, Pair
from rescuewire.evaluation.slots import COUNT, SET_SLOTS, WHOLE_SLOTS, SetSlot, Slot, bounds

ALL = "all"
"""Where scores are kept by language, those of all languages together."""


@dataclass(frozen=True)
class Agreement:
    """How many things both have, how many were found, how many are in the gold."""

    both: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0 where nothing was found."""
        return self.both / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0 where there is none."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Scores:
    """The figures of some articles.

    `event`: found at all. `record`: also count, agent, origin and place right, with evidence. `full`: also type, harm,
    scope, time, forms, transit and return. `shares`: by slot, the share of the matched events that have it right;
    `count_told` is that of the count where the gold tells one. `sets`: slots of many values, over the matched events.
    """

    articles: int
    clean_articles: int
    false_alarm_articles: int
    event: Agreement
    record: Agreement
    full: Agreement
    article: Agreement
    shares: Mapping[str, float]
    sets: Mapping[str, Agreement]

    @property
    def false_alarm_rate(self) -> float:
        """Share of the articles without a wanted event in which one was found."""
        return self.false_alarm_articles / max(self.clean_articles, 1)


def score(comparisons: Collection[Comparison]) -> Scores:
    """Return the figures of some articles."""
    pairs = [pair for comparison in comparisons for pair in comparison.pairs]
    clean = [comparison for comparison in comparisons if not comparison.gold_events]
    return Scores(
        articles=len(comparisons),
        clean_articles=len(clean),
        false_alarm_articles=sum(bool(comparison.found_events) for comparison in clean),
        event=_of_events(comparisons, len(pairs)),
        record=_of_events(comparisons, sum(pair.record_is_right for pair in pairs)),
        full=_of_events(comparisons, sum(pair.full_is_right for pair in pairs)),
        article=_of_articles(comparisons),
        shares=_shares(pairs),
        sets={slot.name: _of_sets(pairs, slot) for slot in SET_SLOTS},
    )


def scores_by_language(comparisons: Collection[Comparison]) -> dict[str, Scores]:
    """Return the figures of each language, in order of its code, then those of all."""
    languages = sorted({comparison.language for comparison in comparisons})
    by_language = {code: score([c for c in comparisons if c.language == code]) for code in languages}
    return {**by_language, ALL: score(comparisons)}


def figures(scores: Scores) -> dict[str, float]:
    """Return all figures by a flat name, as JSON and floors have them: counts, and shares between 0 and 1."""
    levels = {"event": scores.event, "record": scores.record, "full": scores.full, "article": scores.article}
    return {
        "articles": scores.articles,
        "gold": scores.event.gold,
        "found": scores.event.found,
        "matched": scores.event.both,
        **{name: value for level, a in levels.items() for name, value in _three(level, a).items()},
        "clean_articles": scores.clean_articles,
        "false_alarm_articles": scores.false_alarm_articles,
        "false_alarm_rate": scores.false_alarm_rate,
        **scores.shares,
        **{name: agreement.f1 for name, agreement in scores.sets.items()},
    }


def _three(level: str, agreement: Agreement) -> dict[str, float]:
    return {f"{level}_p": agreement.precision, f"{level}_r": agreement.recall, f"{level}_f1": agreement.f1}


def _of_events(comparisons: Iterable[Comparison], right: int) -> Agreement:
    numbers = [(c.found_events, c.gold_events) for c in comparisons]
    return Agreement(right, sum(found for found, _ in numbers), sum(gold for _, gold in numbers))


def _of_articles(comparisons: Iterable[Comparison]) -> Agreement:
    """Return how well articles that tell an event are told from others."""
    told = [(bool(c.found_events), bool(c.gold_events)) for c in comparisons]
    return Agreement(sum(f and g for f, g in told), sum(f for f, _ in told), sum(g for _, g in told))


def _of_sets(pairs: Iterable[Pair], slot: SetSlot) -> Agreement:
    values = [(slot.value(pair.found), slot.value(pair.gold)) for pair in pairs]
    return Agreement(sum(len(f & g) for f, g in values), sum(len(f) for f, _ in values), sum(len(g) for _, g in values))


def _shares(pairs: Collection[Pair]) -> dict[str, float]:
    told = [pair for pair in pairs if any(bound is not None for bound in bounds(pair.gold))]
    return {**{slot.name: _share(pairs, slot) for slot in WHOLE_SLOTS}, "count_told": _share(told, COUNT)}


def _share(pairs: Collection[Pair], slot: Slot) -> float:
    return sum(pair.agrees(slot) for pair in pairs) / max(len(pairs), 1)
