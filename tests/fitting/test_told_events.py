"""Which of the events that a model gives are true: by gold as the scorer matches it, by verdicts on ordinary news."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from rescuewire.extraction.judgement.weights import Calibration
from rescuewire.fitting.articles import FittingArticle, gold_articles, ordinary_articles
from rescuewire.fitting.told_events import told_events

PLAIN = Calibration(slope=1.0, intercept=0.0)
TEXT = (
    "Troops freed 12 hostages near Kano on Monday. Six students came out of the hall. "
    "Firefighters rescued nine villagers from the flood."
)
GOLD_EVENT = {
    "event_type": "RESCUE",
    "harm": "CAPTIVITY",
    "scope": "INCIDENT",
    "victims": {"best": 12, "min": 12, "max": 12, "qualifier": "EXACT", "text": "12 hostages"},
    "countries": {},
    "evidence": "Troops freed 12 hostages near Kano on Monday.",
}
ARTICLE = {"id": "a", "language": "en", "title": "", "text": TEXT, "published_at": "2024-05-15"}


def _gold(tmp_path: Path, **changes: object) -> FittingArticle:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**ARTICLE, "events": [{**GOLD_EVENT, **changes}]}) + "\n", encoding="utf-8")
    (article,) = gold_articles([path])
    return article


def _truths(article: FittingArticle, log_odds: list[float]) -> list[tuple[float, bool | None]]:
    return [(told.log_odds, told.is_true) for told in told_events(article, log_odds, PLAIN, 0.6)]


def test_candidates_of_gold_are_labelled(tmp_path: Path) -> None:
    article = _gold(tmp_path)
    starts = [v.frame.trigger.start_char for v in article.candidates]
    assert [article.labels.get(start) for start in starts] == [True, False, False]
    assert article.passes_gate


def test_events_of_wanted_harms_are_true_where_gold_has_them(tmp_path: Path) -> None:
    article = _gold(tmp_path)
    assert _truths(article, [2.0, -1.0, 3.0]) == [(2.0, True), (-1.0, False)]


def test_an_unlikely_event_takes_no_gold_event_from_a_likely_one(tmp_path: Path) -> None:
    evidence = "Six students came out of the hall."
    article = _gold(tmp_path, evidence=evidence)  # told by the figure of one event and by the sentence of another
    assert _truths(article, [2.0, -1.0, 0.0]) == [(2.0, True), (-1.0, False)]
    assert _truths(article, [-2.0, 1.0, 0.0]) == [(-2.0, False), (1.0, True)]


def test_what_the_gate_stops_gives_no_events(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**ARTICLE, "text": "Shares rose on Monday.", "events": []}) + "\n", encoding="utf-8")
    (article,) = gold_articles([path])
    assert not article.passes_gate
    assert told_events(article, [0.0] * len(article.candidates), PLAIN, 0.6) == []


@pytest.mark.parametrize(("verdict", "is_true"), [(True, True), (False, False), (None, None)])
def test_events_of_ordinary_news_are_true_where_somebody_read_so(
    tmp_path: Path, verdict: bool | None, is_true: bool | None
) -> None:
    verdicts = tmp_path / "verdicts.jsonl"
    start = TEXT.index("freed" if verdict is not None else "rescued")
    line = {"article": "a", "language": "en", "start": start, "is_event": bool(verdict)}
    verdicts.write_text(json.dumps(line) + "\n", encoding="utf-8")
    _write_corpus(tmp_path / "en.jsonl.gz")
    (article,) = ordinary_articles(verdicts, tmp_path)
    assert article.wanted is None
    assert _truths(article, [2.0, -1.0, 3.0])[0] == (2.0, is_true)


def _write_corpus(path: Path) -> None:
    path.write_bytes(gzip.compress((json.dumps(ARTICLE) + "\n").encode()))
