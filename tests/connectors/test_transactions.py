"""The order of requests in a transaction, and what is never asked for after a failure."""

from __future__ import annotations

from typing import Any

import pytest

from fakes.memory import MemoryFeed, records
from kafka import errors
from rescuewire_connectors.kafka.messages import Message
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.kafka.transactions import FeedInTransactions, TransactionalOutbox
from rescuewire_connectors.stopping import ExitCode, NotAuthorised, Stop, TryAgain
from rescuewire_connectors.timeouts import Timeouts

TOPIC = Topic("events", 1, 1_000)
MESSAGE = Message(b"k", b"v", (), b"k")
OFFSETS: Any = {"place": 7}


class Acknowledgement:
    """What becomes of one record."""

    def __init__(self, failure: Exception | None) -> None:
        self._failure = failure

    def get(self, timeout: float) -> None:
        assert timeout > 0
        if self._failure is not None:
            raise self._failure


class ScriptedProducer:
    """Remembers what it is asked for, and fails where the script says so."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.failures: dict[str, Exception] = {}
        self.config = {"api_version": (4, 0)}

    def send(self, *_: Any) -> Any:
        self._call("send")
        return Acknowledgement(self.failures.get("acknowledgement"))

    def __getattr__(self, name: str) -> Any:
        return lambda *_, **__: self._call(name)

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.failures:
            raise self.failures[name]


class ScriptedCluster:
    """A cluster whose producer is scripted."""

    timeouts = Timeouts()

    def __init__(self) -> None:
        self.made = ScriptedProducer()

    def use(self, _operation: str, transactional_id: str) -> Use:
        return Use(transactional_id=transactional_id)

    def transactional_producer(self, _limits: Any, _name: str) -> Any:
        return self.made


@pytest.fixture
def producer() -> ScriptedProducer:
    return ScriptedProducer()


@pytest.fixture
def outbox(producer: ScriptedProducer) -> TransactionalOutbox:
    cluster: Any = ScriptedCluster()
    cluster.made = producer
    made = TransactionalOutbox(cluster, "name")
    made.add(TOPIC)
    made.open()
    producer.calls.clear()
    return made


def settle(outbox: TransactionalOutbox) -> None:
    outbox.flush()
    outbox.commit(OFFSETS, "membership")


def test_nothing_is_begun_while_articles_are_read(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    outbox.send(TOPIC, MESSAGE)
    assert producer.calls == []


def test_a_batch_is_one_transaction_in_this_order(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    for _ in range(2):
        outbox.send(TOPIC, MESSAGE)
    settle(outbox)
    assert producer.calls == [
        *("begin_transaction", "send", "send", "flush"),
        *("send_offsets_to_transaction", "commit_transaction"),
    ]


def test_a_batch_without_events_moves_its_offsets(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    settle(outbox)
    assert producer.calls == ["begin_transaction", "send_offsets_to_transaction", "commit_transaction"]


def test_a_batch_of_a_file_without_events_needs_no_transaction(
    outbox: TransactionalOutbox, producer: ScriptedProducer
) -> None:
    feed = FeedInTransactions(MemoryFeed(records(b"a")), outbox)
    feed.fetch()
    feed.commit({})
    assert producer.calls == []


@pytest.mark.parametrize("where", ["send", "flush", "acknowledgement"])
def test_what_is_not_acknowledged_is_not_committed(
    outbox: TransactionalOutbox, producer: ScriptedProducer, where: str
) -> None:
    producer.failures[where] = errors.KafkaTimeoutError()
    outbox.send(TOPIC, MESSAGE)
    with pytest.raises(TryAgain):
        outbox.flush()
    with pytest.raises(RuntimeError, match="before its messages were flushed"):
        outbox.commit(OFFSETS, "membership")
    assert "commit_transaction" not in producer.calls


@pytest.mark.parametrize("where", ["begin_transaction", "send_offsets_to_transaction", "commit_transaction"])
@pytest.mark.parametrize(
    ("error", "stop", "words"),
    [
        (errors.CommitFailedError(), TryAgain, "another replica"),
        (errors.ProducerFencedError(), TryAgain, "a --replica of its own"),
        (errors.KafkaTimeoutError(), TryAgain, "restart me"),
        (errors.TransactionalIdAuthorizationFailedError(), NotAuthorised, "refuses"),
    ],
)
def test_each_failure_ends_the_process_in_its_way(
    outbox: TransactionalOutbox,
    producer: ScriptedProducer,
    where: str,
    error: Exception,
    stop: type[Stop],
    words: str,
) -> None:
    producer.failures[where] = error
    with pytest.raises(stop, match=words) as raised:
        settle(outbox)
    assert raised.value.code in {ExitCode.TRY_AGAIN, ExitCode.NOT_AUTHORISED}


def test_a_batch_that_is_given_up_is_aborted(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    outbox.send(TOPIC, MESSAGE)
    outbox.flush()
    outbox.close()
    outbox.close()
    assert producer.calls[-2:] == ["abort_transaction", "close"]


def test_a_committed_batch_is_not_aborted(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    settle(outbox)
    outbox.close()
    assert "abort_transaction" not in producer.calls


def test_an_abort_that_fails_does_not_keep_the_process(outbox: TransactionalOutbox, producer: ScriptedProducer) -> None:
    producer.failures["abort_transaction"] = errors.ProducerFencedError()
    outbox.send(TOPIC, MESSAGE)
    outbox.flush()
    outbox.close()
    assert producer.calls[-1] == "close"
