"""Following a topic without a group: nothing is committed, and nobody's place in it moves."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing

from kafka.errors import KafkaError

from kafka import KafkaConsumer, TopicPartition
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.reading import as_record
from rescuewire_connectors.kafka.starting import Start, offsets_of
from rescuewire_connectors.kafka.topics import find_topics
from rescuewire_connectors.record import Record

POLL_MS = 500


def follow_topic(cluster: Cluster, topic: str, start: Start, *, until_end: bool) -> Generator[Record, None, None]:
    """Records of all partitions, in order within each; with `until_end`, only those there now. Raises Stop."""
    found = find_topics(cluster, [topic], "Read")[topic]
    partitions = [TopicPartition(topic, number) for number in range(found.partitions)]
    with closing(cluster.reader()) as consumer:
        try:
            yield from _follow(consumer, partitions, start, until_end=until_end)
        except KafkaError as error:
            raise stop_for(error, f"topic {topic} at {cluster}", cluster.use("Read", topic)) from error


def _follow(
    consumer: KafkaConsumer, partitions: list[TopicPartition], start: Start, *, until_end: bool
) -> Generator[Record, None, None]:
    consumer.assign(partitions)
    for partition, offset in offsets_of(consumer, start, partitions).items():
        consumer.seek(partition, offset)
    ends = consumer.end_offsets(partitions) if until_end else None
    while ends is None or any(consumer.position(partition) < end for partition, end in ends.items()):
        for messages in consumer.poll(timeout_ms=POLL_MS).values():
            yield from map(as_record, messages)
