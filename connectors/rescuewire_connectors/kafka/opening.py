"""Opening topics to read from and to write to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.interfaces import EventCodec
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.reading import TopicFeed, open_topic
from rescuewire_connectors.kafka.starting import parse_start
from rescuewire_connectors.kafka.topics import find_topics
from rescuewire_connectors.kafka.writing import TopicWriter, dead_letter_messages, event_messages
from rescuewire_connectors.outcome import DeadLetter, Outcome
from rescuewire_connectors.timeouts import Timeouts

Event = TypeVar("Event")


@dataclass(frozen=True)
class GroupSettings:
    """The consumer group, the name of this member of it, and where the group begins."""

    group: str = "rescuewire"
    replica: str = ""
    start: str = "earliest"
    timeouts: Timeouts = field(default_factory=Timeouts)
    session_seconds: float = 6.0
    batch_records: int = 500


def open_feed_topic(address: TopicAddress, settings: GroupSettings) -> TopicFeed:
    """A feed of the topic; raise Stop where the topic or the cluster is not to be had."""
    start = parse_start(settings.start)
    return open_topic(_cluster(address, settings), address.topic, settings.group, start, settings.batch_records)


def open_event_topic(
    address: TopicAddress, settings: GroupSettings, codec: EventCodec[Event]
) -> TopicWriter[Outcome[Event]]:
    """A writer of events; raise Stop where the topic or the cluster is not to be had."""
    cluster = _cluster(address, settings)
    topic = find_topics(cluster, [address.topic])[address.topic]
    return TopicWriter(cluster, topic, event_messages(codec))


def open_dead_letter_topic(address: TopicAddress, settings: GroupSettings) -> TopicWriter[DeadLetter]:
    """A writer of dead letters; raise Stop where the topic or the cluster is not to be had."""
    cluster = _cluster(address, settings)
    topic = find_topics(cluster, [address.topic])[address.topic]
    return TopicWriter(cluster, topic, dead_letter_messages(topic))


def _cluster(address: TopicAddress, settings: GroupSettings) -> Cluster:
    return Cluster(address.servers, settings.replica, settings.timeouts, session_seconds=settings.session_seconds)
