"""Dead letters as Kafka records and as JSON lines: nothing of the original is lost in either.

Header names are Kafka Connect's where it has one, and in its manner where it has none.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass

from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record

PREFIX = "__connect.errors."
TOPIC = PREFIX + "topic"
PARTITION = PREFIX + "partition"
OFFSET = PREFIX + "offset"
TIMESTAMP = PREFIX + "timestamp"
CONNECTOR = PREFIX + "connector.name"
REASON = PREFIX + "reason"
FIELD = PREFIX + "field"
MESSAGE = PREFIX + "exception.message"
NULL_HEADERS = PREFIX + "null.headers"
NULL_KEY = PREFIX + "null.key"
TRUNCATED = "truncated"


@dataclass(frozen=True)
class DeadLetterMessage:
    """A dead letter as it is sent; the client can send neither a null header nor a record of two nulls."""

    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]


def as_message(letter: DeadLetter) -> DeadLetterMessage:
    """The original key, value and headers, with where it stood and why it is here in further headers."""
    record = letter.record
    headers = (*_original_headers(record), *_reasons(letter))
    return DeadLetterMessage(record.key, record.value, headers)


def without_value(message: DeadLetterMessage) -> DeadLetterMessage:
    """The same for a value larger than the topic takes: null, with its size in bytes under `truncated`."""
    size = str(len(message.value or b"")).encode()
    headers = (*message.headers, (TRUNCATED, size))
    if message.key is not None:
        return DeadLetterMessage(message.key, None, headers)
    return DeadLetterMessage(b"", None, (*headers, (NULL_KEY, b"true")))


def _original_headers(record: Record) -> Iterator[tuple[str, bytes]]:
    nulls = [str(index) for index, header in enumerate(record.headers) if header.value is None]
    for header in record.headers:
        yield header.name, header.value or b""
    if nulls:
        yield NULL_HEADERS, ",".join(nulls).encode()


def _reasons(letter: DeadLetter) -> Iterator[tuple[str, bytes]]:
    record = letter.record
    yield TOPIC, record.topic.encode()
    yield PARTITION, str(record.partition).encode()
    yield OFFSET, str(record.offset).encode()
    if record.timestamp_ms is not None:
        yield TIMESTAMP, str(record.timestamp_ms).encode()
    yield CONNECTOR, b"rescuewire"
    yield REASON, letter.reason.encode()
    if letter.field is not None:
        yield FIELD, letter.field.encode()
    yield MESSAGE, letter.message.encode(errors="replace")


def as_line(letter: DeadLetter) -> bytes:
    """The dead letter as JSON on one line: bytes that are UTF-8 as text, others as base64 under `…_base64`."""
    record = letter.record
    line: dict[str, object] = {
        "reason": letter.reason,
        "field": letter.field,
        "message": letter.message,
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "timestamp_ms": record.timestamp_ms,
        **_readable("key", record.key),
        **_readable("value", record.value),
        "headers": [_readable_header(header) for header in record.headers],
    }
    return json.dumps(line, ensure_ascii=False).encode(errors="backslashreplace")


def _readable_header(header: Header) -> dict[str, str | None]:
    return {"name": header.name, **_readable("value", header.value)}


def _readable(name: str, content: bytes | None) -> dict[str, str | None]:
    if content is None:
        return {name: None}
    try:
        return {name: content.decode()}
    except UnicodeDecodeError:
        return {f"{name}_base64": base64.b64encode(content).decode()}
