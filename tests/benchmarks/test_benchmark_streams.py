"""The streams: what they are made of, and that they are the same each time."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.articles import Article, sample
from benchmarks.memory_growth import endless, new_word
from benchmarks.plan import QUICK
from benchmarks.streams import CANDIDATES, CORPUS, ORDINARY, WORST, Streams
from benchmarks.swollen_lexicon import swollen

PLAN = replace(QUICK, ordinary=5, corpus=4, candidates=3, worst=2, stock=2, length_bytes=3_000)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A small corpus of two languages, every third article short."""
    folder = tmp_path / "shared" / "corpus"
    folder.mkdir(parents=True)
    for code in ("en", "de"):
        rows = [
            {"id": f"{code}{n}", "language": code, "text": f"Text {n}. " * (100 if n % 3 else 1)} for n in range(12)
        ]
        (folder / f"{code}.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return tmp_path / "shared"


def test_streams_are_as_large_as_planned_and_the_same_each_time(tmp_path: Path, shared: Path) -> None:
    first, second = (Streams(tmp_path / name, PLAN, shared).compared() for name in ("first", "second"))
    assert {stream.name: stream.articles for stream in first} == {ORDINARY: 5, CORPUS: 4, CANDIDATES: 3, WORST: 2}
    assert [each.file.read_bytes() for each in first] == [each.file.read_bytes() for each in second]


def test_ordinary_news_is_long_and_of_languages_that_both_read(tmp_path: Path, shared: Path) -> None:
    ordinary = Streams(tmp_path / "streams", PLAN, shared).compared()[0]
    articles = [json.loads(line) for line in ordinary.file.read_bytes().splitlines()]
    assert {article["language"] for article in articles} == {"en"}
    assert all(len(article["text"]) > 600 for article in articles)
    assert len(ordinary.short.read_bytes().splitlines()) == PLAN.stock


def test_without_a_corpus_the_rest_is_there_and_what_is_missing_is_told(tmp_path: Path) -> None:
    streams = Streams(tmp_path / "streams", PLAN, tmp_path / "nowhere")
    assert [stream.name for stream in streams.compared()] == [CANDIDATES, WORST]
    assert "nothing of ordinary news" in streams.missing[0]
    assert streams.mixed() is None
    assert streams.of_length(1, candidates=True) is None


def test_articles_are_of_the_length_asked_for(tmp_path: Path, shared: Path) -> None:
    stream = Streams(tmp_path / "streams", PLAN, shared).of_length(1, candidates=True)
    assert stream is not None
    texts = [json.loads(line)["text"] for line in stream.file.read_bytes().splitlines()]
    assert [len(text) for text in texts] == [1_000] * 3


def test_a_sample_is_spread_over_all() -> None:
    articles = [Article(str(number).encode(), "en", "") for number in range(10)]
    assert [article.value for article in sample(articles, 3)] == [b"0", b"3", b"6"]
    assert sample(articles, 20) == articles


def test_each_article_of_the_long_run_has_a_word_of_its_own() -> None:
    values = endless([b'{"id": "a", "text": "One."}'])
    texts = [json.loads(next(values))["text"] for _ in range(3)]
    assert texts == [f"One. {new_word(number)}." for number in range(3)]
    assert len({new_word(number) for number in range(5_000)}) == 5_000


def test_a_swollen_pack_has_more_patterns_of_the_same_shape() -> None:
    lines = 'say:\n  - "sold to … (brothels|kilns)"\n  - "{rescue}"\n'
    assert swollen(lines, 2) == (
        'say:\n  - "sold to … (brothels|kilns)"\n  - "soldzqb to … (brothelszqb|kilnszqb)"\n  - "{rescue}"\n'
    )
    assert swollen(lines, 1) == lines
