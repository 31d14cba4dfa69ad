"""Whether a topic is still the one that a consumer began to read.

A topic that is deleted and made anew under its name has offsets that mean other records. Brokers give each topic an
id; kafka-python fetches by name, so it goes on in the new topic at the old place, and skips what stands before. It
keeps the ids, though, and has them anew as soon as the topic is away for a moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

from kafka import KafkaConsumer
from rescuewire_connectors.stopping import NoInput

GONE_SECONDS = 10.0
"""A topic that the brokers have not known for so long is gone; one that restarts may not know it for a moment."""


class TopicIdentity:
    """Compares the topic with what it was, by what the client knows without asking."""

    def __init__(self, consumer: KafkaConsumer, topic: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._topic = topic
        self._clock = clock
        self._cluster = consumer._cluster  # noqa: SLF001  no public name leads there
        self._id: UUID | None = None
        self._was_there = False
        self._missed_at: float | None = None

    def check(self) -> None:
        """Raise NoInput where the topic is gone, or is another by now. Brokers before Kafka 2.8 give no ids."""
        found = self._cluster.topic_id(self._topic)
        self._id = self._id or found
        if found not in {None, self._id}:
            raise NoInput(
                f"topic {self._topic} was deleted and made anew while it was read: its first records may be skipped; "
                "read all of it by `rescuewire offsets move … --to earliest`"
            )
        if self._cluster.partitions_for_topic(self._topic) is not None:
            self._was_there, self._missed_at = True, None
        elif self._was_there:
            self._check_how_long()

    def _check_how_long(self) -> None:
        self._missed_at = self._missed_at or self._clock()
        if self._clock() - self._missed_at > GONE_SECONDS:
            raise NoInput(f"topic {self._topic} was deleted while it was read; create it first")
