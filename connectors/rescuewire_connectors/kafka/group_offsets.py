"""Where a consumer group stands in a topic, as the cluster tells it. Nothing here joins the group."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from kafka.admin import OffsetSpec
from kafka.errors import KafkaError

from kafka import KafkaAdminClient, KafkaConsumer, TopicPartition
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.topics import find_topics

NO_GROUP = "Dead"
"""What brokers call the state of a group that they do not know."""
NEXT_RECORD_SECONDS = 5.0
"""So long the next records are waited for; behind an open transaction they do not come."""
POLL_MS = 250


@dataclass(frozen=True)
class GroupMember:
    """A process in the group: the name that it goes by, its host, and its partitions of the topic."""

    client: str
    host: str
    partitions: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.client} at {self.host}"


@dataclass(frozen=True)
class PartitionOffsets:
    """One partition: offsets from `beginning` to `end` are there, and the group reads `committed` next.

    `committed` is None where the group has none, `next_time_ms` (since 1970) where there is no next record, or none
    that a reader of committed records sees now.
    """

    partition: int
    committed: int | None
    beginning: int
    end: int
    next_time_ms: int | None = None

    @property
    def lag(self) -> int | None:
        """How far the end is away, as Kafka's own tools count it; below 0 where the offset is beyond the end."""
        return None if self.committed is None else self.end - self.committed

    @property
    def lost(self) -> int:
        """How many offsets between `committed` and `beginning` are gone by retention."""
        return 0 if self.committed is None else max(0, self.beginning - self.committed)


@dataclass(frozen=True)
class GroupOffsets:
    """A group in a topic. `state` is the broker's word; `Dead` is a group that it does not know."""

    group: str
    topic: str
    state: str
    partitions: tuple[PartitionOffsets, ...]
    members: tuple[GroupMember, ...]

    def member_of(self, partition: int) -> GroupMember | None:
        """Who reads a partition now."""
        return next((member for member in self.members if partition in member.partitions), None)


def find_group_offsets(cluster: Cluster, topic: str, group: str) -> GroupOffsets:
    """Ask the cluster; raise Stop where it does not tell, NoInput where there is no such topic."""
    names = partitions_of(cluster, topic)
    with closing(cluster.admin()) as admin:
        try:
            state, members = _members(admin, topic, group)
            committed = _committed(admin, group, names)
            found = [PartitionOffsets(name.partition, committed.get(name), *ends) for name, ends in _ends(admin, names)]
        except KafkaError as error:
            raise stop_for(error, f"group {group} at {cluster}") from error
    return GroupOffsets(group, topic, state, tuple(_with_next_times(cluster, topic, found)), members)


def partitions_of(cluster: Cluster, topic: str) -> list[TopicPartition]:
    """The partitions of a topic; raise NoInput where there is no such topic."""
    return [TopicPartition(topic, number) for number in range(find_topics(cluster, [topic])[topic].partitions)]


def find_members(cluster: Cluster, topic: str, group: str) -> tuple[GroupMember, ...]:
    """The members that the group has now; raise Stop where the cluster does not tell."""
    with closing(cluster.admin()) as admin:
        try:
            return _members(admin, topic, group)[1]
        except KafkaError as error:
            raise stop_for(error, f"group {group} at {cluster}") from error


def find_ends(cluster: Cluster, names: list[TopicPartition]) -> dict[TopicPartition, tuple[int, int]]:
    """The first offset and the one after the last, of each partition; raise Stop where the cluster does not tell."""
    with closing(cluster.admin()) as admin:
        try:
            return dict(_ends(admin, names))
        except KafkaError as error:
            raise stop_for(error, f"{cluster}") from error


def _members(admin: KafkaAdminClient, topic: str, group: str) -> tuple[str, tuple[GroupMember, ...]]:
    described = admin.describe_groups([group])[group]
    members = [_member(each, topic) for each in described["members"]]
    return str(described["group_state"] or NO_GROUP), tuple(sorted(members, key=str))


def _member(described: Mapping[str, Any], topic: str) -> GroupMember:
    """The assignment of a member that is about to join is empty bytes, not a list."""
    assignment = described["member_assignment"]
    topics = assignment["assigned_partitions"] if isinstance(assignment, Mapping) else []
    partitions = sorted(number for each in topics if each["topic"] == topic for number in each["partitions"])
    return GroupMember(described["client_id"], described["client_host"].lstrip("/"), tuple(partitions))


def _committed(admin: KafkaAdminClient, group: str, names: list[TopicPartition]) -> dict[TopicPartition, int]:
    found = admin.list_group_offsets({group: names})[group]
    return {name: committed.offset for name, committed in found.items() if committed.offset >= 0}


def _ends(admin: KafkaAdminClient, names: list[TopicPartition]) -> Iterable[tuple[TopicPartition, tuple[int, int]]]:
    firsts = admin.list_partition_offsets(dict.fromkeys(names, OffsetSpec.EARLIEST))
    ends = admin.list_partition_offsets(dict.fromkeys(names, OffsetSpec.LATEST))
    return [(name, (firsts[name].offset, ends[name].offset)) for name in names]


def _with_next_times(cluster: Cluster, topic: str, found: list[PartitionOffsets]) -> list[PartitionOffsets]:
    wanted = {
        TopicPartition(topic, each.partition): max(each.committed, each.beginning)
        for each in found
        if each.committed is not None and max(each.committed, each.beginning) < each.end
    }
    times = _next_times(cluster, wanted) if wanted else {}
    return [
        PartitionOffsets(each.partition, each.committed, each.beginning, each.end, times.get(each.partition))
        for each in found
    ]


def _next_times(cluster: Cluster, wanted: Mapping[TopicPartition, int]) -> dict[int, int]:
    """The times of the first records at or after these offsets, in milliseconds since 1970."""
    with closing(cluster.reader()) as consumer:
        try:
            return _read_next_times(consumer, wanted)
        except KafkaError as error:
            raise stop_for(error, f"reading at {cluster}") from error


def _read_next_times(consumer: KafkaConsumer, wanted: Mapping[TopicPartition, int]) -> dict[int, int]:
    consumer.assign(list(wanted))
    for name, offset in wanted.items():
        consumer.seek(name, offset)
    times: dict[int, int] = {}
    deadline = time.monotonic() + NEXT_RECORD_SECONDS
    while len(times) < len(wanted) and time.monotonic() < deadline:
        for name, messages in consumer.poll(timeout_ms=POLL_MS).items():
            times.setdefault(name.partition, messages[0].timestamp)
            consumer.pause(name)
    return times
