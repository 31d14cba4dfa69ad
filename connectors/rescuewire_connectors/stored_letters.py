"""Dead letters read again from where they were written: the inverse of `dead_letters`, for topics and files alike."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from rescuewire_connectors.dead_letters import (
    FIELD,
    MESSAGE,
    NULL_HEADERS,
    NULL_KEY,
    OFFSET,
    PARTITION,
    REASON,
    TIMESTAMP,
    TOPIC,
    TRUNCATED,
)
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record

REPLAYS = "rescuewire.replays"
"""The header that says how many times a record was replayed; a dead letter keeps it as it keeps all headers."""

REPLAYED_FROM = "rescuewire.replayed-from"
"""The header of a replayed record that says where the original stood: topic/partition/offset."""


class NoLetter(ValueError):
    """This is no dead letter of ours; the message says what is wrong."""


@dataclass(frozen=True)
class LetterPlace:
    """Where a dead letter stands: partition and offset, or in a file partition 0 and the line's number from 1.

    `words` is what people write for it: `0/17` in a topic, `12` in a file.
    """

    partition: int
    number: int
    words: str


@dataclass(frozen=True)
class StoredLetter:
    """A dead letter and where it stands.

    `written_ms` is when it was written, milliseconds since 1970; a file does not tell that, and has the time of the
    original record there, None where that is not known either. `left_out_bytes` is the size of a value that was too
    large for the topic of dead letters, None where the value is there.
    """

    place: LetterPlace
    letter: DeadLetter
    written_ms: int | None
    left_out_bytes: int | None = None

    @property
    def identity(self) -> bytes:
        """The same for the same record, however often its dead letter was written; 16 bytes."""
        record = self.letter.record
        origin = json.dumps([record.topic, record.partition, record.offset, record.timestamp_ms]).encode()
        return hashlib.sha256(origin + b"\0" + (record.value or b"")).digest()[:16]

    @property
    def replays(self) -> int:
        """How many times the record had been replayed when it died."""
        return replays_of(self.letter.record)


class LetterStore(Protocol):
    """A place with dead letters in it."""

    def read(self) -> Iterator[StoredLetter]:
        """All that are there now, in order within each partition; what is none is told on standard error."""

    def at(self, words: str) -> StoredLetter:
        """The letter at a place in the words of `LetterPlace`; raise WrongUsage for other words, NoInput for none."""

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed."""


def replayed_headers(letter: StoredLetter) -> tuple[tuple[str, bytes], ...]:
    """The headers of a record that is replayed: the original's, null as empty since the client sends no null."""
    record = letter.letter.record
    kept = [header for header in record.headers if header.name not in {REPLAYS, REPLAYED_FROM}]
    origin = f"{record.topic}/{record.partition}/{record.offset}"
    return (
        *((header.name, header.value or b"") for header in kept),
        (REPLAYS, str(letter.replays + 1).encode()),
        (REPLAYED_FROM, origin.encode()),
    )


def replays_of(record: Record) -> int:
    """The number in the header `rescuewire.replays`, 0 where there is none."""
    values = [header.value or b"" for header in record.headers if header.name == REPLAYS]
    return int(values[-1]) if values and values[-1].isdigit() else 0


def letter_of_message(record: Record) -> StoredLetter:
    """The dead letter in a record of its topic; raise NoLetter.

    Ours are the headers from the last `__connect.errors.topic` on: a record that came out of another program's topic
    of dead letters keeps that program's.
    """
    begin = _begin_of_ours(record.headers)
    told = {header.name: (header.value or b"").decode(errors="replace") for header in record.headers[begin:]}
    place = LetterPlace(record.partition, record.offset, f"{record.partition}/{record.offset}")
    try:
        original = Record(
            topic=told[TOPIC],
            partition=int(told[PARTITION]),
            offset=int(told[OFFSET]),
            value=record.value,
            key=None if NULL_KEY in told else record.key,
            headers=_original_headers(record.headers[:begin], told.get(NULL_HEADERS, "")),
            timestamp_ms=int(told[TIMESTAMP]) if TIMESTAMP in told else None,
        )
        letter = DeadLetter(original, told[REASON], told.get(MESSAGE, ""), told.get(FIELD))
        left_out = int(told[TRUNCATED]) if TRUNCATED in told else None
    except (KeyError, ValueError) as error:
        raise NoLetter(f"no dead letter of rescuewire ({error})") from None
    return StoredLetter(place, letter, record.timestamp_ms, left_out)


def _begin_of_ours(headers: tuple[Header, ...]) -> int:
    topics = [index for index, header in enumerate(headers) if header.name == TOPIC]
    if not topics:
        raise NoLetter(f"no dead letter of rescuewire (no header {TOPIC})")
    begin = topics[-1]
    return begin - 1 if begin and headers[begin - 1].name == NULL_HEADERS else begin


def _original_headers(headers: tuple[Header, ...], nulls: str) -> tuple[Header, ...]:
    indices = {int(index) for index in nulls.split(",") if index}
    return tuple(
        Header(header.name, None if index in indices else header.value) for index, header in enumerate(headers)
    )


def letter_of_line(line: bytes, number: int) -> StoredLetter:
    """The dead letter on a line of a file; raise NoLetter."""
    try:
        told = json.loads(line)
        headers = tuple(Header(header["name"], _bytes_of(header, "value")) for header in told["headers"])
        record = Record(
            topic=told["topic"],
            partition=told["partition"],
            offset=told["offset"],
            value=_bytes_of(told, "value"),
            key=_bytes_of(told, "key"),
            headers=headers,
            timestamp_ms=told["timestamp_ms"],
        )
        letter = DeadLetter(record, told["reason"], told["message"], told["field"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NoLetter(f"no dead letter of rescuewire ({type(error).__name__}: {error})") from None
    return StoredLetter(LetterPlace(0, number, str(number)), letter, record.timestamp_ms)


def _bytes_of(told: dict[str, Any], name: str) -> bytes | None:
    coded = told.get(f"{name}_base64")
    if coded is not None:
        return base64.b64decode(coded, validate=True)
    words = told[name]
    return None if words is None else words.encode()
