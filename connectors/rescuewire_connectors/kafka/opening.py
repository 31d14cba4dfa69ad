"""Opening topics to read from and to write to, as a member of a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.batches import BATCH_RECORDS
from rescuewire_connectors.interfaces import EventCodec, Feed
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.outbox import AtOnceOutbox, Outbox
from rescuewire_connectors.kafka.reading import Subscription, TopicFeed, open_topic
from rescuewire_connectors.kafka.rights import TRANSACTIONAL_PREFIX
from rescuewire_connectors.kafka.security import Security
from rescuewire_connectors.kafka.starting import parse_start
from rescuewire_connectors.kafka.topics import Topic, cluster_id, find_topics
from rescuewire_connectors.kafka.transactions import FeedInTransactions, TransactionalOutbox
from rescuewire_connectors.kafka.writing import TopicWriter, dead_letter_messages, event_messages
from rescuewire_connectors.lost_offsets import LostOffsets
from rescuewire_connectors.outcome import DeadLetter, Outcome
from rescuewire_connectors.replicas import Replica, default_state_folder, take_replica
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_connectors.timeouts import Timeouts

Event = TypeVar("Event")


@dataclass(frozen=True)
class GroupSettings:
    """The consumer group, the wanted name of this member of it, and where the group begins."""

    group: str = "rescuewire"
    replica: str | None = None
    start: str = "earliest"
    lost_offsets: LostOffsets = LostOffsets.STOP
    timeouts: Timeouts = field(default_factory=Timeouts)
    session_seconds: float = 6.0
    batch_records: int = BATCH_RECORDS
    state_folder: Path = field(default_factory=default_state_folder)
    connect_seconds: float = 15.0
    security: Security = field(default_factory=Security)

    def cluster(self, address: TopicAddress, name: str = "") -> Cluster:
        """The cluster of an address, for a member called `name`."""
        return Cluster(address.servers, name, self.timeouts, self.connect_seconds, self.session_seconds, self.security)


class Member:
    """This process in its group. With `transactions`, all that it opens works in one transaction a batch."""

    def __init__(self, settings: GroupSettings, replica: Replica, transactions: TransactionalOutbox | None) -> None:
        self.replica = replica
        self._settings = settings
        self._transactions = transactions

    def open_feed(self, address: TopicAddress) -> TopicFeed:
        """A feed of the topic; raise Stop where the topic or the cluster is not to be had."""
        settings = self._settings
        start = parse_start(settings.start)
        subscription = Subscription(address.topic, settings.group, start, settings.batch_records, settings.lost_offsets)
        commit = None if self._transactions is None else self._transactions.commit
        return open_topic(self._cluster(address), subscription, commit)

    def in_transactions(self, feed: Feed) -> Feed:
        """A feed that has no offsets on Kafka, made to end a transaction with each batch."""
        return feed if self._transactions is None else FeedInTransactions(feed, self._transactions)

    def open_events(self, address: TopicAddress, codec: EventCodec[Event]) -> TopicWriter[Outcome[Event]]:
        """A writer of events; raise Stop where the topic or the cluster is not to be had."""
        return TopicWriter(self._topic(address), event_messages(codec), self._outbox(address))

    def open_dead_letters(self, address: TopicAddress) -> TopicWriter[DeadLetter]:
        """A writer of dead letters; raise Stop where the topic or the cluster is not to be had."""
        topic = self._topic(address)
        return TopicWriter(topic, dead_letter_messages(topic), self._outbox(address))

    def begin(self) -> None:
        """All is open: end what a dead predecessor left. Before the first fetch, which waits for that otherwise."""
        if self._transactions is not None:
            self._transactions.open()

    def _topic(self, address: TopicAddress) -> Topic:
        return find_topics(self._cluster(address), [address.topic], "Write")[address.topic]

    def _outbox(self, address: TopicAddress) -> Outbox:
        return self._transactions or AtOnceOutbox(self._cluster(address))

    def _cluster(self, address: TopicAddress) -> Cluster:
        return self._settings.cluster(address, self.replica.name)


def join(settings: GroupSettings, topics: Sequence[TopicAddress]) -> Member:
    """Become a member that reads from and writes to `topics`, each record at least once; raise Stop."""
    replica = _take_replica(settings, cluster_id(settings.cluster(topics[0])))
    return Member(settings, replica, None)


def join_exactly_once(settings: GroupSettings, topics: Sequence[TopicAddress], events: TopicAddress) -> Member:
    """The same in transactions, named after the topic of events; raise WrongUsage where that is not one cluster."""
    replica = _take_replica(settings, _only_cluster(settings, topics))
    name = transactional_id(settings.group, events.topic, replica.name)
    return Member(settings, replica, TransactionalOutbox(settings.cluster(events, replica.name), name))


def transactional_id(group: str, sink_topic: str, replica: str) -> str:
    """The name by which a restarted replica ends the transaction that it left open when it died."""
    return f"{TRANSACTIONAL_PREFIX}{group}-{sink_topic}-{replica}"


def _take_replica(settings: GroupSettings, cluster: str) -> Replica:
    return take_replica(settings.state_folder, cluster, settings.group, settings.replica)


def _only_cluster(settings: GroupSettings, topics: Sequence[TopicAddress]) -> str:
    """The id of the cluster that all topics are on, whatever servers their addresses name."""
    first, *others = topics
    only = cluster_id(settings.cluster(first))
    for other in others:
        if other.servers != first.servers and cluster_id(settings.cluster(other)) != only:
            raise two_clusters(first, other)
    return only


def two_clusters(first: TopicAddress, other: TopicAddress) -> WrongUsage:
    """The end of a process whose transactions would span two clusters."""
    return WrongUsage(
        f"exactly_once: {first} and {other} are two clusters, and no transaction spans two; "
        "say --delivery at_least_once, or put source, events and dead letters on one cluster"
    )
