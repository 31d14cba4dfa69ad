"""The bundled articles are read as `gold/bundled.jsonl` says, and their furniture holds no event."""

import json
from pathlib import Path
from typing import Any

import pytest

from rescuewire.extraction.reading.furniture import find_furniture
from rescuewire.extraction.reading.furniture_words import read_furniture_rules
from rescuewire.extraction.reading.language import identify_language
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire.extraction.reading.readable_text import ReadableText
from rescuewire.extraction.reading.working_text import join_readable

ARTICLES = Path(__file__).parents[2] / "articles"
GOLD = ARTICLES.parent / "gold" / "bundled.jsonl"
EXPECTED = {row["id"]: row for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())}
PATHS = sorted(ARTICLES.glob("*.json"))


def _expected(path: Path) -> dict[str, Any]:
    return EXPECTED[f"bundled-{path.stem}"]


def test_every_article_is_annotated() -> None:
    assert sorted(EXPECTED) == [f"bundled-{path.stem}" for path in PATHS]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_title_and_text_are_the_annotated_ones(path: Path) -> None:
    article = parse_article(path.read_bytes())
    assert (article.id, article.title, article.text) == tuple(_expected(path)[key] for key in ("id", "title", "text"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_language_is_found_without_its_tag(path: Path) -> None:
    record = json.loads(path.read_bytes())
    untagged = parse_article(json.dumps({**record, "language": None}).encode())
    assert identify_language(untagged) == record["language"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_evidence_is_quoted_from_the_text_and_not_from_furniture(path: Path) -> None:
    article = parse_article(path.read_bytes())
    furniture = find_furniture(article.text, read_furniture_rules(article.language or ""))
    working = join_readable(ReadableText(article.title), ReadableText(article.text)).with_furniture(furniture)
    for event in _expected(path)["events"]:
        start = working.text.index(event["evidence"], working.body_start)
        assert not working.is_furniture(start, start + len(event["evidence"]))


def test_rescues_told_by_teasers_and_captions_are_furniture() -> None:
    article = parse_article((ARTICLES / "16-lire-aussi.json").read_bytes())
    furniture = find_furniture(article.text, read_furniture_rules("fr"))
    for words in ("pêcheurs otages libérés", "fillettes béninoises secourues", "marins libérés", "libéré de tout"):
        start = article.text.index(words)
        assert any(first <= start and start + len(words) <= last for first, last in furniture)
