"""Checks of a cluster: that it answers, that it can have our transactions, and what we may do there."""

from __future__ import annotations

import socket
from collections.abc import Iterator

from rescuewire.checking.findings import Answer
from rescuewire.checking.topic_checks import COPIES
from rescuewire.counting import counted
from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.kafka.inspecting import ClusterFacts, ClusterInspector
from rescuewire_connectors.kafka.opening import GroupSettings, transactional_id, two_clusters
from rescuewire_connectors.kafka.transactions import ASKS_WHO_COMMITS
from rescuewire_connectors.stopping import WrongSettings

LONGEST_TRANSACTION = "transaction.max.timeout.ms"
TRANSACTION_COPIES = "transaction.state.log.replication.factor"


def check_broker(inspector: ClusterInspector) -> Answer:
    """Whether a broker answers and takes us for who we say we are."""
    facts = inspector.describe()
    words = f"Kafka {_version(facts)} or later, {counted(facts.brokers, 'broker')}, cluster {facts.id}"
    return Answer(words, tuple(_doubts_of_brokers(facts)))


def _doubts_of_brokers(facts: ClusterFacts) -> Iterator[str]:
    if facts.away:
        yield f"{counted(facts.away, 'broker')} more known and away: see to them, or unregister them"
    elif facts.brokers == 1:
        yield "a single broker: while it is away nothing runs, and what its disk loses is lost"


def check_one_cluster(places: list[tuple[TopicAddress, ClusterInspector]]) -> Answer:
    """Whether all topics are on one cluster, whatever servers their addresses name; raise WrongUsage."""
    (first, inspector), *others = places
    only = inspector.describe().id
    for other, its_inspector in others:
        if its_inspector.describe().id != only:
            raise two_clusters(first, other)
    return Answer(f"all topics are on cluster {only}")


def check_transactions(inspector: ClusterInspector, wanted: GroupSettings) -> Answer:
    """Whether the cluster can have transactions as long as ours; raise WrongSettings."""
    facts = inspector.describe()
    if facts.version < ASKS_WHO_COMMITS:
        raise WrongSettings(f"Kafka {_version(facts)}: exactly_once needs 2.5; say --delivery at_least_once")
    seconds = wanted.timeouts.transaction
    if LONGEST_TRANSACTION not in facts.configs:
        return Answer(
            f"transactions of {seconds:g} s are wanted",
            (f"{LONGEST_TRANSACTION} of the brokers may not be asked (DescribeConfigs): only a run tells",),
        )
    most = int(facts.configs[LONGEST_TRANSACTION]) / 1000
    if seconds > most:
        raise WrongSettings(
            f"transactions of {seconds:g} s are longer than {LONGEST_TRANSACTION} of the brokers, {most:g} s; raise "
            "that, or lower the time-outs"
        )
    return Answer(f"of {seconds:g} s, the brokers allow {most:g} s", _too_few_copies(facts))


def _too_few_copies(facts: ClusterFacts) -> tuple[str, ...]:
    copies = int(facts.configs.get(TRANSACTION_COPIES, COPIES))
    if copies >= min(COPIES, facts.brokers):
        return ()
    return (f"{TRANSACTION_COPIES} is {copies}: where that broker dies, transactions stand still; make it {COPIES}",)


def check_group(inspector: ClusterInspector, group: str) -> Answer:
    """Whether we may be a member of the group; raise NotAuthorised."""
    inspector.require_group(group)
    return Answer("we may be a member of it")


def check_transactional_id(inspector: ClusterInspector, name: str) -> Answer:
    """Whether we may have transactions under a name; raise NotAuthorised."""
    inspector.require_transactional_id(name)
    return Answer("we may have transactions under it")


def likely_transactional_id(wanted: GroupSettings, events: TopicAddress) -> str:
    """The name under which a run from here would have its transactions, were it the first on this host."""
    return transactional_id(wanted.group, events.topic, wanted.replica or f"{socket.gethostname()}-0")


def _version(facts: ClusterFacts) -> str:
    return ".".join(map(str, facts.version))
