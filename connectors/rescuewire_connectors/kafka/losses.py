"""Offsets that are gone from a topic: which, and how many records are lost by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kafka import KafkaConsumer, TopicPartition


@dataclass(frozen=True)
class Lost:
    """The group would read `offset` next, and there are only those from `beginning` to `end`."""

    name: TopicPartition
    offset: int
    beginning: int
    end: int

    @property
    def records(self) -> int | None:
        """How many are lost by retention; None where that cannot be known, since `offset` is beyond the end."""
        return self.beginning - self.offset if self.offset < self.beginning else None

    def __str__(self) -> str:
        where = f"{self.name.topic}-{self.name.partition} at {self.offset}"
        if self.records is not None:
            return f"the next record of {where} is gone from the topic: {self.records} records are lost"
        return (
            f"the next record of {where} is beyond the end, {self.end}: the topic was made anew or cut, and how many "
            "records are lost cannot be known"
        )


def find_lost(consumer: KafkaConsumer, wanted: Mapping[TopicPartition, int]) -> list[Lost]:
    """Which of the offsets `wanted`, and of those committed for other partitions of the consumer, are not there."""
    committed = {name: consumer.committed(name) for name in consumer.assignment() if name not in wanted}
    offsets = {**wanted, **{name: offset for name, offset in committed.items() if offset is not None}}
    beginnings, ends = consumer.beginning_offsets(list(offsets)), consumer.end_offsets(list(offsets))
    found = [Lost(name, offset, beginnings[name], ends[name]) for name, offset in sorted(offsets.items())]
    return [each for each in found if not each.beginning <= each.offset <= each.end]


def loss_in_words(lost: Sequence[Lost]) -> str:
    """What is lost in each partition, and in all where that is known."""
    words = "; ".join(map(str, lost))
    known = [each.records for each in lost if each.records is not None]
    return f"{words}; {sum(known)} in all" if len(known) > 1 else words
