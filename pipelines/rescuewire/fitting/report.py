"""The figures of a fit as Markdown, and the page that keeps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rescuewire.fitting.reliability import (
    BINS,
    Bin,
    Judged,
    Scores,
    bin_of,
    bins_of,
    brier_score,
    calibration_error,
    offset_where_true,
    scores_from,
    share_true,
    shifted,
)

PAGE = Path(__file__).parents[3] / "docs" / "confidence.md"
BEGIN, END = "<!-- figures written by fit_weights: begin -->", "<!-- figures written by fit_weights: end -->"
FROM = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
READ = (0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True)
class Figures:
    """What a fit is reported by; all events come from numbers that were fitted without their articles.

    `gold_articles` and `gold_events` (those that should be found) are counted by language.
    `ordinary_articles` is the size of the corpus, 0 where none was given.
    """

    gold: Sequence[Judged]
    ordinary: Sequence[Judged]
    gold_articles: Mapping[str, int]
    gold_events: Mapping[str, int]
    ordinary_articles: int
    min_confidence: float


def render(figures: Figures) -> str:
    """Return the figures as Markdown."""
    parts = [*_reliability(figures), *_precision_and_recall(figures)]
    if figures.ordinary_articles:
        parts += _ordinary_news(figures)
    return "\n".join(parts) + "\n"


def write_page(markdown: str, page: Path = PAGE) -> None:
    """Put the figures between the two marks of the page; raise ValueError where they are missing."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page}: the lines {BEGIN} and {END} must be there; figures go between them")
    page.write_text(f"{before}{BEGIN}\n\n{markdown}\n{END}{after}", encoding="utf-8")


def _reliability(figures: Figures) -> list[str]:
    events = figures.gold
    share = share_true(events)
    told = (
        f"{sum(figures.gold_articles.values())} gold articles ({_by_language(figures.gold_articles)}) give "
        f"{len(events)} events of any confidence, of which **{share:.0%} are true**: the prevalence that "
        "a confidence holds for."
    )
    errors = (
        f"Brier score {brier_score(events):.3f} (always saying {share:.0%}: {share * (1 - share):.3f}); expected "
        f"calibration error {calibration_error(events):.3f}."
    )
    head = ("confidence", "events", "mean confidence", "share true")
    return [
        "### Reliability on gold",
        "",
        told,
        "",
        *_table(head, map(_reliability_row, bins_of(events))),
        "",
        errors,
        "",
    ]


def _by_language(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))


def _reliability_row(found: Bin) -> tuple[str, ...]:
    if found.predicted is None or found.observed is None:
        return (_range(found), "0", "–", "–")
    return (_range(found), str(found.events), f"{found.predicted:.2f}", f"{found.observed:.2f}")


def _range(found: Bin) -> str:
    return f"{found.low:.1f}–{found.high:.1f}"


def _precision_and_recall(figures: Figures) -> list[str]:
    languages = sorted(figures.gold_events)
    thresholds = sorted({*FROM, figures.min_confidence})
    rows = [[_bold_default(t, figures), *_cells(t, figures, languages)] for t in thresholds]
    told = (
        f"Of {sum(figures.gold_events.values())} events that should be found ({_by_language(figures.gold_events)}): "
        "precision, recall, F1. The default in bold."
    )
    title = "### Precision and recall on gold by minimal confidence"
    return [title, "", told, "", *_table(("from", "events", "all", *languages), rows), ""]


def _bold_default(threshold: float, figures: Figures) -> str:
    return f"**{threshold:.2f}**" if threshold == figures.min_confidence else f"{threshold:.2f}"


def _cells(threshold: float, figures: Figures, languages: Sequence[str]) -> list[str]:
    everything = scores_from(figures.gold, sum(figures.gold_events.values()), threshold)
    by_language = (
        scores_from([e for e in figures.gold if e.language == language], figures.gold_events[language], threshold)
        for language in languages
    )
    return [str(everything.found), *map(_score_words, (everything, *by_language))]


def _score_words(scores: Scores) -> str:
    return f"{scores.precision:.2f} {scores.recall:.2f} **{scores.f1:.2f}**"


def _ordinary_news(figures: Figures) -> list[str]:
    known = [event for event in figures.ordinary if event.is_true is not None]
    offset = offset_where_true(known)
    told = (
        f"{figures.ordinary_articles:,} articles of ordinary news give {len(figures.ordinary)} events of any "
        f"confidence. Somebody has read {len(known)} of them; **{share_true(known):.0%} of those are true**."
    )
    reading = (
        f"As many of the events that were read are true as are expected when {offset:+.1f} is added to the log-odds of "
        "each confidence. So read, confidences mean on ordinary news, roughly, since few true events stand behind it:"
    )
    head = ("confidence", "events", "read as true", "read as false", "not read")
    read_as = _table(
        ("confidence", *(f"{confidence:.2f}" for confidence in READ)),
        [("on ordinary news", *(f"{shifted(confidence, offset):.2f}" for confidence in READ))],
    )
    return ["### Ordinary news", "", told, "", *_table(head, _ordinary_rows(figures)), "", reading, "", *read_as]


def _ordinary_rows(figures: Figures) -> list[tuple[str, ...]]:
    counts = Counter((bin_of(event.confidence), event.is_true) for event in figures.ordinary)
    rows = []
    for number in range(BINS):
        by_truth = [counts[number, truth] for truth in (True, False, None)]
        rows.append((f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}", *map(str, (sum(by_truth), *by_truth))))
    return rows


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
