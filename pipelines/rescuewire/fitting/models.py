"""The models that are fitted, and the log-odds that they give to candidates of articles they have not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.judgement.weights import Calibration
from rescuewire.fitting.articles import FittingArticle

REGULARISATION = 0.7
FOLDS = 10
_UNREGULARISED = 1e6
_DIGITS = 2


@dataclass(frozen=True)
class Fitted:
    """A logistic model over named features, rounded as it is written."""

    bias: float
    weights: dict[str, float]


def fit_weights(articles: Sequence[FittingArticle]) -> Fitted:
    """Fit the weights of features on the labelled candidates of articles."""
    names = _feature_names(articles)
    model = _fit(articles, names)
    weights = {name: round(float(weight), _DIGITS) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Fitted(round(float(model.intercept_[0]), _DIGITS), weights)


def folds_of(articles: Sequence[FittingArticle]) -> list[int]:
    """Return the fold of each article, of about as many candidates each."""
    groups = [number for number, article in enumerate(articles) for _ in (*article.candidates, None)]
    folds = [0] * len(articles)
    for fold, (_, held) in enumerate(GroupKFold(FOLDS).split(groups, groups=groups)):
        for row in held:
            folds[groups[row]] = fold
    return folds


def out_of_fold(articles: Sequence[FittingArticle], folds: Sequence[int]) -> list[list[float]]:
    """Return the log-odds of each article's candidates, by a model fitted without the articles of its fold."""
    names = _feature_names(articles)
    log_odds: list[list[float]] = [[] for _ in articles]
    for held in sorted(set(folds)):
        model = _fit([a for a, fold in zip(articles, folds, strict=True) if fold != held], names)
        for number, article in enumerate(articles):
            if folds[number] == held and article.candidates:
                log_odds[number] = model.decision_function(_rows(article.candidates, names)).tolist()
    return log_odds


def fit_calibration(log_odds: Sequence[float], are_true: Sequence[bool]) -> Calibration:
    """Fit Platt's scaling: two numbers, which do not overfit a few hundred events as isotonic steps do."""
    model = LogisticRegression(C=_UNREGULARISED, max_iter=2000).fit([[value] for value in log_odds], are_true)
    slope, intercept = float(model.coef_[0][0]), float(model.intercept_[0])
    if slope <= 0:
        raise ValueError(f"calibration slope {slope:.2f}: likelier events are not truer ones; look at the gold")
    return Calibration(round(slope, _DIGITS), round(intercept, _DIGITS))


def _fit(articles: Sequence[FittingArticle], names: Sequence[str]) -> LogisticRegression:
    labelled = [(v, a.labels[v.frame.trigger.start_char], a.weight) for a in articles for v in _labelled(a)]
    rows, labels = _rows([v for v, *_ in labelled], names), [label for _, label, _ in labelled]
    model = LogisticRegression(C=REGULARISATION, max_iter=2000)
    return model.fit(rows, labels, sample_weight=[weight for *_, weight in labelled])


def _labelled(article: FittingArticle) -> list[Verdict]:
    return [v for v in article.candidates if v.frame.trigger.start_char in article.labels]


def _feature_names(articles: Sequence[FittingArticle]) -> list[str]:
    return sorted({name for article in articles for v in _labelled(article) for name in v.features})


def _rows(verdicts: Sequence[Verdict], names: Sequence[str]) -> list[list[float]]:
    return [[v.features.get(name, 0.0) for name in names] for v in verdicts]
