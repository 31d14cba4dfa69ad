"""Fit `extraction/judgement/weights.yaml`.

    python -m rescuewire.fitting.fit_weights GOLD.jsonl ... --verdicts tests/gold/corpus-verdicts.jsonl --corpus FOLDER

Needs scikit-learn (dependency group `fitting`). Precision and recall are those of ten-fold cross-validation
with whole articles left out; the weights written are fitted on everything.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from rescuewire.extraction.judgement.verdict import WEIGHTS
from rescuewire.fitting.examples import Example, corpus_examples, gold_examples

REGULARISATION = 0.7
FOLDS = 10
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.7)
_HEAD = "# Weights of the features of a candidate (judgement/features.py), fitted by rescuewire.fitting.fit_weights.\n"


def main() -> None:
    """Read the command line, fit, print the cross-validated figures, write the weights."""
    given = _arguments()
    examples = [example for path in given.gold for example in gold_examples(path)]
    if given.verdicts is not None:
        examples += corpus_examples(given.verdicts, given.corpus)
    names = sorted({name for example in examples for name in example.features})
    rows = [[example.features.get(name, 0.0) for name in names] for example in examples]
    labels = [example.is_event for example in examples]
    _print_figures(rows, labels, examples)
    model = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(rows, labels)
    weights = {name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)}
    fitted = {"bias": round(float(model.intercept_[0]), 2), "threshold": given.threshold, "weights": weights}
    WEIGHTS.write_text(_HEAD + yaml.safe_dump(fitted, sort_keys=False), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--threshold", type=float, default=0.55)
    given = parser.parse_args()
    if (given.verdicts is None) != (given.corpus is None):
        parser.error("--verdicts and --corpus go together: the verdicts are on articles of that corpus")
    return given


def _print_figures(rows: Sequence[Sequence[float]], labels: Sequence[bool], examples: Sequence[Example]) -> None:
    articles = [example.article_id for example in examples]
    model = LogisticRegression(C=REGULARISATION, max_iter=2000)
    likelihoods = cross_val_predict(model, rows, labels, groups=articles, cv=GroupKFold(FOLDS), method="predict_proba")[
        :, 1
    ]
    sys.stdout.write(f"{len(examples)} candidates, {sum(labels)} of them events\nthreshold precision recall\n")
    for threshold in THRESHOLDS:
        kept = [label for label, likelihood in zip(labels, likelihoods, strict=True) if likelihood >= threshold]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / max(sum(labels), 1)
        sys.stdout.write(f"{threshold:9} {precision:9.3f} {recall:6.3f}\n")


if __name__ == "__main__":
    main()
