"""The page of figures: what a fit puts into it, and that the rest of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from rescuewire.extraction.judgement.weights import load_weights
from rescuewire.fitting.reliability import Judged
from rescuewire.fitting.report import BEGIN, END, PAGE, Figures, render, write_page

GOLD = (Judged("en", 0.95, is_true=True), Judged("fr", 0.65, is_true=False), Judged("fr", 0.3, is_true=True))
ORDINARY = (Judged("en", 0.95, is_true=True), Judged("en", 0.65, is_true=False), Judged("fr", 0.05, is_true=None))


def figures(ordinary_articles: int) -> Figures:
    """A fit of two languages."""
    return Figures(GOLD, ORDINARY, {"fr": 4, "en": 3}, {"fr": 2, "en": 2}, ordinary_articles, min_confidence=0.65)


def test_prevalence_and_reliability_are_told() -> None:
    told = render(figures(0))
    assert "7 gold articles (en 3, fr 4) give 3 events of any confidence, of which **67% are true**" in told
    assert "| 0.9–1.0 | 1 | 0.95 | 1.00 |\n" in told
    assert "| 0.1–0.2 | 0 | – | – |\n" in told
    assert "Brier score" in told


def test_the_default_is_a_bold_row_of_precision_and_recall() -> None:
    told = render(figures(0))
    assert "| from | events | all | en | fr |\n" in told
    assert "| **0.65** | 2 | 0.50 0.25 **0.33** | 1.00 0.50 **0.67** | 0.00 0.00 **0.00** |\n" in told
    assert "| 0.90 | 1 |" in told


def test_ordinary_news_is_told_where_there_is_a_corpus() -> None:
    assert "### Ordinary news" not in render(figures(0))
    told = render(figures(9000))
    assert "9,000 articles of ordinary news give 3 events of any confidence. Somebody has read 2 of them" in told
    assert "| 0.0–0.1 | 1 | 0 | 0 | 1 |\n" in told


def test_only_what_is_between_the_marks_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nbehind\n", encoding="utf-8")
    for _ in range(2):
        write_page("new\n", page)
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\nnew\n\n{END}\nbehind\n"


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("words\n", encoding="utf-8")
    with pytest.raises(ValueError, match="must be there"):
        write_page("new\n", page)


def test_the_page_in_the_repository_tells_the_default_of_runs() -> None:
    assert f"| **{load_weights().min_confidence:.2f}** | " in PAGE.read_text(encoding="utf-8")
