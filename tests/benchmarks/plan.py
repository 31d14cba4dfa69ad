"""How much is measured: the whole, a quick look, or next to nothing for the suite's own tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Sizes of a run. Streams have at most so many articles; `stock` bounds what stock spaCy reads of each.

    `latency_seconds` is how long articles are fed at half load; `lengths` are in thousands of characters.
    """

    name: str
    rounds: int
    ordinary: int
    corpus: int
    candidates: int
    worst: int
    stock: int
    warm_up: int
    latency_seconds: int
    replica_rounds: int
    replica_passes: int
    memory_articles: int
    lengths: tuple[int, ...]
    length_bytes: int
    lexicon_factors: tuple[int, ...]
    partitions: tuple[int, ...]
    batch_records: tuple[int, ...]
    curve_rounds: int


FULL = Plan(
    name="full",
    rounds=5,
    ordinary=3_000,
    corpus=5_000,
    candidates=400,
    worst=16,
    stock=120,
    warm_up=300,
    latency_seconds=40,
    replica_rounds=3,
    replica_passes=3,
    memory_articles=100_000,
    lengths=(1, 3, 10, 30, 100),
    length_bytes=400_000,
    lexicon_factors=(1, 3, 10),
    partitions=(1, 4, 16, 64),
    batch_records=(1, 10, 100, 500, 2_000),
    curve_rounds=3,
)
QUICK = Plan(
    name="quick",
    rounds=1,
    ordinary=600,
    corpus=600,
    candidates=60,
    worst=4,
    stock=24,
    warm_up=50,
    latency_seconds=8,
    replica_rounds=1,
    replica_passes=1,
    memory_articles=5_000,
    lengths=(1, 10, 100),
    length_bytes=100_000,
    lexicon_factors=(1, 10),
    partitions=(1, 16),
    batch_records=(10, 500),
    curve_rounds=1,
)
