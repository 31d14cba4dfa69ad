"""What the cluster says of its topics, asked before anything is read or written."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError, TopicAuthorizationFailedError, for_code

from kafka import KafkaAdminClient
from rescuewire_connectors.kafka.clients import MESSAGE_BYTES, Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.stopping import NoInput


@dataclass(frozen=True)
class Topic:
    """A topic that is there. `message_bytes` is the largest record batch that it takes."""

    name: str
    partitions: int
    message_bytes: int


def cluster_id(cluster: Cluster) -> str:
    """The name that the cluster gave itself, the same from each of its servers; raise Stop where none answers."""
    with closing(cluster.admin()) as admin:
        try:
            return str(admin.describe_cluster()["cluster_id"])
        except KafkaError as error:
            raise stop_for(error, str(cluster)) from error


def find_topics(cluster: Cluster, names: Iterable[str], operation: str = "Describe") -> dict[str, Topic]:
    """Look topics up; raise NoInput for one that is not there, another Stop where the broker does not tell.

    `operation` is what is about to be done with them: Read or Write. Who must not do it is told now, not at the first
    event, which may be hours away.
    """
    wanted = sorted(set(names))
    with closing(cluster.admin()) as admin:
        try:
            partitions = {name: _partitions(admin, name, cluster, operation) for name in wanted}
        except KafkaError as error:
            raise stop_for(error, str(cluster)) from error
        return {name: Topic(name, partitions[name], _message_bytes(admin, name)) for name in wanted}


def _partitions(admin: KafkaAdminClient, name: str, cluster: Cluster, operation: str) -> int:
    (described,) = admin.describe_topics([name])
    if described["error_code"]:
        raise _not_found(name, described["error_code"], cluster, operation)
    allowed = described.get("authorized_operations")
    if allowed and operation.upper() not in allowed:
        raise _not_found(name, TopicAuthorizationFailedError.errno, cluster, operation)
    return len(described["partitions"])


def _not_found(name: str, code: int, cluster: Cluster, operation: str) -> Exception:
    error = for_code(code)()
    stop = stop_for(error, f"topic {name} at {cluster}", cluster.use(operation, name))
    return NoInput(f"{stop}; create it first") if isinstance(stop, NoInput) else stop


def _message_bytes(admin: KafkaAdminClient, name: str) -> int:
    """The topic's limit; the usual one where we may not ask."""
    resource = ConfigResource(ConfigResourceType.TOPIC, name)
    try:
        described = admin.describe_configs([resource], config_filter="all")
        return int(described["topic"][name]["max.message.bytes"]["value"])
    except (KafkaError, LookupError):
        return MESSAGE_BYTES
