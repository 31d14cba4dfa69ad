"""Latency at half load: from the time of an article's record until a reader of committed records has its event."""

from __future__ import annotations

import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial

from benchmarks.bench import Bench, Reading
from benchmarks.broker_for_bench import make_topic
from benchmarks.commands import running, start
from benchmarks.feeding import sent_at_ms
from benchmarks.processes import MeasuringFailed
from benchmarks.samples import Key
from benchmarks.sides.choosing import DELIVERIES, KAFKA, Choice
from benchmarks.spread import percentile, spread_of
from benchmarks.streams import Stream
from benchmarks.throughput import prepare_topics
from fakes.kafka_driver import Driver
from kafka import KafkaConsumer
from rescuewire_schemas.codec import decode_event

PART, CAPACITY = "latency", "capacity"
LOAD = 0.5
SETTLING_SECONDS = 5.0
"""Not counted: the first articles wait for packs to load and caches to fill."""
FIRST_ARTICLES = 100
"""So many are sent and awaited before, so that all packs are loaded."""
LOADING_SECONDS = 180.0
SILENCE_SECONDS = 10.0
"""When nothing has come for so long after the last article was sent, nothing will."""


def measure_latency(bench: Bench) -> None:
    """Latency at half of what the pipeline can do with the same articles."""
    mixed = bench.streams.mixed()
    if mixed is None or not bench.server:
        return
    prepare_topics(bench.server, [mixed, bench.streams.warm_up()])
    for number in range(1, bench.plan.serving_rounds + 1):
        bench.read(Reading(CAPACITY, Choice(KAFKA, bench.server), [mixed]), number)
    for side in DELIVERIES:
        for number in range(1, bench.plan.serving_rounds + 1):
            key = Key(PART, side, "half load", number)
            bench.take(key, partial(_latency, bench, mixed, side, LOAD * capacity(bench)))


def capacity(bench: Bench) -> float:
    """Articles a second at full load; raises MeasuringFailed where none was measured."""
    measured = [sample.figures for sample in bench.samples if sample.key.part == CAPACITY]
    if not measured:
        raise MeasuringFailed("the capacity was not measured, so nobody knows what half of it is")
    return spread_of([figures["articles"] / figures["seconds"] for figures in measured]).median


def _latency(bench: Bench, stream: Stream, side: str, rate: float) -> dict[str, float]:
    run = uuid.uuid4().hex[:8]
    source, sink = f"latency-{run}", f"latency-events-{run}"
    for topic in (source, sink, f"{sink}-dlq"):
        make_topic(bench.server, topic)
    words = ("run", f"kafka://{bench.server}/{source}", f"kafka://{bench.server}/{sink}", "--group", run)
    pipeline = running(frozenset({bench.cores.measured}), "rescuewire", *words, "--delivery", DELIVERIES[side])
    with pipeline, _reading(bench.server, sink) as reader:
        _feeder(bench, source, stream, rate, FIRST_ARTICLES / rate).wait(LOADING_SECONDS)
        _await_all(Driver(bench.server), run, source, reader)
        feeder = _feeder(bench, source, stream, rate, bench.plan.latency_seconds + SETTLING_SECONDS)
        waited = list(_waits(reader, feeder, time.time() + SETTLING_SECONDS))
    if not waited:
        raise MeasuringFailed("no event came at half load")
    return {
        "articles_a_second": rate,
        "events": len(waited),
        "p50_ms": percentile(waited, 50),
        "p95_ms": percentile(waited, 95),
        "p99_ms": percentile(waited, 99),
    }


@contextmanager
def _reading(server: str, topic: str) -> Iterator[KafkaConsumer]:
    options = {"isolation_level": "read_committed", "auto_offset_reset": "earliest", "fetch_max_wait_ms": 5}
    with closing(KafkaConsumer(topic, bootstrap_servers=server, **options)) as reader:
        yield reader


def _feeder(bench: Bench, topic: str, stream: Stream, rate: float, seconds: float) -> subprocess.Popen[bytes]:
    words = (bench.server, topic, str(stream.file), f"{rate:.3f}", f"{seconds:.1f}")
    return start(bench.cores.others, "benchmarks.feeding", *words)


def _await_all(driver: Driver, group: str, topic: str, reader: KafkaConsumer) -> None:
    """Return when all articles are done and their events read: then packs are loaded."""
    deadline = time.monotonic() + LOADING_SECONDS
    while driver.lag(group, topic):
        if time.monotonic() > deadline:
            raise TimeoutError(f"the first articles were not done within {LOADING_SECONDS:g} s")
        time.sleep(0.5)
    while reader.poll(1_000):
        pass


def _waits(reader: KafkaConsumer, feeder: subprocess.Popen[bytes], counts_from: float) -> Iterator[float]:
    """Milliseconds that each event took whose article was sent later than `counts_from`, until nothing comes."""
    last = time.monotonic()
    while feeder.poll() is None or time.monotonic() < last + SILENCE_SECONDS:
        for records in reader.poll(10).values():
            now = 1000 * time.time()
            last = time.monotonic()
            for record in records:
                sent = sent_at_ms(decode_event(record.value).article.id)
                if sent > 1000 * counts_from:
                    yield now - sent
