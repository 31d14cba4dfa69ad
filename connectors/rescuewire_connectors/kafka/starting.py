"""Where a consumer group begins, in partitions for which it has no committed offset. A restart repeats nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone

from kafka import KafkaConsumer, TopicPartition
from rescuewire_connectors.stopping import WrongSettings, WrongUsage

COMMITTED = "committed"
EARLIEST = "earliest"
LATEST = "latest"


@dataclass(frozen=True)
class Start:
    """`policy` is `committed` (refuse to begin), `earliest`, `latest`, or `time` with milliseconds since 1970."""

    policy: str
    time_ms: int | None = None


def parse_start(words: str) -> Start:
    """Read `committed`, `earliest`, `latest` or an ISO 8601 time (UTC where it names no zone); raise WrongUsage."""
    try:
        return read_start(words)
    except ValueError as error:
        raise WrongUsage(f"--start {words}: {error}") from None


def read_start(words: str) -> Start:
    """The same; raise ValueError where it is none of these."""
    if words in (COMMITTED, EARLIEST, LATEST):
        return Start(words)
    try:
        time = datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError:
        raise ValueError("write committed, earliest, latest, or a time as 2026-05-31T08:00") from None
    zoned = time if time.tzinfo else time.replace(tzinfo=timezone.utc)
    return Start("time", round(zoned.timestamp() * 1000))


def start_offsets(
    consumer: KafkaConsumer, topic: str, start: Start, missing: Collection[TopicPartition]
) -> dict[TopicPartition, int]:
    """The first offsets of the partitions in `missing`, which have none committed.

    Where the group has begun on other partitions, these were added since, and begin at their first record:
    what is in them came after the group had its start.
    """
    partitions = [TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic) or ())]
    begun = [partition for partition in partitions if consumer.committed(partition) is not None]
    if begun:
        return offsets_of(consumer, Start(EARLIEST), missing)
    if start.policy == COMMITTED:
        raise WrongSettings(f"topic {topic}: the group has no committed offset; say --start earliest, latest or a time")
    return offsets_of(consumer, start, missing)


def offsets_of(
    consumer: KafkaConsumer, start: Start, partitions: Collection[TopicPartition]
) -> dict[TopicPartition, int]:
    """The offsets that `start` means; `committed` means nothing here."""
    if start.policy == EARLIEST:
        return dict(consumer.beginning_offsets(partitions))
    ends = dict(consumer.end_offsets(partitions))
    return ends if start.time_ms is None else {**ends, **_offsets_at(consumer, start.time_ms, partitions)}


def _offsets_at(
    consumer: KafkaConsumer, time_ms: int, partitions: Collection[TopicPartition]
) -> Mapping[TopicPartition, int]:
    found = consumer.offsets_for_times(dict.fromkeys(partitions, time_ms))
    return {partition: at.offset for partition, at in found.items() if at is not None}
