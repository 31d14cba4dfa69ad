"""Two replicas against one, on candidates: the second shares its core with the broker."""

from __future__ import annotations

import json
import time
import uuid
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from kafka.errors import KafkaError

from benchmarks.bench import Bench
from benchmarks.broker_for_bench import fill_topic, make_topic
from benchmarks.commands import running
from benchmarks.samples import Key
from benchmarks.sides.choosing import KAFKA
from benchmarks.streams import CANDIDATES, Stream
from kafka import KafkaAdminClient

PART = "replicas"
LOADING_SECONDS = 180.0
DOING_SECONDS = 300.0
PARTITIONS = 8


def measure_replicas(bench: Bench) -> None:
    """Rounds of one replica and of two."""
    streams = {stream.name: stream for stream in bench.streams.compared()}
    if not bench.server or CANDIDATES not in streams:
        return
    for number in range(1, bench.plan.serving_rounds + 1):
        for count in (1, 2):
            key = Key(PART, KAFKA, f"{count}", number)
            bench.take(key, partial(_replicas, bench, streams[CANDIDATES], count))


def _replicas(bench: Bench, stream: Stream, count: int) -> dict[str, float]:
    run = uuid.uuid4().hex[:8]
    topics = [f"replicas-{run}", f"replicas-events-{run}", f"replicas-events-{run}-dlq"]
    for topic in topics:
        make_topic(bench.server, topic, PARTITIONS)
    values = stream.file.read_bytes().splitlines() * bench.plan.replica_passes
    reports = [bench.folder / f"replica-{run}-{index}.jsonl" for index in range(count)]
    cores = [frozenset({bench.cores.measured}), frozenset({bench.cores.second()})]
    with ExitStack() as stack:
        for report, core in zip(reports, cores, strict=False):
            stack.enter_context(running(core, "benchmarks.replica", bench.server, *topics[:2], run, str(report)))
        _await_members(bench.server, run, count)
        fill_topic(bench.server, topics[0], values, PARTITIONS)
        commits = _await_commits(reports, len(values))
    began = min(commit["fetched"] for commit in commits)
    seconds = max(commit["committed"] for commit in commits) - began
    return {"articles": len(values), "seconds": seconds, "batches": len(commits)}


def _await_members(server: str, group: str, wanted: int) -> None:
    """Return when all replicas have loaded their packs and joined, and no partition moves."""
    deadline = time.monotonic() + LOADING_SECONDS
    with closing(KafkaAdminClient(bootstrap_servers=server)) as admin:
        while _stable_members(admin, group) != wanted:
            if time.monotonic() > deadline:
                raise TimeoutError(f"not all {wanted} replicas joined within {LOADING_SECONDS:g} s")
            time.sleep(0.5)


def _stable_members(admin: KafkaAdminClient, group: str) -> int:
    """How many members a group has; 0 while partitions move, or where nobody coordinates groups yet."""
    try:
        told = admin.describe_groups([group])[group]
    except KafkaError:
        return 0
    return len(told["members"]) if told["group_state"] == "Stable" else 0


def _await_commits(reports: list[Path], wanted: int) -> list[dict[str, float]]:
    """All commits of all replicas, when they make up what was wanted."""
    deadline = time.monotonic() + DOING_SECONDS
    while True:
        commits = [json.loads(line) for report in reports if report.exists() for line in _whole_lines(report)]
        done = sum(commit["records"] for commit in commits)
        if done >= wanted:
            return commits
        if time.monotonic() > deadline:
            raise TimeoutError(f"{done} of {wanted} articles were done")
        time.sleep(0.2)


def _whole_lines(report: Path) -> list[str]:
    return report.read_text(encoding="ascii").rpartition("\n")[0].splitlines()
