"""The defects of kafka-python that delivery is built around: each shown on a real broker, and what cures it.

A test that shows a defect fails when the library has lost it: then the cure can go.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from broker import Broker
from kafka.errors import KafkaError

from fakes.kafka_driver import Driver, MakeTopic
from kafka import KafkaProducer, OffsetAndMetadata, TopicPartition
from rescuewire_connectors.kafka import client_cures
from rescuewire_connectors.kafka.clients import MESSAGE_BYTES, Cluster
from rescuewire_connectors.kafka.messages import Message
from rescuewire_connectors.kafka.topics import find_topics
from rescuewire_connectors.kafka.transactions import TransactionalOutbox
from rescuewire_connectors.stopping import TryAgain
from rescuewire_connectors.timeouts import Timeouts

pytestmark = pytest.mark.kafka
QUICK = Timeouts(request=3.0, delivery=5.0, watchdog=30.0, transaction=40.0)
HANGS_SECONDS = 12.0
"""So long after the broker is back a request is taken for lost; others need two."""
MESSAGE = Message(b"k", b"v", (), b"k")
Cure = Callable[[KafkaProducer], None]


def transactional_producer(cluster: Cluster, name: str, cure: Cure) -> KafkaProducer:
    """As the pipeline makes it, but for the cures."""
    transactions = {"transactional_id": name, "transaction_timeout_ms": 40_000}
    producer = cluster._connect(KafkaProducer, {**cluster._writing([MESSAGE_BYTES]), **transactions})
    cure(producer)
    producer.init_transactions()
    return producer


class Place:
    """A topic on a broker, and producers of transactions for it."""

    def __init__(self, broker: Broker, make_topic: MakeTopic) -> None:
        self.broker = broker
        self.driver = Driver(broker.address)
        self.cluster = Cluster((broker.address,), timeouts=QUICK)
        self.topic = make_topic("events", partitions=1)

    def producer(self, cure: Cure) -> KafkaProducer:
        return transactional_producer(self.cluster, self.topic, cure)

    def outbox(self) -> TransactionalOutbox:
        outbox = TransactionalOutbox(self.cluster, self.topic)
        outbox.add(find_topics(self.cluster, [self.topic])[self.topic])
        outbox.open()
        return outbox

    def send(self, producer: KafkaProducer) -> Any:
        return producer.send(self.topic, b"v", b"k", [], 0)

    def add_offsets(self, producer: KafkaProducer) -> None:
        offsets = {TopicPartition(self.topic, 0): OffsetAndMetadata(1, "", -1)}
        producer.send_offsets_to_transaction(offsets, f"{self.topic}-group")

    def records(self) -> int:
        return len(self.driver.records(self.topic))


@pytest.fixture
def place(kafka_broker: Broker, make_topic: MakeTopic) -> Iterator[Place]:
    yield Place(kafka_broker, make_topic)
    if not kafka_broker.runs:
        kafka_broker.start()


def no_cure(_producer: KafkaProducer) -> None:
    pass


def returns_after_the_broker_was_away(place: Place, producer: KafkaProducer) -> bool:
    """Whether a request that is made while the broker is away returns when it is back."""
    producer.begin_transaction()
    self_sent = place.send(producer)
    producer.flush(10)
    assert self_sent.succeeded()
    place.broker.stop()
    request = threading.Thread(target=place.add_offsets, args=(producer,), daemon=True)
    request.start()
    request.join(1.5)
    place.broker.start()
    request.join(HANGS_SECONDS)
    return not request.is_alive()


@pytest.mark.parametrize(
    ("cure", "returns"),
    [pytest.param(no_cure, False, marks=pytest.mark.faults), (client_cures.keep_requests, True)],
)
def test_a_request_is_dropped_when_the_coordinator_is_away(place: Place, cure: Cure, returns: bool) -> None:
    producer = place.producer(cure)
    assert returns_after_the_broker_was_away(place, producer) is returns


@pytest.mark.faults
def test_a_commit_succeeds_although_records_failed(place: Place) -> None:
    with closing(place.producer(client_cures.cure)) as producer:
        producer.partitions_for(place.topic)
        producer.begin_transaction()
        place.broker.stop()
        future = place.send(producer)
        with pytest.raises(KafkaError):
            future.get(timeout=20)
        place.broker.start()
        producer.commit_transaction()
    assert place.records() == 0


def test_the_outbox_does_not_commit_what_failed(place: Place) -> None:
    outbox, topic = place.outbox(), find_topics(place.cluster, [place.topic])[place.topic]
    outbox.send(topic, MESSAGE)
    place.broker.stop()
    with pytest.raises(TryAgain):
        outbox.flush()
    with pytest.raises(RuntimeError, match="before its messages were flushed"):
        outbox.commit({}, None)
    place.broker.start()
    outbox.close()
    assert place.records() == 0


def test_a_record_that_the_broker_refuses_spoils_the_producer_for_good(place: Place, make_topic: MakeTopic) -> None:
    small = make_topic("small", partitions=1, max_message_bytes="2000")
    with closing(KafkaProducer(bootstrap_servers=place.broker.address, enable_idempotence=True)) as producer:
        with pytest.raises(KafkaError):
            producer.send(small, b"x" * 5_000).get(timeout=10)
        with pytest.raises(KafkaError):
            producer.send(small, b"fits").get(timeout=10)


MANY = 40
"""Partitions of one transaction: the more, the longer a takeover has two steps that a predecessor comes between."""


class Takeover:
    """A producer in a transaction, and another of the same name that takes over."""

    def __init__(self, cluster: Cluster, topic: str, cure: Cure) -> None:
        self._cluster, self._topic, self._cure = cluster, topic, cure
        self._predecessor = self._producer()
        self._predecessor.begin_transaction()
        for partition in range(MANY):
            self._send(partition)
        self._predecessor.flush(10)

    def _producer(self) -> KafkaProducer:
        return transactional_producer(self._cluster, self._topic, self._cure)

    def _send(self, number: int) -> Any:
        return self._predecessor.send(self._topic, b"v", b"k", [], number % MANY)

    def _send_for_ever(self) -> None:
        for number in range(5_000):
            self._send(number).get(timeout=10)

    def state_of_predecessor(self) -> str:
        """What the predecessor takes itself for when the broker has told it that it is fenced."""
        successor = threading.Thread(target=lambda: self._producer().close(timeout=1))
        successor.start()
        with pytest.raises(KafkaError):
            self._send_for_ever()
        time.sleep(0.3)  # what a predecessor that is not cured does next, it does on its own
        successor.join()
        state: str = self._predecessor._transaction_manager._current_state.name
        self._predecessor.close(timeout=1)
        return state


@pytest.mark.parametrize(("cure", "lives_on"), [(no_cure, True), (client_cures.stay_fenced, False)])
def test_a_fenced_producer_asks_for_another_epoch(
    place: Place, make_topic: MakeTopic, cure: Cure, lives_on: bool
) -> None:
    topic = make_topic("many", partitions=MANY)
    states = {Takeover(place.cluster, topic, cure).state_of_predecessor() for _ in range(8)}
    assert ("READY" in states) is lives_on


def test_the_pipelines_producer_is_cured_of_both(place: Place) -> None:
    with closing(place.cluster.transactional_producer([MESSAGE_BYTES], place.topic)) as producer:
        assert producer._sender._client.await_ready.__name__ == "await_ready_or_not"
        assert not producer._transaction_manager._supports_epoch_bump()
