"""From the start of the command to the first event: in a finished file, and for a reader of committed records."""

from __future__ import annotations

import subprocess
import time
import uuid
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.broker_for_bench import fill_topic, make_topic
from benchmarks.commands import running, start
from benchmarks.samples import Key
from benchmarks.sides.choosing import GRAPH, KAFKA
from kafka import KafkaConsumer

PART = "start"
LIMIT_SECONDS = 120.0
ARTICLE = Path(__file__).resolve().parents[1] / "articles" / "01-wire-brief.json"
"""One that has events."""


def measure_starts(bench: Bench) -> None:
    """Rounds of both."""
    for number in range(1, bench.plan.rounds + 1):
        bench.take(Key(PART, GRAPH, "first event", number), partial(_over_files, bench))
        if bench.server:
            bench.take(Key(PART, KAFKA, "first event", number), partial(_over_kafka, bench))


def _over_files(bench: Bench) -> dict[str, float]:
    events = bench.folder / "start.avro"
    events.unlink(missing_ok=True)
    began = time.monotonic()
    process = start(frozenset({bench.cores.measured}), "rescuewire", "run", str(ARTICLE), str(events))
    try:
        process.wait(LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        raise TimeoutError(f"no file of events within {LIMIT_SECONDS:g} s") from None
    return {"seconds": time.monotonic() - began}


def _over_kafka(bench: Bench) -> dict[str, float]:
    run = uuid.uuid4().hex[:8]
    source, sink = f"start-{run}", f"start-events-{run}"
    for topic in (source, sink, f"{sink}-dlq"):
        make_topic(bench.server, topic)
    fill_topic(bench.server, source, [b" ".join(ARTICLE.read_bytes().splitlines())])
    words = ("run", f"kafka://{bench.server}/{source}", f"kafka://{bench.server}/{sink}", "--group", run)
    options = {"isolation_level": "read_committed", "auto_offset_reset": "earliest", "fetch_max_wait_ms": 20}
    with closing(KafkaConsumer(sink, bootstrap_servers=bench.server, **options)) as reader:
        began = time.monotonic()
        with running(frozenset({bench.cores.measured}), "rescuewire", *words):
            while not reader.poll(50):
                if time.monotonic() - began > LIMIT_SECONDS:
                    raise TimeoutError(f"no event within {LIMIT_SECONDS:g} s")
            return {"seconds": time.monotonic() - began}
