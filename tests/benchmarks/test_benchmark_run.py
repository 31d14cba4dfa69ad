"""A tiny run of the sides that need no broker, in processes of their own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.__main__ import new_bench, report
from benchmarks.bench import Bench
from benchmarks.measured import Task
from benchmarks.page import BEGIN, END
from benchmarks.plan import QUICK
from benchmarks.processes import MeasuringFailed, measure
from benchmarks.sides.choosing import BARE, FLOOR, GRAPH, Choice
from benchmarks.throughput import PART, measure_throughput

PLAN = replace(QUICK, candidates=3, worst=2, stock=1)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A run without a corpus."""
    return new_bench(PLAN, tmp_path / "run", tmp_path / "nowhere")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_extraction_and_graph_read_the_same_and_are_reported(bench: Bench, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "benchmarks.md").write_text(f"{BEGIN}\n{END}\n", encoding="utf-8")
    measure_throughput(bench, (BARE, GRAPH))
    results = report(bench, docs)
    bare, graph = (results.figures(PART, side, "candidates")[0] for side in (BARE, GRAPH))
    assert bare["articles"] == graph["articles"] == 3
    assert bare["events"] == graph["events"]
    assert bare["through.gate"] == graph["through.gate"] == 3
    assert "| graph over files |" in (docs / "benchmarks.md").read_text(encoding="utf-8")
    assert json.loads((docs / "benchmarks" / "results.json").read_bytes())["plan"] == "quick"


def test_a_sample_that_is_there_is_not_measured_again(bench: Bench) -> None:
    measure_throughput(bench, [FLOOR])
    samples = list(bench.samples)
    assert {sample.key.case for sample in samples} == {"candidates", "worst"}
    measure_throughput(bench, [FLOOR])
    assert list(bench.samples) == samples


def test_what_fails_is_told_and_the_rest_is_measured(bench: Bench) -> None:
    bench.limit_seconds = 0.01
    measure_throughput(bench, [FLOOR])
    assert list(bench.samples) == []
    assert "it took more than 0.01 s" in bench.missing[-1]


def test_a_process_that_fails_says_why() -> None:
    with pytest.raises(MeasuringFailed, match="no-such-file"):
        list(measure(Task(Choice(FLOOR), 0, {"x": "no-such-file.jsonl"}), 60))
