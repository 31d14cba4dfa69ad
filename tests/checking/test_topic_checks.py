"""What is doubtful about topics and clusters, by what brokers tell of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from rescuewire.checking.findings import Answer
from rescuewire.checking.kafka_checks import check_broker, check_one_cluster, check_transactions
from rescuewire.checking.topic_checks import check_right, check_size_of_events, check_size_of_letters, check_topic
from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.kafka.inspecting import ClusterFacts, ClusterInspector, TopicFacts
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.stopping import Stop, WrongUsage

EVENTS = TopicAddress(("b:9092",), "events")
BROKER = {"transaction.max.timeout.ms": "900000", "transaction.state.log.replication.factor": "3"}
CONFIGS = {
    "min.insync.replicas": "2",
    "cleanup.policy": "delete",
    "retention.ms": "604800000",
    "max.message.bytes": "1048588",
}
TOPIC = TopicFacts("events", 4, 3, 3, (), frozenset({"WRITE", "DESCRIBE"}), CONFIGS)


class ToldInspector:
    """Knows what it was told."""

    def __init__(self, topic: TopicFacts = TOPIC, cluster: str = "one", **facts: Any) -> None:
        self._topic = topic
        self._facts = replace(ClusterFacts(cluster, (4, 3), 3, 0, BROKER), **facts)

    def describe(self) -> ClusterFacts:
        return self._facts

    def find_topic(self, name: str, operation: str = "") -> TopicFacts:
        assert (name, operation) in (("events", "Read"), ("events", "Write"))
        return self._topic


def told(*words: Any, **facts: Any) -> ClusterInspector:
    return cast("ClusterInspector", ToldInspector(*words, **facts))


def topic(**changes: Any) -> TopicFacts:
    configs = {key.replace("_", "."): value for key, value in changes.pop("configs", {}).items()}
    return replace(TOPIC, configs={**CONFIGS, **configs}, **changes)


def test_three_copies_of_which_two_are_needed_are_well() -> None:
    assert check_topic(told(), EVENTS, written=True, letters=True).warnings == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (topic(copies=1, in_sync=1, configs={"min_insync_replicas": "1"}), "replication factor 1: .* make it 3"),
        (topic(configs={"min_insync_replicas": "3"}), "min.insync.replicas 3: nothing is written .* make it 2"),
        (topic(configs={"min_insync_replicas": "1"}), "min.insync.replicas 1: .* make it 2"),
        (topic(configs={"cleanup_policy": "compact"}), "compact: .* only the last stays"),
        (topic(configs={"retention_ms": "3600000"}), "letters are gone after 1 h"),
    ],
)
def test_a_topic_that_would_do_with_doubts(facts: TopicFacts, said: str) -> None:
    (warning,) = check_topic(told(facts), EVENTS, written=True, letters=True).warnings
    assert_matches(said, warning)


def assert_matches(said: str, words: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        raise WrongUsage(words)


@pytest.mark.parametrize(
    ("facts", "code", "said"),
    [
        (topic(leaderless=(1, 3)), 69, "partitions 1, 3 have no leader"),
        (topic(in_sync=1), 69, "1 of 3 replicas in sync, min.insync.replicas is 2"),
        (topic(copies=1, in_sync=1), 78, "2 is more than its replication factor 1"),
    ],
)
def test_a_topic_that_cannot_be_written(facts: TopicFacts, code: int, said: str) -> None:
    with pytest.raises(Stop, match=said) as caught:
        check_topic(told(facts), EVENTS, written=True)
    assert caught.value.code == code


def test_what_is_only_read_needs_no_copies() -> None:
    assert check_topic(told(topic(copies=1, in_sync=1)), EVENTS, written=False).warnings == ()


def test_brokers_that_do_not_tell_rights_are_no_refusal() -> None:
    answer = check_right(told(topic(operations=frozenset())), EVENTS, "Write")
    assert answer.warnings == ("brokers of this version do not tell rights: only a run tells",)


def of(largest: str) -> TopicFacts:
    return topic(configs={"max_message_bytes": largest})


@pytest.mark.parametrize(("letters", "doubts"), [("2000000", 0), ("1999999", 1)])
def test_dead_letters_must_take_what_the_source_takes(letters: str, doubts: int) -> None:
    assert len(check_size_of_letters(of("2000000"), of(letters)).warnings) == doubts


@pytest.mark.parametrize(("events", "doubts"), [("1048588", 0), ("1048587", 1)])
def test_events_need_no_more_than_the_usual(events: str, doubts: int) -> None:
    assert len(check_size_of_events(of("2000000"), of(events)).warnings) == doubts


def test_a_limit_that_may_not_be_asked_is_told() -> None:
    (doubt,) = check_size_of_letters(TOPIC, replace(TOPIC, name="events-dlq", configs={})).warnings
    assert "events-dlq may not be asked" in doubt


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, None),
        ({"brokers": 1}, "a single broker: "),
        ({"brokers": 2, "away": 1}, "1 broker more known and away: "),
    ],
)
def test_brokers_that_are_few_are_told(facts: dict[str, Any], said: str | None) -> None:
    warnings = check_broker(told(**facts)).warnings
    assert [warning.startswith(str(said)) for warning in warnings] == ([True] if said else [])


def test_two_clusters_cannot_be_one_transaction() -> None:
    with pytest.raises(WrongUsage, match="two clusters"):
        check_one_cluster([(EVENTS, told()), (TopicAddress(("c:9092",), "news"), told(TOPIC, "other"))])


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"version": (2, 4)}, "needs 2.5"),
        ({"configs": {**BROKER, "transaction.max.timeout.ms": "60000"}}, "90 s are longer than .*, 60 s"),
    ],
)
def test_transactions_that_cannot_be(facts: dict[str, Any], said: str) -> None:
    with pytest.raises(Stop, match=said) as caught:
        check_transactions(told(**facts), GroupSettings())
    assert caught.value.code == 78


def test_transactions_with_doubts() -> None:
    def answer(**configs: str) -> Answer:
        return check_transactions(told(configs=configs), GroupSettings())

    assert answer(**BROKER).warnings == ()
    assert "only a run tells" in answer().warnings[0]
    fewer = answer(**{**BROKER, "transaction.state.log.replication.factor": "1"})
    assert "make it 3" in fewer.warnings[0]
