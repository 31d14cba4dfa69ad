"""Running the detector over gold articles, as production runs it over articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rescuewire.evaluation.comparison import Comparison, compare
from rescuewire.evaluation.facts import facts_of
from rescuewire.evaluation.gold import GoldArticle
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import Detector
from rescuewire.extraction.loaded_language import available_packs
from rescuewire_schemas.rescue_event import Harm


@dataclass(frozen=True)
class Measurement:
    """The articles that were read; `left_out` counts, by language, those of languages that have no pack."""

    comparisons: tuple[Comparison, ...]
    left_out: Mapping[str, int]


def measure(articles: Iterable[GoldArticle], harms: frozenset[Harm] = DEFAULT_HARMS) -> Measurement:
    """Detect the events of these harms in each article, and compare them with its gold events."""
    articles = list(articles)
    readable = [gold for gold in articles if gold.language in available_packs()]
    unread = Counter(gold.language for gold in articles if gold.language not in available_packs())
    detector = Detector(harms)
    return Measurement(tuple(_compare(gold, detector, harms) for gold in readable), dict(sorted(unread.items())))


def _compare(gold: GoldArticle, detector: Detector, harms: frozenset[Harm]) -> Comparison:
    found = tuple(facts_of(event) for event in detector.detect(gold.article).events)
    return compare(gold.article, gold.language, gold.wanted(harms), found)
