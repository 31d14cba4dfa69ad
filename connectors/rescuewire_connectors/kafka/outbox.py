"""The outbox: where messages to topics wait until they are acknowledged; here without transactions."""

from __future__ import annotations

import contextlib
from typing import Protocol

from kafka.errors import KafkaError

from kafka import KafkaProducer
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.messages import Message
from rescuewire_connectors.kafka.sending import Sending
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.stopping import TryAgain, Unreachable


class Outbox(Protocol):
    """Takes messages to the topics that it was told of."""

    def add(self, topic: Topic) -> None:
        """Tell of a topic, before the first message."""

    def send(self, topic: Topic, message: Message) -> None:
        """Take a message, no larger than the topic takes; raise Stop where nothing more is taken."""

    def flush(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not."""

    def close(self) -> None:
        """Let go of the producer; safe to call twice."""


class AtOnceOutbox:
    """Sends each message at once, by a producer that is opened for the first one."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._topics: list[Topic] = []
        self._producer: KafkaProducer | None = None
        self._sending: Sending | None = None

    def add(self, topic: Topic) -> None:
        """Tell of a topic, before the first message."""
        self._topics.append(topic)

    def send(self, topic: Topic, message: Message) -> None:
        """Send a message; raise Stop where the producer takes nothing more."""
        if self._sending is None:
            self._sending = self._open(topic)
        self._sending.send(topic, message)

    def _open(self, topic: Topic) -> Sending:
        try:
            self._producer = self._cluster.producer([each.message_bytes for each in self._topics])
        except Unreachable as away:
            raise TryAgain(f"writing to {topic.name}: {away}; the batch in hand is not committed, restart me") from away
        return Sending(self._cluster, self._producer)

    def flush(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not."""
        if self._sending is not None:
            self._sending.await_all()

    def close(self) -> None:
        """Close the producer without waiting: what is not acknowledged is not committed either."""
        producer, self._producer, self._sending = self._producer, None, None
        close_at_once(producer)


def close_at_once(producer: KafkaProducer | None) -> None:
    """Close a producer without waiting for what it has not sent."""
    if producer is not None:
        with contextlib.suppress(KafkaError):
            producer.close(timeout=0)
