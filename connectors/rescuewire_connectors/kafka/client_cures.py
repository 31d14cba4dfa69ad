"""Cures for defects of kafka-python. Nobody's data hangs on them, only minutes do, and a password in a log.

Of the transactional producer:

*A dropped request.* When the coordinator refuses a connection at the moment of a transactional request, `await_ready`
raises, and `Sender` forgets the request: `send_offsets_to_transaction` or `commit_transaction` never returns, and the
watchdog must end the process. Where `await_ready` says False instead, the request is tried again.

*A fenced producer that fences.* After InvalidProducerEpoch a producer asks for a new epoch of its
`transactional.id`, and so takes it from the successor to whom it belongs by now. Where it believes that the broker
knows no such thing, it fails for good, as it must.

Of every connection:

*Last words unheard.* A broker that refuses a login says so and hangs up. Where both come at once, the transport throws
the words away and tells of a lost connection, so that a wrong password looks like a broker that is away.

*A password in the log.* At DEBUG each request is printed, a login by PLAIN too.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from kafka.errors import KafkaConnectionError
from kafka.net.transport import KafkaSSLTransport, KafkaTCPTransport
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


def cure_connections() -> None:
    """Let what a broker says before it hangs up be heard, on the version of kafka-python that needs it."""
    if __version__ == CURED_VERSION:
        for transport in (KafkaTCPTransport, KafkaSSLTransport):
            if not hasattr(transport._sock_recv, "__wrapped__"):  # noqa: SLF001  no public name leads there
                transport._sock_recv = _words_first(transport._sock_recv)  # noqa: SLF001


def _words_first(receive: Callable[..., tuple[bytes, Any]]) -> Callable[..., tuple[bytes, Any]]:
    """Give the data alone where data and an end come together; the next call meets the end again."""

    @wraps(receive)
    def receive_words_first(transport: Any) -> tuple[bytes, Any]:
        data, end = receive(transport)
        return data, None if data else end

    return receive_words_first


class _NoRequests(logging.Filter):
    """Lets no line of DEBUG pass: these print requests and the bytes that are sent."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno > logging.DEBUG


_NO_REQUESTS = _NoRequests()


def keep_logins_secret() -> None:
    """Let the library print no requests, whatever level its loggers are set to."""
    for name in ("kafka.net.connection", "kafka.protocol.parser"):
        logging.getLogger(name).addFilter(_NO_REQUESTS)
