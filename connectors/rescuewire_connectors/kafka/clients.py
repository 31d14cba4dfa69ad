"""How Kafka clients are set up; kafka-python's own defaults lose data or wait too long."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kafka.errors import KafkaError

from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from rescuewire_connectors.kafka.client_cures import cure
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.stopping import Unreachable
from rescuewire_connectors.timeouts import Timeouts

BACKOFF_MS = 20
"""Between tries of one request; the library's 100 triples the time of a commit."""

MESSAGE_BYTES = 1_048_588
"""The largest record batch that a topic takes unless it says otherwise."""


@dataclass(frozen=True)
class Cluster:
    """The servers to ask first, each `host:port`, the name we go by there, and how long to wait."""

    servers: tuple[str, ...]
    replica: str = ""
    timeouts: Timeouts = field(default_factory=Timeouts)
    connect_seconds: float = 15.0
    session_seconds: float = 6.0

    def __str__(self) -> str:
        return ",".join(self.servers)

    def admin(self) -> KafkaAdminClient:
        """A client that asks about topics and groups; raise Unreachable."""
        return self._connect(KafkaAdminClient, self._everywhere())

    def reader(self, *, isolation_level: str = "read_committed") -> KafkaConsumer:
        """A consumer that belongs to no group; raise Unreachable."""
        return self._connect(KafkaConsumer, {**self._reading(), "isolation_level": isolation_level})

    def consumer(self, group: str, batch_records: int) -> KafkaConsumer:
        """A member of `group` that commits nothing by itself; raise Unreachable."""
        return self._connect(
            KafkaConsumer,
            {
                **self._reading(),
                "group_id": group,
                "max_poll_records": batch_records,
                "session_timeout_ms": _ms(self.session_seconds),
                "heartbeat_interval_ms": _ms(self.session_seconds / 4),
                # A slow batch is no dead member: our own watchdog ends a process that hangs.
                "max_poll_interval_ms": 3_600_000,
            },
        )

    def producer(self, limits: Sequence[int]) -> KafkaProducer:
        """A producer for topics that take record batches up to `limits`, in bytes; raise Unreachable."""
        return self._connect(KafkaProducer, self._writing(limits))

    def transactional_producer(self, limits: Sequence[int], transactional_id: str) -> KafkaProducer:
        """The same for transactions, cured of the library's defects, before `init_transactions`; raise Unreachable."""
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
        }

    def _connect(self, client: Any, config: dict[str, Any]) -> Any:
        with _FirstWarning() as warning:
            try:
                return client(**config)
            except KafkaError as error:
                stop = stop_for(error, f"{self}")
                if isinstance(stop, Unreachable) and warning.text:
                    stop = Unreachable(f"{stop} ({warning.text})")
                raise stop from error


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


class _FirstWarning(logging.Handler):
    """Catches why a connection failed: the library's exception does not say it, its log does."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.text = ""
        self._logger = logging.getLogger("kafka.net")
        self._former = (self._logger.level, self._logger.propagate)

    def emit(self, record: logging.LogRecord) -> None:
        self.text = self.text or record.getMessage()

    def __enter__(self) -> _FirstWarning:
        self._logger.addHandler(self)
        self._logger.setLevel(logging.WARNING)
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        self._logger.level, self._logger.propagate = self._former
