"""Measure: `python -m benchmarks [--quick] [--only PART …]`, as `make bench` does.

Samples are kept in out/bench as they come; a run that was stopped goes on where it was with --resume. The results,
the pictures and the figures of the page are written at the end, of whatever there is.
"""

from __future__ import annotations

import argparse
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from types import FrameType

from benchmarks import curves, latency, memory_growth, replicas, starting, throughput
from benchmarks.articles import SHARED
from benchmarks.bench import Bench, say
from benchmarks.broker_for_bench import running_broker
from benchmarks.cores import Cores, cores_of_machine, pin
from benchmarks.machine import describe_commit, describe_machine
from benchmarks.page import render, write_page
from benchmarks.plan import FULL, QUICK, Plan
from benchmarks.plots import draw_all
from benchmarks.results import Results, told, write_results
from benchmarks.samples import Samples
from benchmarks.streams import Streams
from benchmarks.tables import aims_table, throughput_table

ROOT = Path(__file__).resolve().parents[2]
PARTS: dict[str, Callable[[Bench], None]] = {
    throughput.PART: throughput.measure_throughput,
    starting.PART: starting.measure_starts,
    latency.PART: latency.measure_latency,
    replicas.PART: replicas.measure_replicas,
    memory_growth.PART: memory_growth.measure_memory,
    "curves": curves.measure_curves,
}


def main() -> None:
    """Measure what is asked for, and report."""
    options = _options()
    plan = _plan(options)
    folder: Path = options.folder / plan.name
    if not options.resume:
        shutil.rmtree(folder, ignore_errors=True)
    signal.signal(signal.SIGTERM, _stop)
    bench = new_bench(plan, folder, options.shared)
    pin(bench.cores.others)
    try:
        with _broker(bench, wanted=not options.without_kafka):
            measure_parts(bench, options.only)
    finally:
        report(bench, options.docs)


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End as Ctrl-C does, so that what was measured is reported."""
    raise KeyboardInterrupt


def new_bench(plan: Plan, folder: Path, shared: Path = SHARED) -> Bench:
    """A run in a folder, with the samples that are there already."""
    streams = Streams(folder / "streams", plan, shared)
    return Bench(plan, cores_of_machine(), folder, streams, Samples(folder / "samples.jsonl"), missing=streams.missing)


def measure_parts(bench: Bench, parts: Iterable[str]) -> None:
    """Measure one part after the other; one that fails leaves the rest alone."""
    for part in parts:
        say(f"--- {part}")
        with bench.surviving(part):
            PARTS[part](bench)


def report(bench: Bench, docs: Path) -> Results:
    """Write what there is: results and pictures in `docs`/benchmarks, the figures in `docs`/benchmarks.md."""
    results = Results(
        commit=describe_commit(),
        date=f"{datetime.now(timezone.utc):%Y-%m-%d}",
        plan=bench.plan.name,
        machine=describe_machine(),
        pinned=_pinned(bench.cores),
        streams=[told(stream) for stream in bench.streams.compared()],
        missing=bench.missing,
        samples=list(bench.samples),
    )
    folder = docs / "benchmarks"
    write_results(results, folder / "results.json")
    pictures = draw_all(results, folder)
    write_page(render(results, pictures), docs / "benchmarks.md")
    say(aims_table(results))
    say(throughput_table(results))
    return results


def _pinned(cores: Cores) -> str:
    if not cores.apart:
        return "One core for all."
    others = ", ".join(map(str, sorted(cores.others)))
    return (
        f"What is measured has core {cores.measured} for itself; broker, feeder and reader have core {others}, "
        f"a second replica core {cores.second()}."
    )


@contextmanager
def _broker(bench: Bench, *, wanted: bool) -> Iterator[None]:
    """A broker for the block, if there can be one."""
    if not wanted:
        bench.missing.append("nothing over Kafka, as was asked")
        yield
        return
    with running_broker() as server:
        bench.server = server
        yield


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a look at everything in a few minutes; one round")
    parser.add_argument("--rounds", type=int, help="so many rounds instead of the plan's")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="these parts alone")
    parser.add_argument("--memory-articles", type=int, help="so many articles for the long run")
    parser.add_argument("--without-kafka", action="store_true", help="without a broker, and so without Java")
    parser.add_argument("--resume", action="store_true", help="keep the samples that are there, measure the others")
    parser.add_argument("--folder", type=Path, default=ROOT / "out" / "bench", help="where samples are kept")
    parser.add_argument("--shared", type=Path, default=SHARED, help="where corpus/ and more gold/ are")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="where page, pictures and results go")
    return parser.parse_args()


def _plan(options: argparse.Namespace) -> Plan:
    plan = QUICK if options.quick else FULL
    wanted = {
        "rounds": options.rounds,
        "serving_rounds": options.rounds,
        "memory_articles": options.memory_articles,
    }
    return replace(plan, **{name: value for name, value in wanted.items() if value is not None})


if __name__ == "__main__":
    main()
