"""The page of figures: tables, what is missing, pictures, and what people wrote around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.page import BEGIN, END, render, write_page
from benchmarks.plots import PICTURES, draw_all
from benchmarks.results import Results, StreamTold
from benchmarks.samples import Key, Sample
from benchmarks.sides.choosing import BARE, GRAPH, KAFKA, STOCK
from benchmarks.tables import aims_table, length_exponent, table, throughput_table
from benchmarks.wanted import memory_ratio, most_memory

STREAMS = [StreamTold("ordinary", "news", 100, 200_000), StreamTold("candidates", "gold", 100, 100_000)]


def sample(part: str, side: str, case: str, number: int = 1, **figures: float) -> Sample:
    return Sample(Key(part, side, case, number), figures)


def read(side: str, stream: str, seconds: float, number: int = 1) -> Sample:
    figures = {"articles": 100, "bytes": 200_000, "seconds": seconds, "peak_mb": 300.0, "stage.gate": seconds / 4}
    return Sample(Key("throughput", side, stream, number), figures)


FULL = [
    *(read(BARE, "ordinary", seconds, number) for number, seconds in enumerate((0.9, 1.0, 1.2), 1)),
    read(STOCK, "ordinary", 40.0),
    read(BARE, "candidates", 2.0),
    read(GRAPH, "candidates", 2.2),
    sample("latency", KAFKA, "half load", articles_a_second=50, events=9, p50_ms=60, p95_ms=300, p99_ms=400),
    sample("start", GRAPH, "first event", seconds=7.5),
    sample("replicas", KAFKA, "1", articles=100, seconds=2.0),
    sample("replicas", KAFKA, "2", articles=100, seconds=1.0),
    sample("memory", GRAPH, "10000", articles=10_000, resident_mb=400.0),
    sample("memory", GRAPH, "100000", articles=100_000, resident_mb=420.0),
    *(sample("length", BARE, f"ordinary-{n}k", articles=1, bytes=1000 * n, seconds=n, peak_mb=1) for n in (1, 10)),
    sample("packs", BARE, "1 ordinary-en", articles=1, bytes=10, seconds=1, peak_mb=1),
    sample("lexicon", BARE, "10 × ordinary", articles=1, bytes=10, seconds=1, peak_mb=1),
    sample("partitions", KAFKA, "4 ordinary", articles=1, bytes=10, seconds=1, peak_mb=1),
    sample("batch", KAFKA, "10 ordinary-first-20", articles=1, bytes=10, seconds=1, peak_mb=1),
]


def results_of(samples: list[Sample]) -> Results:
    return Results("abc", "2026-11-26", "full", {"cores": "2"}, "Core 1.", STREAMS, ["no worst case"], samples)


def test_what_is_wanted_is_held_against_what_was_found() -> None:
    told = aims_table(results_of(FULL))
    assert "| ordinary news: extraction ÷ stock spaCy | ≥ 50 × | **40.0 ×** | not reached |\n" in told
    assert "| candidates: graph over files ÷ extraction | ≥ 0.85 × | **0.91 ×** | reached |\n" in told
    assert "| candidates: two replicas ÷ one | ≥ 1.7 × | **2.00 ×** | reached |\n" in told
    assert "| latency at half load, p95 | ≤ 250 ms | **300 ms** | not reached |\n" in told
    assert "| start to first event, file | ≤ 8 s | **7.50 s** | reached |\n" in told


def test_what_was_not_measured_is_told() -> None:
    assert aims_table(results_of([])).count("not measured") == 10
    assert "- not measured: no worst case\n" in render(results_of([]), [])


def test_speed_is_told_with_its_spread() -> None:
    told = throughput_table(results_of(FULL))
    assert "| extraction | 100 ± 14 % (0.20) | 50.0 (0.10) |\n" in told
    assert "| stock spaCy | 2.50 (0.005) | – |\n" in told


def test_memory_is_compared_with_what_it_settled_at() -> None:
    assert memory_ratio(results_of(FULL)) == pytest.approx(1.05)
    assert most_memory(results_of(FULL)) == 420.0
    assert memory_ratio(results_of([])) is None


def test_linear_growth_is_told_as_such() -> None:
    assert length_exponent(results_of(FULL), "ordinary") == pytest.approx(1.0)
    assert length_exponent(results_of(FULL), "candidates") is None


def test_a_table_without_rows_is_none() -> None:
    assert table(("a", "b"), []) == ""


def test_every_picture_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    once = draw_all(results_of(FULL), tmp_path / "once")
    again = draw_all(results_of(FULL), tmp_path / "again")
    assert [file.stem for file in once] == list(PICTURES)
    assert [file.read_bytes() for file in once] == [file.read_bytes() for file in again]
    assert all(file.stat().st_size < 60_000 for file in once)


def test_what_has_no_figures_is_not_drawn(tmp_path: Path) -> None:
    assert draw_all(results_of([]), tmp_path) == []


def test_figures_go_between_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text(f"# Ours\n\n{BEGIN}\nformer figures\n{END}\n\nBehind.\n", encoding="utf-8")
    write_page(render(results_of(FULL), [tmp_path / "benchmarks" / "length.svg"]), page)
    told = page.read_text(encoding="utf-8")
    assert told.startswith("# Ours\n")
    assert told.endswith("Behind.\n")
    assert "former figures" not in told
    assert "![length](benchmarks/length.svg)" in told


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("# Ours\n", encoding="utf-8")
    with pytest.raises(ValueError, match="must be there"):
        write_page("figures", page)
