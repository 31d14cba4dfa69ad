"""A world to do harm to: brokers, topics, a feed of articles that goes on, and replicas under supervision."""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from broker import Broker
from kafka.admin import NewTopic
from kafka.errors import KafkaError

from fakes.articles import Sent
from fakes.kafka_driver import Driver
from fakes.running import KEYWORD_DETECTOR, wait_until
from faults.expected import At, Seen, Verdict, before, judge, look, numbered
from faults.supervised import Supervised
from kafka import KafkaAdminClient

MakeWorld: TypeAlias = Callable[..., "World"]
"""Makes a world with these options of `run` and these fields of World."""
Finish: TypeAlias = Callable[..., None]
"""Ends a world in good order, and notes its row: the fault, the seconds, and what was seen if not deaths."""

PARTITIONS = 4
TRANSACTION_SECONDS = 110.0
"""A transaction's time-out, and what the broker takes to notice."""
MARKERS_SECONDS = 5.0
"""So long the markers of one commit may take to reach the partitions one after the other."""


@dataclass
class Recovery:
    """How long a fault and recovering from it took."""

    seconds: float = 0.0


@dataclass
class World:
    """One group that reads `source` and writes `sink`, on the brokers given."""

    brokers: Sequence[Broker]
    folder: Path
    options: tuple[str, ...] = ()
    partitions: int = PARTITIONS
    sink_settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        name = uuid.uuid4().hex[:8]
        self.source, self.sink = f"news-{name}", f"events-{name}"
        self.driver = Driver(",".join(broker.address for broker in self.brokers))
        self._made: dict[bytes | None, Sent] = {}
        self.replicas: list[Supervised] = []
        self._numbers = itertools.count()
        self._make_topics()

    def _make_topics(self) -> None:
        topics = [NewTopic(self.source, self.partitions, -1)]
        topics += [NewTopic(name, 3, -1, topic_configs=self.sink_settings) for name in (self.sink, f"{self.sink}-dlq")]
        with closing(KafkaAdminClient(bootstrap_servers=self.driver.server.split(","))) as admin:
            admin.create_topics(topics)
            admin.wait_for_topics([topic.name for topic in topics])

    def add_replica(self, fail_point: str = "") -> Supervised:
        """Start one more replica, with the same command as all others."""
        places = [self.driver.address(self.source), self.driver.address(self.sink)]
        words = ["run", *places, "--group", self.source, "--detector", KEYWORD_DETECTOR, *self.options]
        words += ["--state-folder", str(self.folder)]
        self.replicas.append(Supervised(words, fail_point))
        return self.replicas[-1]

    def send(self, count: int) -> None:
        """Send the next articles."""
        self.send_these([numbered(next(self._numbers)) for _ in range(count)])

    def send_these(self, records: Sequence[Sent]) -> None:
        """Send records. Where that fails nobody knows which of them arrived: the topic itself is the account."""
        self._made.update({each.value: each for each in records})
        self.driver.send(self.source, records)

    def sent(self) -> dict[At, Sent]:
        """What stands in the source by now."""
        records = self.driver.records(self.source)
        return {(record.partition, record.offset): self._made[record.value] for record in records}

    @contextmanager
    def feeding(self, every_seconds: float = 0.25, count: int = 10) -> Iterator[None]:
        """Send articles all the while, as far as there is a broker to take them."""
        over = threading.Event()

        def feed() -> None:
            while not over.wait(every_seconds):
                with contextlib.suppress(KafkaError):
                    self.send(count)

        thread = threading.Thread(target=feed, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    @contextmanager
    def under_way(self, replicas: int = 1, count: int = 10) -> Iterator[list[Supervised]]:
        """Replicas that work on articles which keep coming; all that was sent before the block is done."""
        started = [self.add_replica() for _ in range(replicas)]
        with self.feeding(count=count):
            self.seconds_until_done()
            yield started

    @contextmanager
    def recovering(self) -> Iterator[Recovery]:
        """A fault inside the block; its seconds go on until all that was sent by the end of it is done."""
        recovery, began = Recovery(), time.monotonic()
        yield recovery
        self.seconds_until_done()
        recovery.seconds = time.monotonic() - began

    def committed(self) -> dict[int, int]:
        return self.driver.committed(self.source, self.source)

    def seconds_until_done(self) -> float:
        """Send an article to each partition; return how long it takes until all that was sent is committed."""
        began = time.monotonic()
        self.send(5 * self.partitions)
        ends = self.driver.ends(self.source)

        def is_done() -> bool:
            offsets = self.committed()
            return all(offsets.get(partition, 0) >= end for partition, end in ends.items())

        wait_until(is_done, "all that was sent to be committed", 200.0)
        return time.monotonic() - began

    def check_offsets_are_not_ahead(self) -> None:
        """Whatever is committed has its results, at any moment; the markers of one commit come within seconds.

        Readers see nothing behind another replica's open transaction, so what was open then is waited for first.
        """
        sent = before(self.committed(), self.sent())
        ends = {topic: self.driver.ends(topic) for topic in (self.sink, f"{self.sink}-dlq")}
        wait_until(lambda: self._is_readable_to(ends), "open transactions to end", TRANSACTION_SECONDS)
        wait_until(lambda: judge(sent, self.look()).lost == 0, "the results of what is committed", MARKERS_SECONDS)

    def _is_readable_to(self, ends: dict[str, dict[int, int]]) -> bool:
        """Tell whether readers of committed records get to these ends."""
        seen = {topic: self.driver.ends(topic, "read_committed") for topic in ends}
        return all(seen[topic][number] >= end for topic, of in ends.items() for number, end in of.items())

    def look(self) -> Seen:
        return look(self.driver, self.sink)

    def verdict(self) -> Verdict:
        """After everything is done and everybody has stopped."""
        return judge(self.sent(), self.look())

    def wait_for_members(self, count: int) -> None:
        """Wait until so many replicas have joined and share the partitions."""
        wait_until(lambda: self.driver.members(self.source) == count, f"{count} members")
        wait_until(lambda: self.driver.is_stable(self.source), "the partitions to be shared")
        self.seconds_until_done()

    def stop(self) -> None:
        """Let all replicas drain."""
        for replica in self.replicas:
            replica.stop()

    def close(self) -> None:
        for replica in self.replicas:
            replica.kill_for_good()

    def deaths(self) -> list[str]:
        """How processes ended, each kind once with its number."""
        ends = [str(death) for replica in self.replicas for death in replica.deaths if death.code]
        return [f"{ends.count(end)} × {end}" for end in dict.fromkeys(ends)]
