"""When a topic counts as gone, or as another."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from rescuewire_connectors.kafka.topic_identity import GONE_SECONDS, TopicIdentity
from rescuewire_connectors.stopping import NoInput


class ScriptedConsumer:
    """Knows what it is told of the topic: its id, and whether it is there."""

    def __init__(self) -> None:
        self.id: UUID | None = uuid4()
        self.is_there = True
        self.seconds = 0.0
        self._cluster = self

    def topic_id(self, _topic: str) -> UUID | None:
        return self.id

    def partitions_for_topic(self, _topic: str) -> set[int] | None:
        return {0} if self.is_there else None


@pytest.fixture
def consumer() -> ScriptedConsumer:
    return ScriptedConsumer()


@pytest.fixture
def identity(consumer: Any) -> TopicIdentity:
    made = TopicIdentity(consumer, "news", lambda: consumer.seconds + 1)
    made.check()
    return made


def test_another_id_is_another_topic(consumer: ScriptedConsumer, identity: TopicIdentity) -> None:
    consumer.id = None
    identity.check()
    consumer.id = uuid4()
    with pytest.raises(NoInput, match="made anew"):
        identity.check()


def test_a_topic_is_gone_after_a_while(consumer: ScriptedConsumer, identity: TopicIdentity) -> None:
    consumer.id, consumer.is_there = None, False
    identity.check()
    consumer.seconds = GONE_SECONDS
    identity.check()
    consumer.seconds += 0.1
    with pytest.raises(NoInput, match="deleted while it was read"):
        identity.check()


def test_a_topic_that_is_away_for_a_moment_is_not_gone(consumer: ScriptedConsumer, identity: TopicIdentity) -> None:
    consumer.is_there = False
    identity.check()
    consumer.is_there = True
    identity.check()
    consumer.is_there, consumer.seconds = False, GONE_SECONDS + 1
    identity.check()


def test_brokers_without_ids_tell_of_no_other_topic(consumer: Any) -> None:
    consumer.id = None
    identity = TopicIdentity(consumer, "news")
    identity.check()
    identity.check()
