"""All sides on the same streams, round by round, so that a slow minute of the machine falls on all."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.bench import Bench, Reading
from benchmarks.broker_for_bench import filled_topic, make_topic
from benchmarks.processes import is_compiled
from benchmarks.sides.choosing import DELIVERIES, PLAIN, SIDES, STOCK, Choice
from benchmarks.streams import COMPARED, Stream
from benchmarks.topics import DEAD_LETTERS, EVENTS, topic_of

PART = "throughput"


def measure_throughput(bench: Bench, sides: Sequence[str] = SIDES) -> None:
    """Rounds of all sides; those of Kafka only where there is a broker, the plain one where others are compiled."""
    streams = bench.streams.compared()
    wanted = [side for side in sides if _can_be_measured(side, bench)]
    if bench.server:
        prepare_topics(bench.server, [*streams, bench.streams.warm_up()])
    for number in range(1, bench.plan.rounds + 1):
        for side in _turned(wanted, number):
            bench.read(Reading(PART, Choice(side, bench.server), _streams_of(side, streams)), number)


def _can_be_measured(side: str, bench: Bench) -> bool:
    return is_compiled() if side == PLAIN else bool(bench.server) or side not in DELIVERIES


def prepare_topics(server: str, streams: Sequence[Stream]) -> None:
    """Topics that hold the streams, and those that results go to."""
    for name in (EVENTS, DEAD_LETTERS):
        make_topic(server, name)
    for stream in streams:
        filled_topic(server, topic_of(stream.file), stream.file)


def _turned(sides: Sequence[str], number: int) -> list[str]:
    """Another side is the first in each round."""
    start = number % len(sides) if sides else 0
    return [*sides[start:], *sides[:start]]


def _streams_of(side: str, streams: Sequence[Stream]) -> list[Stream]:
    return [stream for stream in streams if side != STOCK or stream.name in COMPARED]
