"""The outbox: the process's one producer for a cluster, and what it has sent but the broker not yet acknowledged."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Any

from kafka.errors import KafkaError, KafkaTimeoutError
from kafka.partitioner.default import murmur2

from kafka import KafkaProducer
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_while_running
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.stopping import TryAgain, Unreachable

FRAME_BYTES = 256
"""Room for what Kafka puts around a record: the frame of a batch (61 bytes) and of the record in it."""


@dataclass(frozen=True)
class Message:
    """What is sent. Messages with equal `together` go to one partition."""

    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    together: bytes

    @property
    def size(self) -> int:
        """Bytes of the record in its batch, at most."""
        headers = sum(len(name.encode()) + len(value) + 10 for name, value in self.headers)
        return len(self.key or b"") + len(self.value or b"") + headers + FRAME_BYTES


class Outbox:
    """Sends messages to the topics it was told of, and knows when the broker has them all.

    Never send a message larger than its topic takes: what the broker refuses spoils an idempotent producer for good.
    """

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._topics: list[Topic] = []
        self._producer: KafkaProducer | None = None
        self._sent: list[Any] = []

    def add(self, topic: Topic) -> None:
        """Tell of a topic, before the first message."""
        self._topics.append(topic)

    def send(self, topic: Topic, message: Message) -> None:
        """Send a message; raise Stop where the producer takes nothing more."""
        partition = (murmur2(message.together) & 0x7FFFFFFF) % topic.partitions
        headers = list(message.headers)
        try:
            future = self._open_producer().send(topic.name, message.value, message.key, headers, partition)
        except KafkaError as error:
            raise stop_while_running(error, f"writing to {topic.name}") from error
        except Unreachable as away:
            raise TryAgain(f"writing to {topic.name}: {away}; the batch in hand is not committed, restart me") from away
        self._sent.append(future)

    def _open_producer(self) -> KafkaProducer:
        if self._producer is None:
            limits = [topic.message_bytes for topic in self._topics]
            self._producer = self._cluster.producer(largest=max(limits), batch=min(limits))
        return self._producer

    def flush(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not.

        `flush` of the client returns also when messages failed, so each is asked.
        """
        seconds = self._cluster.timeouts.delivery
        try:
            if self._producer is not None:
                self._producer.flush(seconds)
            for future in self._sent:
                future.get(timeout=seconds)
        except KafkaTimeoutError as error:
            raise TryAgain(f"{self._cluster}: no acknowledgement within {seconds:g} s; restart me") from error
        except KafkaError as error:
            raise stop_while_running(error, f"writing to {self._cluster}") from error
        self._sent = []

    def close(self) -> None:
        """Close the producer without waiting: what is not acknowledged is not committed either."""
        producer, self._producer = self._producer, None
        if producer is not None:
            with contextlib.suppress(KafkaError):
                producer.close(timeout=0)


_outboxes: dict[Cluster, Outbox] = {}


def outbox_for(cluster: Cluster) -> Outbox:
    """The process's outbox for a cluster; transforms come and go, and two producers of one name shut each other out."""
    if cluster not in _outboxes:
        _outboxes[cluster] = Outbox(cluster)
    return _outboxes[cluster]


def close_outbox(cluster: Cluster) -> None:
    """Close the process's outbox for a cluster, if it is open."""
    outbox = _outboxes.pop(cluster, None)
    if outbox is not None:
        outbox.close()
