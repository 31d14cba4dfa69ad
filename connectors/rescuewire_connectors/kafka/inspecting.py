"""What a cluster says of itself, its topics and our rights, asked without writing a record or joining a group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError, TopicAuthorizationFailedError, for_code
from kafka.protocol.consumer.group import HeartbeatRequest
from kafka.protocol.producer.transaction import InitProducerIdRequest

from kafka import KafkaAdminClient
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import refusal_of, stop_for
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.stopping import Stop

NOBODY = -1
"""The number of a producer, or of a group's generation, that there is none of."""

Told = TypeVar("Told")


@dataclass(frozen=True)
class ClusterFacts:
    """A cluster: its id, and the version that its brokers speak at least.

    `brokers` are up, those `away` are known and not up. `configs` are the settings of one broker, none where we may not
    ask.
    """

    id: str
    version: tuple[int, ...]
    brokers: int
    away: int
    configs: Mapping[str, str]


@dataclass(frozen=True)
class TopicFacts:
    """A topic that is there. `copies` and `in_sync` are those of the partition that has fewest.

    `configs` are none where we may not ask, `operations` (READ, WRITE …: what we may do) where brokers do not tell.
    """

    name: str
    partitions: int
    copies: int
    in_sync: int
    leaderless: tuple[int, ...]
    operations: frozenset[str]
    configs: Mapping[str, str]


class ClusterInspector:
    """Asks a cluster; connects with the first question. Every question raises Stop where it has no answer."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._admin: KafkaAdminClient | None = None
        self._facts: ClusterFacts | None = None
        self._topics: dict[str, TopicFacts] = {}

    def describe(self) -> ClusterFacts:
        """The cluster; asked once."""
        if self._facts is None:
            self._facts = self._ask(str(self.cluster), Use(), _describe)
        return self._facts

    def find_topic(self, name: str, operation: str = "Describe") -> TopicFacts:
        """A topic; asked once. Raises NoInput where it is not there.

        `operation` is what is to be done with it (Read, Write), for who may not even describe it.
        """
        if name not in self._topics:
            use = self.cluster.use(operation, name)
            self._topics[name] = self._ask(self._where(name), use, lambda admin: _find_topic(admin, name))
        return self._topics[name]

    def refusal_on_topic(self, operation: str, name: str) -> Stop:
        """The end of a process that must not do `operation` (Read, Write) with a topic."""
        return stop_for(TopicAuthorizationFailedError(), self._where(name), self.cluster.use(operation, name))

    def require_group(self, group: str) -> None:
        """Raise NotAuthorised where we must not be a member of a group.

        The heartbeat of a member that there is not: brokers look at the right first, and then know no such member.
        """
        question = HeartbeatRequest(group_id=group, generation_id=NOBODY, member_id="", group_instance_id=None)
        self._require(question, f"group {group} at {self.cluster}", self.cluster.use("Read", group=group))

    def require_transactional_id(self, name: str) -> None:
        """Raise NotAuthorised where we must not have transactions under this name.

        A producer is asked for with a time-out of 0: brokers look at the right first, and then refuse the time-out.
        """
        question = InitProducerIdRequest(
            transactional_id=name, transaction_timeout_ms=0, producer_id=NOBODY, producer_epoch=NOBODY
        )
        where = f"transactions as {name} at {self.cluster}"
        self._require(question, where, self.cluster.use("Write", transactional_id=name))

    def _require(self, question: Any, where: str, use: Use) -> None:
        answer = self._ask(where, use, lambda admin: _send(admin, question))
        refusal = refusal_of(for_code(answer.error_code)(), where, use)
        if refusal is not None:
            raise refusal

    def _where(self, topic: str) -> str:
        return f"topic {topic} at {self.cluster}"

    def _ask(self, where: str, use: Use, question: Callable[[KafkaAdminClient], Told]) -> Told:
        if self._admin is None:
            self._admin = self.cluster.admin()
        try:
            return question(self._admin)
        except KafkaError as error:
            raise stop_for(error, where, use) from error

    def __enter__(self) -> ClusterInspector:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._admin is not None:
            self._admin.close()


def _send(admin: KafkaAdminClient, question: Any) -> Any:
    manager = admin._manager  # noqa: SLF001  no public name asks these two questions
    return manager.run(manager.send, question)


def _describe(admin: KafkaAdminClient) -> ClusterFacts:
    described = admin.describe_cluster()
    brokers = [broker["broker_id"] for broker in described["brokers"] if not broker.get("is_fenced")]
    away = len(described["brokers"]) - len(brokers)
    version = tuple(admin.get_broker_version_data(brokers[0]).broker_version)
    configs = _configs(admin, ConfigResourceType.BROKER, str(brokers[0]))
    return ClusterFacts(str(described["cluster_id"]), version, len(brokers), away, configs)


def _find_topic(admin: KafkaAdminClient, name: str) -> TopicFacts:
    (described,) = admin.describe_topics([name])
    if described["error_code"]:
        error: KafkaError = for_code(described["error_code"])()
        raise error
    partitions = described["partitions"]
    return TopicFacts(
        name,
        len(partitions),
        min(len(each["replica_nodes"]) for each in partitions),
        min(len(each["isr_nodes"]) for each in partitions),
        tuple(each["partition_index"] for each in partitions if each["leader_id"] < 0),
        frozenset(str(getattr(each, "name", each)) for each in described.get("authorized_operations") or ()),
        _configs(admin, ConfigResourceType.TOPIC, name),
    )


def _configs(admin: KafkaAdminClient, kind: ConfigResourceType, name: str) -> dict[str, str]:
    """All settings; none where we may not ask, which the client tells as an error or as an empty answer."""
    try:
        described = admin.describe_configs([ConfigResource(kind, name)], config_filter="all")
        return {key: entry["value"] for key, entry in described[kind.name.lower()][name].items()}
    except (KafkaError, LookupError):
        return {}
