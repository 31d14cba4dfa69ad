"""The feed of a Kafka topic: a member of a consumer group, one poll a batch."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from kafka.consumer.fetcher import ConsumerRecord
from kafka.errors import (
    CommitFailedError,
    KafkaError,
    NoOffsetForPartitionError,
    OffsetOutOfRangeError,
    RebalanceInProgressError,
)
from kafka.structs import ConsumerGroupMetadata

from kafka import ConsumerRebalanceListener, KafkaConsumer, OffsetAndMetadata, TopicPartition
from rescuewire_connectors.batches import BATCH_RECORDS
from rescuewire_connectors.interfaces import Standing
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import NOTHING_KNOWN, stop_for, stop_while_running
from rescuewire_connectors.kafka.group_standing import GroupStanding
from rescuewire_connectors.kafka.losses import find_lost, loss_in_words
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.kafka.starting import EARLIEST, Start, start_offsets
from rescuewire_connectors.kafka.topic_identity import TopicIdentity
from rescuewire_connectors.kafka.topics import find_topics
from rescuewire_connectors.lost_offsets import LostOffsets
from rescuewire_connectors.record import Header, Place, Record
from rescuewire_connectors.stopping import NoInput, TryAgain

POLL_MS = 250
"""How long an empty poll waits. Beam's in-process runner asks again at once, so this is what keeps it from spinning."""
LEAVE_MS = 3_000


Offsets: TypeAlias = Mapping[TopicPartition, OffsetAndMetadata]
Commit: TypeAlias = Callable[[Offsets, ConsumerGroupMetadata], None]
"""Makes offsets durable on behalf of the member that read their records; raises Stop or KafkaError."""


class TopicFeed:
    """Subscribes to a topic in a group. Between `fetch` and `commit` it never polls, so no rebalance is joined.

    Without `commit` the consumer commits the offsets itself.
    """

    def __init__(
        self,
        consumer: KafkaConsumer,
        subscription: Subscription,
        commit: Commit | None = None,
        use: Use = NOTHING_KNOWN,
    ) -> None:
        self._use = use
        self._consumer = consumer
        self._topic = subscription.topic
        self._start = subscription.start
        self._lost_offsets = subscription.lost_offsets
        self._identity = TopicIdentity(consumer, subscription.topic)
        self._commit = commit or self._commit_by_consumer
        self._holding = _Holding()
        self._standing = GroupStanding(consumer)
        consumer.subscribe([subscription.topic], listener=self._holding)

    @property
    def exhausted(self) -> bool:
        """A topic has no end."""
        return False

    def fetch(self) -> Sequence[Record]:
        """The records of one poll, with the group membership under which they came."""
        records = self._poll()
        if records:
            self._holding.batch_came(self._membership())
        self._standing.renew(records)
        return records

    def standing(self) -> Standing:
        """How this member stands with its broker."""
        return self._standing.now()

    def _membership(self) -> ConsumerGroupMetadata:
        """Who we are in the group. The broker takes offsets of nobody in particular without asking: refuse to be it."""
        membership = self._consumer.group_metadata()
        if membership.generation_id < 0 or not membership.member_id:
            raise TryAgain(f"reading {self._topic}: the group has shut this replica out; restart me")
        return membership

    def _poll(self) -> list[Record]:
        try:
            polled = self._consumer.poll(timeout_ms=POLL_MS)
        except NoOffsetForPartitionError:
            self._begin()
            return []
        except OffsetOutOfRangeError as error:
            self._identity.check()
            self._lose(error.args[0])
            return []
        except KafkaError as error:
            self._identity.check()
            raise stop_while_running(error, f"reading {self._topic}", self._use) from error
        self._identity.check()
        return [as_record(message) for messages in polled.values() for message in messages]

    def _begin(self) -> None:
        """Choose where to begin and commit it at once, so that a restart begins there too."""
        missing = [part for part in self._consumer.assignment() if self._consumer.committed(part) is None]
        offsets = start_offsets(self._consumer, self._topic, self._start, missing)
        self._go_to(offsets)

    def _go_to(self, offsets: Mapping[TopicPartition, int]) -> bool:
        """Commit these, and read on there; False where the group is moving partitions, and the next poll tells more."""
        try:
            self._consumer.commit(_as_committed(offsets))
        except (CommitFailedError, RebalanceInProgressError):
            return False
        for partition, offset in offsets.items():
            self._consumer.seek(partition, offset)
        return True

    def _lose(self, wanted: Mapping[TopicPartition, int]) -> None:
        """Go on at the first records that there are and say what is lost, or raise NoInput."""
        lost = find_lost(self._consumer, wanted)
        words = loss_in_words(lost)
        if lost and self._lost_offsets is LostOffsets.STOP:
            raise NoInput(f"{words}; --lost-offsets continue goes on at the first record there is")
        if lost and self._go_to({each.name: each.beginning for each in lost}):
            sys.stderr.write(f"rescuewire: {words}; going on at the first record there is\n")

    def give_back(self, records: Sequence[Record]) -> None:
        """Go back to where these records stand; the next poll brings them again."""
        first: dict[Place, int] = {}
        for record in records:
            first.setdefault(record.place, record.offset)
        for place, offset in first.items():
            self._consumer.seek(TopicPartition(*place), offset)

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """Commit under the membership that the batch came with, and under no other."""
        membership = self._holding.checked(self._consumer.group_metadata())
        self._identity.check()
        try:
            self._commit(_as_committed(next_offsets), membership)
        except KafkaError as error:
            raise stop_while_running(error, f"committing offsets of {self._topic}", self._use) from error
        self._holding.batch_done()
        self._standing.renew()

    def _commit_by_consumer(self, offsets: Offsets, _membership: ConsumerGroupMetadata) -> None:
        self._consumer.commit(offsets)

    def close(self) -> None:
        """Leave the group, so that others need not wait for the session to end."""
        self._holding.batch_done()
        self._consumer.close(autocommit=False, timeout_ms=LEAVE_MS)


