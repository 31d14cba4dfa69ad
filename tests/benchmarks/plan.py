"""How much is measured: the whole, a quick look, or next to nothing for the suite's own tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Sizes of a run. Streams have at most so many articles; `stock` bounds what stock spaCy reads of each.

    `rounds` are those of throughput and start, `serving_rounds` those of latency and replicas. `latency_seconds` is how
    long articles are fed at half load; `lengths` are in thousands of characters.
    """

    name: str
    rounds: int
    ordinary: int
    corpus: int
    candidates: int
    worst: int
    stock: int
    warm_up: int
    serving_rounds: int
    latency_seconds: int
    replica_passes: int
    memory_articles: int
    curve_rounds: int
    curve_articles: int
    lengths: tuple[int, ...]
    length_bytes: int
    lexicon_factors: tuple[int, ...]
    partitions: tuple[int, ...]
    batch_records: tuple[int, ...]


FULL = Plan(
    name="full",
    rounds=5,
    ordinary=1_200,
    corpus=1_500,
    candidates=1_000,
    worst=8,
    stock=150,
    warm_up=200,
    serving_rounds=2,
    latency_seconds=30,
    replica_passes=5,
    memory_articles=20_000,
    curve_rounds=1,
    curve_articles=600,
    lengths=(1, 3, 10, 30, 100),
    length_bytes=300_000,
    lexicon_factors=(1, 3, 10),
    partitions=(1, 4, 16, 64),
    batch_records=(1, 10, 100, 500),
)
QUICK = Plan(
    name="quick",
    rounds=1,
    ordinary=200,
    corpus=200,
    candidates=40,
    worst=2,
    stock=12,
    warm_up=30,
    serving_rounds=1,
    latency_seconds=8,
    replica_passes=1,
    memory_articles=2_000,
    curve_rounds=1,
    curve_articles=100,
    lengths=(1, 30),
    length_bytes=60_000,
    lexicon_factors=(1, 10),
    partitions=(16,),
    batch_records=(10,),
)
