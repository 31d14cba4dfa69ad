"""Fit `extraction/judgement/weights.yaml` and its calibration.

    python -m rescuewire.fitting.fit_weights GOLD.jsonl ... --press GOLD.jsonl ... \
        --verdicts tests/gold/corpus-verdicts.jsonl --corpus FOLDER

Needs scikit-learn (dependency group `fitting`); three languages of 3,000 articles each take two minutes. The figures
printed, and written into `docs/confidence.md`, are those of ten-fold cross-validation with whole articles left out; the
weights written are fitted on everything. Equal input gives equal files.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import yaml

from rescuewire.extraction.judgement.weights import WEIGHTS, Weights
from rescuewire.fitting.articles import FittingArticle, corpus_size, gold_articles, ordinary_articles
from rescuewire.fitting.cross_validation import CrossValidated, cross_validate
from rescuewire.fitting.models import fit_weights
from rescuewire.fitting.report import Figures, render, write_page

MIN_CONFIDENCE = 0.6
"""Chosen for few false events among ordinary news (docs/confidence.md); recall is given up for it."""
PRESS_WEIGHT = 3.0
"""What an article of the press counts for: streams bring these, and those written for us are four times as many."""
_HEAD = """\
# How the features of a candidate (features.py) weigh, and what their sum means as a probability (weights.py).
# Written by rescuewire.fitting.fit_weights, never by hand; docs/confidence.md tells how good it is.
"""


def main() -> None:
    """Read the command line, fit, print and keep the cross-validated figures, write the weights."""
    given = _arguments()
    articles = [*gold_articles(given.gold), *gold_articles(given.press, PRESS_WEIGHT)]
    if given.verdicts is not None:
        articles += ordinary_articles(given.verdicts, given.corpus)
    validated = cross_validate(articles, given.min_confidence)
    size = corpus_size(given.verdicts, given.corpus) if given.verdicts is not None else 0
    figures = render(_figures(articles, validated, size, given.min_confidence))
    sys.stdout.write(figures)
    write_page(figures)
    _write_weights(articles, validated, given.min_confidence)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--press", nargs="+", type=Path, default=[], help=f"gold of the press; weighs {PRESS_WEIGHT}")
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--min-confidence", type=float, default=MIN_CONFIDENCE, help="default of runs")
    given = parser.parse_args()
    if (given.verdicts is None) != (given.corpus is None):
        parser.error("--verdicts and --corpus go together: the verdicts are on articles of that corpus")
    return given


def _figures(
    articles: Sequence[FittingArticle], validated: CrossValidated, corpus: int, min_confidence: float
) -> Figures:
    gold = [article for article in articles if article.wanted is not None]
    return Figures(
        gold=validated.gold,
        ordinary=validated.ordinary,
        gold_articles=Counter(article.language for article in gold),
        gold_events=Counter(article.language for article in gold for _ in article.wanted or ()),
        ordinary_articles=corpus,
        min_confidence=min_confidence,
    )


def _write_weights(articles: Sequence[FittingArticle], validated: CrossValidated, min_confidence: float) -> None:
    fitted = fit_weights(articles)
    weights = Weights(min_confidence, validated.calibration, fitted.bias, fitted.weights)
    WEIGHTS.write_text(_HEAD + yaml.safe_dump(msgspec.to_builtins(weights), sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
