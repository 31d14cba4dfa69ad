"""How a member of a consumer group stands: whether it has joined, whether the broker answers, what is left to do."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence

from kafka.errors import KafkaError
from kafka.version import __version__

from kafka import KafkaConsumer, TopicPartition
from rescuewire_connectors.interfaces import Standing
from rescuewire_connectors.record import Place, Record

READ_VERSION = "3.0.12"
"""The version of kafka-python whose coordinator is where we look for it; no public name leads there."""


class GroupStanding:
    """Notes the lag in the thread that polls, and tells it to any other."""

    def __init__(self, consumer: KafkaConsumer) -> None:
        self._consumer = consumer
        self._lag: Mapping[Place, int] = {}

    def now(self) -> Standing:
        """The standing as of the broker's last word; no request is made."""
        membership = self._consumer.group_metadata()
        joined = membership.generation_id >= 0 and bool(membership.member_id)
        return Standing(joined, broker_answers(self._consumer), self._lag)

    def renew(self, held: Sequence[Record] = ()) -> None:
        """Note the lag anew, between two polls; `held` are the records of the batch in hand.

        The end of a partition is the one that the last fetch told: in a batch that takes long, it stays behind.
        """
        first: dict[Place, int] = {}
        for record in held:
            first.setdefault(record.place, record.offset)
        lag = {}
        for partition in self._consumer.assignment():
            end = self._consumer.highwater(partition)
            place = Place(partition.topic, partition.partition)
            done = first.get(place, self._position(partition)) if end is not None else None
            if done is not None:
                lag[place] = max(0, end - done)
        self._lag = lag

    def _position(self, partition: TopicPartition) -> int | None:
        with contextlib.suppress(KafkaError):  # what keeps a partition from being read, the next poll raises
            position: int | None = self._consumer.position(partition, timeout_ms=0)
            return position
        return None


def broker_answers(consumer: KafkaConsumer) -> bool:
    """False where the group's coordinator is not connected, or has left all heartbeats of a session unanswered.

    kafka-python says nothing of a broker that is away: polls are empty, the membership stays. With a version that
    keeps its coordinator elsewhere it counts as answering.
    """
    if __version__ != READ_VERSION:
        return True
    coordinator = consumer._coordinator  # noqa: SLF001  see READ_VERSION
    node = coordinator.coordinator_id
    connected = node is not None and consumer._client.connected(node)  # noqa: SLF001  as above
    return connected and not coordinator.heartbeat.session_timeout_expired()
