"""One transaction a batch: its messages, and the offsets of the records that they come from, or nothing of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from kafka.errors import CommitFailedError, KafkaError

from kafka import KafkaProducer, errors
from rescuewire_connectors.interfaces import Feed
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for, stop_while_running
from rescuewire_connectors.kafka.messages import Message
from rescuewire_connectors.kafka.outbox import close_at_once
from rescuewire_connectors.kafka.reading import Offsets
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.kafka.sending import Sending
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.stopping import Stop, TryAgain, WrongSettings

ABORT_SECONDS = 3.0
ASKS_WHO_COMMITS = (2, 5)
"""The first version of Kafka that asks whether the member that commits offsets still has their partitions."""
TOO_LONG = errors.InvalidTransactionTimeoutError.__name__
"""The client gives the name of the broker's error, in words only."""


class TransactionalOutbox:
    """Keeps the messages of a batch, and sends them in one transaction when the batch is done.

    The transaction is open for the time of sending and committing only, however long the batch took: `flush` begins
    it, `commit` ends it. After any Stop the producer is not used again, since what became of its requests is unknown.
    """

    def __init__(self, cluster: Cluster, transactional_id: str) -> None:
        self._cluster = cluster
        self._transactional_id = transactional_id
        self._topics: list[Topic] = []
        self._waiting: list[tuple[Topic, Message]] = []
        self._producer: KafkaProducer | None = None
        self._begun = False

    def add(self, topic: Topic) -> None:
        """Tell of a topic, before `open`."""
        self._topics.append(topic)

    def open(self) -> None:
        """Open the producer, and with it end the transaction that a dead predecessor of the same name left open."""
        limits = [topic.message_bytes for topic in self._topics]
        self._producer = self._cluster.transactional_producer(limits, self._transactional_id)
        if self._producer.config["api_version"] < ASKS_WHO_COMMITS:
            raise WrongSettings(f"{self._cluster}: exactly_once needs Kafka 2.5; say --delivery at_least_once")
        try:
            self._producer.init_transactions()
        except KafkaError as error:
            raise self._cannot_begin(error) from error

    def _cannot_begin(self, error: KafkaError) -> Stop:
        if TOO_LONG in str(error):
            seconds = self._cluster.timeouts.transaction
            return WrongSettings(
                f"{self._cluster}: transactions of {seconds:g} s are longer than transaction.max.timeout.ms of the "
                "brokers; raise that, or lower the time-outs"
            )
        return stop_for(error, f"transactions as {self._transactional_id} at {self._cluster}", self._use())

    def send(self, topic: Topic, message: Message) -> None:
        """Keep a message until `flush`."""
        self._waiting.append((topic, message))

    def flush(self) -> None:
        """Return when the broker has acknowledged every message; raise Stop where it has not."""
        if not self._waiting:
            return
        sending = Sending(self._cluster, self._begin())
        for topic, message in self._waiting:
            sending.send(topic, message)
        sending.await_all()
        self._waiting = []

    def commit(self, offsets: Offsets, membership: Any) -> None:
        """Commit what was flushed together with `offsets`, under the membership that their records came with.

        Messages that were not flushed stay out: `commit_transaction` of the client succeeds although records failed.
        """
        if self._waiting:
            raise RuntimeError("a transaction is committed before its messages were flushed; a bug")
        if offsets:
            self._send_offsets(self._begin(), offsets, membership)
        if self._begun:
            self._commit(self._open_producer())

    def _begin(self) -> KafkaProducer:
        producer = self._open_producer()
        if not self._begun:
            self._call(producer.begin_transaction, "beginning a transaction")
            self._begun = True
        return producer

    def _send_offsets(self, producer: KafkaProducer, offsets: Offsets, membership: Any) -> None:
        self._call(producer.send_offsets_to_transaction, "adding offsets to the transaction", offsets, membership)

    def _commit(self, producer: KafkaProducer) -> None:
        self._call(producer.commit_transaction, "committing the transaction")
        self._begun = False

    def _open_producer(self) -> KafkaProducer:
        if self._producer is None:
            raise RuntimeError(f"the outbox of {self._transactional_id} is not open; a bug")
        return self._producer

    def _call(self, request: Any, doing: str, *arguments: Any) -> None:
        try:
            request(*arguments)
        except CommitFailedError as error:
            raise TryAgain(f"{doing}: the batch in hand was given to another replica ({error}); restart me") from error
        except KafkaError as error:
            raise stop_while_running(error, f"{doing} as {self._transactional_id}", self._use()) from error

    def _use(self) -> Use:
        return self._cluster.use("Write", transactional_id=self._transactional_id)

    def close(self) -> None:
        """Abort an open transaction, so that readers need not wait for its time-out, and let go of the producer."""
        producer, self._producer = self._producer, None
        if producer is not None and self._begun:
            _abort(producer)
        close_at_once(producer)


def _abort(producer: KafkaProducer) -> None:
    """Abort in a thread that may be left behind, since the client's call waits without limit."""
    thread = threading.Thread(target=_try_to_abort, args=(producer,), name="rescuewire-abort", daemon=True)
    thread.start()
    thread.join(ABORT_SECONDS)


def _try_to_abort(producer: KafkaProducer) -> None:
    try:
        producer.abort_transaction()
    except KafkaError:
        return  # a fenced producer has nothing to abort; else the time-out of the transaction ends it


class FeedInTransactions:
    """A feed without offsets on Kafka, a file: its batches end transactions all the same, and a rerun repeats them."""

    def __init__(self, feed: Feed, transactions: TransactionalOutbox) -> None:
        self._feed = feed
        self._transactions = transactions

    @property
    def exhausted(self) -> bool:
        """True when no batch will ever come again."""
        return self._feed.exhausted

    def fetch(self) -> Sequence[Record]:
        """The next batch."""
        return self._feed.fetch()

    def give_back(self, records: Sequence[Record]) -> None:
        """The next fetch brings these again."""
        self._feed.give_back(records)

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """Commit the batch's messages."""
        self._transactions.commit({}, None)
        self._feed.commit(next_offsets)

    def close(self) -> None:
        """Let go of the feed."""
        self._feed.close()
