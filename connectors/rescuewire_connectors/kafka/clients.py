"""How Kafka clients are set up; kafka-python's own defaults lose data or wait too long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kafka.errors import KafkaError

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from rescuewire_connectors.kafka.assigning import KnownTopicsAssignor
from rescuewire_connectors.kafka.client_cures import cure, cure_connections, keep_logins_secret
from rescuewire_connectors.kafka.connecting import ConnectionLog, stop_for_connection
from rescuewire_connectors.kafka.rights import Use
from rescuewire_connectors.kafka.security import Security
from rescuewire_connectors.timeouts import Timeouts

BACKOFF_MS = 20
"""Between tries of one request; the library's 100 triples the time of a commit."""

MESSAGE_BYTES = 1_048_588
"""The largest record batch that a topic takes unless it says otherwise."""


@dataclass(frozen=True)
class Cluster:
    """The servers to ask first, each `host:port`, the name we go by there, how long to wait, and who we are."""

    servers: tuple[str, ...]
    replica: str = ""
    timeouts: Timeouts = field(default_factory=Timeouts)
    connect_seconds: float = 15.0
    session_seconds: float = 6.0
    security: Security = field(default_factory=Security)

    def __str__(self) -> str:
        return ",".join(self.servers)

    def use(self, operation: str = "Describe", topic: str = "", group: str = "", transactional_id: str = "") -> Use:
        """What is about to be done here, so that a refusal can be told with the right that is missing."""
        return Use(self.security.principal, operation, topic, group, transactional_id)

    def admin(self) -> KafkaAdminClient:
        """A client that asks about topics and groups; raise Stop."""
        return self._connect(KafkaAdminClient, self._everywhere())

    def reader(self, *, isolation_level: str = "read_committed") -> KafkaConsumer:
        """A consumer that belongs to no group; raise Stop."""
        return self._connect(KafkaConsumer, {**self._reading(), "isolation_level": isolation_level})

    def consumer(self, group: str, batch_records: int) -> KafkaConsumer:
        """A member of `group` that commits nothing by itself; raise Stop."""
        return self._connect(
            KafkaConsumer,
            {
                **self._reading(),
                "group_id": group,
                "partition_assignment_strategy": [KnownTopicsAssignor],
                "max_poll_records": batch_records,
                "session_timeout_ms": _ms(self.session_seconds),
                "heartbeat_interval_ms": _ms(self.session_seconds / 4),
                # A slow batch is no dead member: our own watchdog ends a process that hangs.
                "max_poll_interval_ms": 3_600_000,
            },
        )

    def producer(self, limits: Sequence[int]) -> KafkaProducer:
        """A producer for topics that take record batches up to `limits`, in bytes; raise Stop."""
        return self._connect(KafkaProducer, self._writing(limits))

    def transactional_producer(self, limits: Sequence[int], transactional_id: str) -> KafkaProducer:
        """The same for transactions, cured of the library's defects, before `init_transactions`; raise Stop."""
        transactions = {
            "transactional_id": transactional_id,
            "transaction_timeout_ms": _ms(self.timeouts.transaction),
        }
        producer = self._connect(KafkaProducer, {**self._writing(limits), **transactions})
        cure(producer)
        return producer

    def _writing(self, limits: Sequence[int]) -> dict[str, Any]:
        return {
            **self._everywhere(),
            "metrics_enabled": False,
            "acks": "all",
            "enable_idempotence": True,
            "delivery_timeout_ms": _ms(self.timeouts.delivery),
            "max_block_ms": _ms(self.timeouts.request),
            "max_request_size": max(limits),
            "batch_size": min(65_536, *limits),
            "allow_auto_create_topics": False,
        }

    def _reading(self) -> dict[str, Any]:
        return {
            **self._everywhere(),
            "metrics_enabled": False,
            "auto_offset_reset": "none",
            "enable_auto_commit": False,
            "isolation_level": "read_committed",
            "allow_auto_create_topics": False,
            "fetch_max_wait_ms": 100,
            "metadata_max_age_ms": 30_000,
        }

    def _everywhere(self) -> dict[str, Any]:
        return {
            "bootstrap_servers": list(self.servers),
            "client_id": f"rescuewire-{self.replica}" if self.replica else "rescuewire",
            "bootstrap_timeout_ms": _ms(self.connect_seconds),
            "request_timeout_ms": _ms(self.timeouts.request),
            "retry_backoff_ms": BACKOFF_MS,
            "reconnect_backoff_max_ms": 1_000,
            **self.security.options(),
        }

    def _connect(self, client: Any, config: dict[str, Any]) -> Any:
        keep_logins_secret()
        cure_connections()
        with ConnectionLog() as log:
            try:
                return client(**config)
            except KafkaError as error:
                raise stop_for_connection(error, log, self.servers, self.security) from error


Connect: TypeAlias = Callable[[tuple[str, ...]], Cluster]
"""Makes a cluster of the servers of an address, with the settings in force."""


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
