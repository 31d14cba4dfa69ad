"""Cures for two defects of kafka-python's transactional producer. Nobody's data hangs on them, only minutes do.

*A dropped request.* When the coordinator refuses a connection at the moment of a transactional request, `await_ready`
raises, and `Sender` forgets the request: `send_offsets_to_transaction` or `commit_transaction` never returns, and the
watchdog must end the process. Where `await_ready` says False instead, the request is tried again.

*A fenced producer that fences.* After InvalidProducerEpoch a producer asks for a new epoch of its
`transactional.id`, and so takes it from the successor to whom it belongs by now. Where it believes that the broker
knows no such thing, it fails for good, as it must.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kafka.errors import KafkaConnectionError
from kafka.version import __version__

from kafka import KafkaProducer

CURED_VERSION = "3.0.12"
AGAIN_SECONDS = 0.05


def cure(producer: KafkaProducer) -> None:
    """Cure a transactional producer, on the version of kafka-python that needs it."""
    if __version__ == CURED_VERSION:
        keep_requests(producer)
        stay_fenced(producer)


def keep_requests(producer: KafkaProducer) -> None:
    """Let a request be tried again whose coordinator refuses the connection."""
    client: Any = producer._sender._client  # noqa: SLF001  no public name leads there
    client.await_ready = _false_where_away(client.await_ready)


def _false_where_away(await_ready: Callable[..., bool]) -> Callable[..., bool]:
    def await_ready_or_not(*arguments: Any, **options: Any) -> bool:
        try:
            return await_ready(*arguments, **options)
        except KafkaConnectionError:
            time.sleep(AGAIN_SECONDS)
            return False

    return await_ready_or_not


def stay_fenced(producer: KafkaProducer) -> None:
    """Let a producer that was fenced fail for good."""
    producer._transaction_manager._supports_epoch_bump = _never  # noqa: SLF001  no public name leads there


def _never() -> bool:
    return False