class _Holding(ConsumerRebalanceListener):  # type: ignore[misc]  # kafka-python is untyped
    """Knows whether a batch is held, under which membership, and whether its partitions were taken meanwhile."""

    def __init__(self) -> None:
        self._membership: ConsumerGroupMetadata | None = None
        self._taken: set[TopicPartition] = set()

    def batch_came(self, membership: ConsumerGroupMetadata) -> None:
        self._membership = membership

    def batch_done(self) -> None:
        self._membership = None
        self._taken = set()

    def checked(self, now: ConsumerGroupMetadata) -> ConsumerGroupMetadata:
        """The membership of the batch in hand; raise TryAgain where it is not the one of `now` any more."""
        then = self._membership
        if then is None or self._taken or _identity(then) != _identity(now):
            raise TryAgain("the partitions of the batch in hand were given to another replica; restart me")
        return then

    def on_partitions_revoked(self, revoked: Collection[TopicPartition]) -> None:
        if self._membership is not None:
            self._taken.update(revoked)

    def on_partitions_lost(self, lost: Collection[TopicPartition]) -> None:
        self.on_partitions_revoked(lost)

    def on_partitions_assigned(self, assigned: Collection[TopicPartition]) -> None:
        """Positions come with the next poll."""


def _identity(membership: ConsumerGroupMetadata) -> tuple[str, int]:
    """What the broker goes by; whether the group is just moving partitions is no part of it."""
    return membership.member_id, membership.generation_id


@dataclass(frozen=True)
class Subscription:
    """What to read as whom: at most `batch_records` at once, from `start` where `group` has committed nothing."""

    topic: str
    group: str
    start: Start = Start(EARLIEST)
    batch_records: int = BATCH_RECORDS
    lost_offsets: LostOffsets = LostOffsets.STOP


def open_topic(cluster: Cluster, subscription: Subscription, commit: Commit | None = None) -> TopicFeed:
    """Join a group; raise Stop where that cannot be. Without `commit` the consumer commits the offsets itself."""
    topic = subscription.topic
    use = cluster.use("Read", topic, subscription.group)
    find_topics(cluster, [topic], "Read")
    consumer = cluster.consumer(subscription.group, subscription.batch_records)
    try:
        return TopicFeed(consumer, subscription, commit, use)
    except KafkaError as error:
        raise stop_for(error, f"topic {topic} at {cluster}", use) from error


def _as_committed(offsets: Mapping[Any, int]) -> dict[TopicPartition, OffsetAndMetadata]:
    return {TopicPartition(*place): OffsetAndMetadata(offset, "", -1) for place, offset in offsets.items()}


def as_record(message: ConsumerRecord) -> Record:
    """A record of the client as ours."""
    headers = tuple(Header(name, value) for name, value in message.headers)
    return Record(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        value=message.value,
        key=message.key,
        headers=headers,
        timestamp_ms=message.timestamp,
    )
