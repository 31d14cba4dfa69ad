"""Which topics a run needs, and how each should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rescuewire.checking.topic_checks import COPIES, LARGEST, LEAST_IN_SYNC, RETENTION, largest
from rescuewire.configuration.applying import cluster_at
from rescuewire.configuration.model import Settings
from rescuewire.settings import default_dead_letters
from rescuewire_connectors.addresses import TopicAddress, parse_sink
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.creating import TopicStanding, WantedTopic, create_missing
from rescuewire_connectors.kafka.inspecting import ClusterInspector
from rescuewire_connectors.stopping import NoInput

DAY_MS = 86_400_000
HEADERS_BYTES = 65_536
"""What a dead letter may have above the record that it holds: its own headers and the reason in words."""


@dataclass(frozen=True)
class Days:
    """How long records are kept; None where the brokers' own retention is right."""

    articles: float | None = None
    events: float | None = None
    dead_letters: float | None = None


@dataclass(frozen=True)
class TopicChoices:
    """What people may choose; without `copies` each record lies on three brokers, or on as many as there are."""

    partitions: int
    copies: int | None
    message_bytes: int
    days: Days


def create_topics(
    settings: Settings, source: TopicAddress | None, events: TopicAddress, choices: TopicChoices, *, dry_run: bool
) -> Iterator[tuple[TopicAddress, TopicStanding]]:
    """Create what is missing, cluster by cluster; raise Stop."""
    letters = parse_sink(settings.dead_letters) if settings.dead_letters else default_dead_letters(events)
    message_bytes = choices.message_bytes
    if source is not None:
        message_bytes = _bytes_of(cluster_at(settings, source.servers), source.topic, message_bytes)
    own: dict[TopicAddress, dict[str, str]] = {}
    if source is not None:
        own[source] = _configs(choices.message_bytes, choices.days.articles)
    own[events] = _configs(choices.message_bytes, choices.days.events)
    if isinstance(letters, TopicAddress):
        own[letters] = _configs(message_bytes + HEADERS_BYTES, choices.days.dead_letters)
    for servers in dict.fromkeys(address.servers for address in own):
        here = {address: configs for address, configs in own.items() if address.servers == servers}
        yield from _create(cluster_at(settings, servers), here, choices, dry_run=dry_run)


def _configs(message_bytes: int, days: float | None) -> dict[str, str]:
    kept = {} if days is None else {RETENTION: str(round(days * DAY_MS))}
    return {LARGEST: str(message_bytes), **kept}


def _create(
    cluster: Cluster, configs: dict[TopicAddress, dict[str, str]], choices: TopicChoices, *, dry_run: bool
) -> Iterator[tuple[TopicAddress, TopicStanding]]:
    copies = choices.copies or min(COPIES, _brokers(cluster))
    everywhere = {"cleanup.policy": "delete", LEAST_IN_SYNC: str(max(1, copies - 1))}
    wanted = [
        WantedTopic(address.topic, choices.partitions, copies, {**everywhere, **own})
        for address, own in configs.items()
    ]
    yield from zip(configs, create_missing(cluster, wanted, dry_run=dry_run), strict=True)


def _brokers(cluster: Cluster) -> int:
    """All that the cluster knows: one that is away for a moment must not make topics that lie on fewer for good."""
    with ClusterInspector(cluster) as inspector:
        facts = inspector.describe()
    return facts.brokers + facts.away


def _bytes_of(cluster: Cluster, topic: str, otherwise: int) -> int:
    """What a topic takes, where it is there already."""
    with ClusterInspector(cluster) as inspector:
        try:
            return largest(inspector.find_topic(topic))
        except NoInput:
            return otherwise
