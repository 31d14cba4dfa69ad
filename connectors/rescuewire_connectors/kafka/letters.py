"""Dead letters on a topic, and the notes among them that say which were replayed."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing

from kafka.errors import KafkaError

from kafka import KafkaConsumer, TopicPartition
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.messages import Message, together_of
from rescuewire_connectors.kafka.reading import as_record
from rescuewire_connectors.kafka.starting import EARLIEST, Start
from rescuewire_connectors.kafka.tailing import follow_topic
from rescuewire_connectors.kafka.topics import find_topics
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import NoInput, TryAgain, WrongUsage
from rescuewire_connectors.stored_letters import NoLetter, StoredLetter, letter_of_message

NOTE = "rescuewire.replayed"
"""The header of a note: the identity of the letter that was replayed, in hex."""
ASK_SECONDS = 0.2
SETTLE_MARGIN_SECONDS = 15.0
"""A broker ends a transaction up to 10 s after its time-out."""


class TopicLetters:
    """The dead letters of a topic."""

    def __init__(self, cluster: Cluster, topic: str) -> None:
        self.topic = topic
        self._cluster = cluster
        self._said = False

    def read(self) -> Iterator[StoredLetter]:
        """All that are there now, in order within each partition; what is none is told on standard error."""
        for record in self._records():
            if _noted(record) is None:
                yield from self._letter(record)

    def _records(self) -> Iterator[Record]:
        with closing(follow_topic(self._cluster, self.topic, Start(EARLIEST), until_end=True)) as records:
            yield from records

    def _letter(self, record: Record) -> Iterator[StoredLetter]:
        try:
            yield letter_of_message(record)
        except NoLetter as error:
            where = f"{record.topic}-{record.partition} at {record.offset}"
            print(f"rescuewire: {where}: {error}", file=sys.stderr)  # noqa: T201  skipped, but not in silence

    def at(self, words: str) -> StoredLetter:
        """The letter at `PARTITION/OFFSET`; raise WrongUsage for other words, NoInput for no letter."""
        partition, slash, offset = words.partition("/")
        if not (slash and partition.isdecimal() and offset.isdecimal()):
            raise WrongUsage(f"{words}: a place in a topic is written PARTITION/OFFSET, as dlq list prints it")
        record = self._record_at(TopicPartition(self.topic, int(partition)), int(offset))
        if record is None or _noted(record) is not None:
            raise NoInput(f"{self.topic}: no dead letter at {words}; see rescuewire dlq list")
        try:
            return letter_of_message(record)
        except NoLetter as error:
            raise NoInput(f"{self.topic} at {words}: {error}") from error

    def _record_at(self, partition: TopicPartition, offset: int) -> Record | None:
        if partition.partition >= find_topics(self._cluster, [self.topic])[self.topic].partitions:
            return None
        with closing(self._cluster.reader()) as consumer:
            try:
                return _read_one(consumer, partition, offset)
            except KafkaError as error:
                raise stop_for(error, f"topic {self.topic} at {self._cluster}") from error

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed, as far as a reader of committed records sees them now."""
        noted = (_noted(record) for record in self._records())
        return {identity for identity in noted if identity is not None}

    def wait_until_settled(self) -> None:
        """Wait for transactions that are open now: behind them committed notes are there and not seen. Raise TryAgain.

        That may take as long as the time-out of a transaction, where a replica died with it open.
        """
        partitions = self._partitions()
        limit = time.monotonic() + self._cluster.timeouts.transaction + SETTLE_MARGIN_SECONDS
        with (
            closing(self._cluster.reader(isolation_level="read_uncommitted")) as everything,
            closing(self._cluster.reader()) as committed,
        ):
            ends = everything.end_offsets(partitions)
            while any(stable < ends[part] for part, stable in committed.end_offsets(partitions).items()):
                if time.monotonic() > limit:
                    raise TryAgain(f"topic {self.topic}: a transaction is open and does not end; try again later")
                self._say_once("waiting for a transaction that is open in it")
                time.sleep(ASK_SECONDS)

    def _say_once(self, words: str) -> None:
        if not self._said:
            print(f"rescuewire: topic {self.topic}: {words}", file=sys.stderr)  # noqa: T201  it may take minutes
        self._said = True

    def _partitions(self) -> list[TopicPartition]:
        found = find_topics(self._cluster, [self.topic])[self.topic]
        return [TopicPartition(self.topic, number) for number in range(found.partitions)]


def _read_one(consumer: KafkaConsumer, partition: TopicPartition, offset: int) -> Record | None:
    """The record at an offset; None where none stands there, or none any more."""
    consumer.assign([partition])
    (first,), (end,) = consumer.beginning_offsets([partition]).values(), consumer.end_offsets([partition]).values()
    if not first <= offset < end:
        return None
    consumer.seek(partition, offset)
    while consumer.position(partition) <= offset:
        for messages in consumer.poll(timeout_ms=500, max_records=1).values():
            record = as_record(messages[0])
            return record if record.offset == offset else None
    return None


def _noted(record: Record) -> bytes | None:
    """The identity in a note; None for a dead letter."""
    for header in record.headers:
        if header.name == NOTE:
            return bytes.fromhex((header.value or b"").decode())
    return None


def note_of(letter: StoredLetter) -> Message:
    """The note of a replay, for the partition that the letter is in: retention takes the letter first."""
    record = letter.letter.record
    words = {"replayed": {"topic": record.topic, "partition": record.partition, "offset": record.offset}}
    headers = ((NOTE, letter.identity.hex().encode()),)
    return Message(None, json.dumps(words).encode(), headers, together_of(record))
