"""Replaying dead letters: back to a topic, and a note of it, both or neither.

A replay has to be safe when it is run twice, killed in the middle, or run again with other filters. Offsets of a
consumer group cannot say "all but these", so each letter that was replayed leaves a note of its own:

*Letters of a topic.* The note is a record on the topic of dead letters itself, in the transaction that carries the
replayed record. It needs no further topic and no further right, no filter puts it in disorder, and retention takes it
no earlier than its letter, since it stands behind it in the same partition.

*Letters of a file.* A file and Kafka share no transaction. The journal announces a batch before it is committed, and
the transaction commits the batch's number as an offset of a group of its own. Whether the last batch of a replay that
was killed came through, the group tells.

Two replays of the same letters at a time go by one `transactional.id`: the later one shuts the earlier out when it
opens, and reads only then which letters were replayed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Protocol

from kafka.errors import KafkaError
from kafka.structs import ConsumerGroupMetadata

from kafka import OffsetAndMetadata, TopicPartition
from rescuewire_connectors.addresses import TopicAddress
from rescuewire_connectors.files.letters import Journal
from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.letters import TopicLetters, note_of
from rescuewire_connectors.kafka.messages import Message, together_of
from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.kafka.transactions import TransactionalOutbox
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_connectors.stored_letters import StoredLetter, replayed_headers
from rescuewire_connectors.watchdog import Watchdog

PREFIX = "rescuewire-replay-"
"""What the names of a replay's transactions and of its group begin with."""


class Notes(Protocol):
    """Knows which letters were replayed, and notes more in the transaction that replays them."""

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed; asked when nobody else can replay any more."""

    def commit(self, outbox: TransactionalOutbox, letters: Sequence[StoredLetter]) -> None:
        """Commit what is in the outbox together with notes of `letters`."""

    def close(self) -> None:
        """Let go of everything held; safe to call twice."""


class TopicNotes:
    """Notes as records on the topic of dead letters."""

    def __init__(self, letters: TopicLetters, topic: Topic) -> None:
        self._letters = letters
        self._topic = topic

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed."""
        self._letters.wait_until_settled()
        return self._letters.replayed()

    def commit(self, outbox: TransactionalOutbox, letters: Sequence[StoredLetter]) -> None:
        """Commit what is in the outbox together with notes of `letters`."""
        for letter in letters:
            outbox.send(self._topic, note_of(letter))
        outbox.flush()
        outbox.commit({}, None)

    def close(self) -> None:
        """Nothing is held."""


class FileNotes:
    """Notes in a journal, whose last batch the group's offset vouches for."""

    def __init__(self, cluster: Cluster, journal: Journal, target: TopicAddress, group: str) -> None:
        self._cluster = cluster
        self._journal = journal
        self._target = target
        self._group = group

    def replayed(self) -> set[bytes]:
        """The identities of letters that were replayed; the batch in doubt is settled first."""
        batches, last = self._journal.batches, self._committed_batch()
        self._journal.number_after(last)
        if batches.doubtful is None:
            return set(batches.sure)
        if batches.doubtful.target != str(self._target):
            raise WrongUsage(
                f"a replay to {batches.doubtful.target} broke off, and only its cluster knows how far it came; "
                "run that one again first"
            )
        committed = last >= batches.doubtful.number
        self._journal.settle(committed=committed)
        return batches.sure | set(batches.doubtful.identities if committed else ())

    def _committed_batch(self) -> int:
        with closing(self._cluster.consumer(self._group, 1)) as consumer:
            try:
                return consumer.committed(self._partition) or 0
            except KafkaError as error:
                raise stop_for(error, f"group {self._group} at {self._cluster}") from error

    @property
    def _partition(self) -> TopicPartition:
        return TopicPartition(self._target.topic, 0)

    def commit(self, outbox: TransactionalOutbox, letters: Sequence[StoredLetter]) -> None:
        """Commit what is in the outbox together with the number of this batch."""
        number = self._journal.announce(str(self._target), letters)
        outbox.flush()
        nobody = ConsumerGroupMetadata(self._group, -1, "", None)
        outbox.commit({self._partition: OffsetAndMetadata(number, "", -1)}, nobody)
        self._journal.settle(committed=True)

    def close(self) -> None:
        """Let another replay begin."""
        self._journal.close()


class Replay:
    """An open replay: takes letters, and commits them batch by batch. After any Stop it is closed, and run anew."""

    def __init__(self, outbox: TransactionalOutbox, notes: Notes, watchdog_seconds: float) -> None:
        self._outbox = outbox
        self._notes = notes
        self._watchdog_seconds = watchdog_seconds
        self._batch: list[StoredLetter] = []

    def open(self) -> set[bytes]:
        """Shut out any other replay of the same letters; return the identities of letters that were replayed."""
        self._outbox.open()
        return self._notes.replayed()

    def send(self, letter: StoredLetter, target: Topic) -> None:
        """Take a letter; raise Refused where its record is larger than the target takes."""
        message = message_of(letter)
        if message.size > target.message_bytes:
            raise Refused("too_large", f"a record of {message.size} bytes; topic {target.name} takes less")
        self._outbox.send(target, message)
        self._batch.append(letter)

    def commit(self) -> None:
        """Commit what was taken. The client's calls may hang: they are watched."""
        batch, self._batch = self._batch, []
        if batch:
            watchdog = Watchdog(self._watchdog_seconds)
            try:
                self._notes.commit(self._outbox, batch)
            finally:
                watchdog.stop()

    def close(self) -> None:
        """Abort what is not committed, and let go of everything; safe to call twice."""
        self._outbox.close()
        self._notes.close()


def message_of(letter: StoredLetter) -> Message:
    """The original record as it is sent again."""
    record = letter.letter.record
    return Message(record.key, record.value, replayed_headers(letter), together_of(record))
