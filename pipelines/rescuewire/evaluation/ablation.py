"""What each class of rules contributes: the scores with it switched off.

    python -m rescuewire.evaluation.ablation > docs/extraction-ablation.md

Runs over all gold of `tests/gold/written` and `tests/gold/own` that has a language pack, in two to three minutes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rescuewire.evaluation.baseline import GOLD
from rescuewire.evaluation.gold import GoldArticle, read_gold
from rescuewire.evaluation.measuring import measure
from rescuewire.evaluation.rule_classes import RULE_CLASSES, RuleClass, switched_off
from rescuewire.evaluation.scores import figures, score
from rescuewire.extraction.detector import load_detector
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire.extraction.judgement.verdict import Verdict

FOLDERS = ("written", "own")
FIGURES = ("event_p", "event_r", "event_f1", "record_f1", "full_f1")
HEAD = """# What each class of rules contributes

Scores over {articles} articles of `tests/gold/written` and `tests/gold/own` ({languages}), with one class of rules
switched off at a time. Behind each F1 stands, in hundredths, what is lost (−) or won (+) without the class.

Features are not only left out: their weighted mean over the candidates goes into the bias, so that what is lost is what
they tell apart. The other weights are not fitted again, and all were fitted on articles of this gold. A class that
loses nothing here may still earn its place elsewhere: the gate saves time; furniture, quotation limits and unspoken
Patients answer pages and ways of telling that this gold has few of.

Written by `python -m rescuewire.evaluation.ablation > docs/extraction-ablation.md`
(`pipelines/rescuewire/evaluation/rule_classes.py` says what is replaced by what).

| switched off | what happens then | event P | event R | event F1 | record F1 | full F1 |
|---|---|---|---|---|---|---|
"""


def main() -> None:
    """Print the table as Markdown."""
    paths = sorted(path for folder in FOLDERS for path in (GOLD / folder).glob("*.jsonl"))
    if not paths:
        sys.exit(f"there is no gold in {GOLD}: run this from the root of the checkout")
    sys.stdout.writelines(ablation_table([gold for path in paths for gold in read_gold(path)]))


def ablation_table(articles: Sequence[GoldArticle], rule_classes: Iterable[RuleClass] = RULE_CLASSES) -> Iterator[str]:
    """Yield the page piece by piece: the head, the row of all rules, a row a class."""
    comparisons = measure(articles).comparisons
    means = feature_means(articles)
    everything = _figures(articles)
    languages = ", ".join(sorted({comparison.language for comparison in comparisons}))
    yield HEAD.format(articles=len(comparisons), languages=languages)
    yield _row("nothing", "all rules are at work", everything, everything)
    for rule_class in rule_classes:
        with switched_off(rule_class, means):
            without = _figures(articles)
        yield _row(rule_class.name, rule_class.without, without, everything)


def feature_means(articles: Iterable[GoldArticle]) -> dict[str, float]:
    """Return the mean of each feature over the candidates that features decide on."""
    candidates = [verdict for gold in articles for verdict in _candidates(gold)]
    sums: dict[str, float] = defaultdict(float)
    for candidate in candidates:
        for name, value in candidate.features.items():
            sums[name] += value
    return {name: total / len(candidates) for name, total in sums.items()}


def _candidates(gold: GoldArticle) -> list[Verdict]:
    reading = load_detector().read(gold.article, past_gate=False).reading
    verdicts = reading.verdicts if reading is not None else ()
    return [v for v in verdicts if v.realis is Realis.ACTUAL and v.frame.patient is not None]


def _figures(articles: Sequence[GoldArticle]) -> dict[str, float]:
    return figures(score(measure(articles).comparisons))


def _row(name: str, without: str, got: dict[str, float], everything: dict[str, float]) -> str:
    cells = (_cell(figure, got[figure], everything[figure]) for figure in FIGURES)
    return f"| {name} | {without} | {' | '.join(cells)} |\n"


def _cell(figure: str, got: float, everything: float) -> str:
    """`0.91`, and behind an F1 that changes by how much in hundredths: `0.88 (−3.1)`."""
    change = round(100 * (got - everything), 1)
    if not figure.endswith("f1") or not change:
        return f"{got:.3f}"
    return f"{got:.3f} ({'+' if change > 0 else '−'}{abs(change):.1f})"


if __name__ == "__main__":
    main()
