"""Messages to topics, and the partition that each goes to."""

from __future__ import annotations

from dataclasses import dataclass

from kafka.partitioner.default import murmur2

from rescuewire_connectors.kafka.topics import Topic
from rescuewire_connectors.record import Record

FRAME_BYTES = 256
"""Room for what Kafka puts around a record: the frame of a batch (61 bytes) and of the record in it."""


@dataclass(frozen=True)
class Message:
    """What is sent. Messages with equal `together` go to one partition."""

    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]
    together: bytes

    @property
    def size(self) -> int:
        """Bytes of the record in its batch, at most."""
        headers = sum(len(name.encode()) + len(value) + 10 for name, value in self.headers)
        return len(self.key or b"") + len(self.value or b"") + headers + FRAME_BYTES

    def partition_of(self, topic: Topic) -> int:
        """Where Kafka's own clients would send a record of the key `together`."""
        hashed: int = murmur2(self.together)
        return (hashed & 0x7FFFFFFF) % topic.partitions


def together_of(record: Record) -> bytes:
    """What decides on the partition of a record's dead letter, and of the record when it is replayed."""
    return record.key if record.key is not None else f"{record.topic}-{record.partition}".encode()
