"""Sending: a producer, and what it was given but the broker has not yet acknowledged."""

from __future__ import annotations

from typing import Any

from kafka.errors import KafkaError, KafkaTimeoutError

from kafka import KafkaProducer
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_while_running
from rescuewire_connectors.kafka.messages import Message
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.stopping import Stop, TryAgain


class Sending:
    """Sends messages by `producer`, and knows when the broker has them all.

    Never send a message larger than its topic takes: what the broker refuses spoils an idempotent producer for good.
    After any Stop the producer must not be used again: what became of its messages is unknown.
    """

    def __init__(self, cluster: Cluster, producer: KafkaProducer) -> None:
        self._cluster = cluster
        self._producer = producer
        self._sent: list[tuple[str, Any]] = []

    def send(self, topic: Topic, message: Message) -> None:
        """Send a message; raise Stop where the producer takes nothing more."""
        headers, partition = list(message.headers), message.partition_of(topic)
        try:
            future = self._producer.send(topic.name, message.value, message.key, headers, partition)
        except KafkaError as error:
            raise self._stop(error, topic.name) from error
        self._sent.append((topic.name, future))

    def await_all(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not.

        `flush` of the client returns also when messages failed, so each is asked.
        """
        seconds = self._cluster.timeouts.delivery
        try:
            self._producer.flush(seconds)
            for topic, future in self._sent:
                self._await(topic, future, seconds)
        except KafkaTimeoutError as error:
            raise TryAgain(f"{self._cluster}: no acknowledgement within {seconds:g} s; restart me") from error
        self._sent = []

    def _await(self, topic: str, future: Any, seconds: float) -> None:
        try:
            future.get(timeout=seconds)
        except KafkaTimeoutError:
            raise
        except KafkaError as error:
            raise self._stop(error, topic) from error

    def _stop(self, error: KafkaError, topic: str) -> Stop:
        return stop_while_running(error, f"writing to {topic} at {self._cluster}", self._cluster.use("Write", topic))
