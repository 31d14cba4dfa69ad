"""Creating topics that are missing; those that are there are compared, and left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from kafka.errors import KafkaError, TopicAlreadyExistsError, for_code

from kafka import errors
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.inspecting import ClusterInspector, TopicFacts
from rescuewire_connectors.stopping import NoInput, Stop, WrongSettings

AGAINST_THE_CLUSTER = (
    errors.InvalidTopicError,
    errors.InvalidPartitionsError,
    errors.InvalidReplicationFactorError,
    errors.InvalidConfigurationError,
    errors.PolicyViolationError,
)


@dataclass(frozen=True)
class WantedTopic:
    """A topic as it should be; `copies` is its replication factor, `configs` are by Kafka's names."""

    name: str
    partitions: int
    copies: int
    configs: Mapping[str, str]


@dataclass(frozen=True)
class TopicStanding:
    """What became of a topic that was wanted; `differences` are of one that was there before."""

    topic: WantedTopic
    created: bool
    differences: tuple[str, ...] = ()


def create_missing(cluster: Cluster, wanted: Sequence[WantedTopic], *, dry_run: bool = False) -> list[TopicStanding]:
    """Create what is missing, and say how each topic stands; with `dry_run` brokers are asked and nothing is created.

    All are asked about before the first is created. Raises NotAuthorised where we must not create one, WrongSettings
    where the cluster cannot have it so, another Stop where no broker tells.
    """
    with ClusterInspector(cluster) as inspector:
        there = {each.name: found for each in wanted if (found := _find(inspector, each.name)) is not None}
    missing = [each for each in wanted if each.name not in there]
    if missing:
        _create(cluster, missing, dry_run=dry_run)
    return [
        TopicStanding(each, created=False, differences=_differences(each, there[each.name]))
        if each.name in there
        else TopicStanding(each, created=True)
        for each in wanted
    ]


def _find(inspector: ClusterInspector, name: str) -> TopicFacts | None:
    try:
        return inspector.find_topic(name)
    except NoInput:
        return None


def _create(cluster: Cluster, missing: Sequence[WantedTopic], *, dry_run: bool) -> None:
    topics = {
        each.name: {"num_partitions": each.partitions, "replication_factor": each.copies, "configs": each.configs}
        for each in missing
    }
    with closing(cluster.admin()) as admin:
        try:
            for only_asked in (True,) if dry_run else (True, False):
                _refuse(cluster, admin.create_topics(topics, validate_only=only_asked, raise_errors=False))
            if not dry_run:
                admin.wait_for_topics(list(topics))
        except KafkaError as error:
            raise stop_for(error, str(cluster)) from error


def _refuse(cluster: Cluster, answer: Mapping[str, Any]) -> None:
    for each in answer["topics"]:
        error = for_code(each["error_code"])
        if error not in (errors.NoError, TopicAlreadyExistsError):
            raise _refused(cluster, each["name"], error(each["error_message"] or error.__name__))


def _refused(cluster: Cluster, name: str, error: KafkaError) -> Stop:
    where = f"topic {name} at {cluster}"
    if isinstance(error, AGAINST_THE_CLUSTER):
        return WrongSettings(f"{where}: the cluster cannot have it so: {error}")
    return stop_for(error, where, cluster.use("Create", name))


def _differences(wanted: WantedTopic, found: TopicFacts) -> tuple[str, ...]:
    """In words; settings that we may not ask about are not compared."""
    pairs: list[tuple[str, Any, Any]] = [
        ("partitions", found.partitions, wanted.partitions),
        ("replication factor", found.copies, wanted.copies),
        *((name, found.configs.get(name, value), value) for name, value in wanted.configs.items()),
    ]
    return tuple(f"{name} {has}, not {should}" for name, has, should in pairs if has != should)
