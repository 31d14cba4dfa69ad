from __future__ import annotations

import time
from contextlib import closing
from typing import Any

import pytest
from kafka.coordinator.assignors.range import RangePartitionAssignor

from fakes.kafka_driver import Driver, MakeTopic
from kafka import KafkaConsumer
from rescuewire_connectors.kafka.assigning import KnownTopicsAssignor

pytestmark = pytest.mark.kafka

SECONDS = 8.0


class _Blind:
    """Metadata of a cluster in the moment in which they lack every topic."""

    def partitions_for_topic(self, _topic: str) -> None:
        return None


def _blind_once(assignor: type[RangePartitionAssignor]) -> type[RangePartitionAssignor]:
    class BlindOnce(assignor):  # type: ignore[misc,valid-type]
        asked = 0

        @classmethod
        def assign(cls, cluster: Any, members: Any) -> Any:
            cls.asked += 1
            return super().assign(_Blind() if cls.asked == 1 else cluster, members)

    return BlindOnce


def _partitions_got(driver: Driver, topic: str, assignor: type[RangePartitionAssignor]) -> int:
    """How many partitions a group's only member has got after a while, whose leader knew no topic at first."""
    settings = {"group_id": f"{topic}-group", "partition_assignment_strategy": [_blind_once(assignor)]}
    with closing(KafkaConsumer(bootstrap_servers=driver.server, **settings)) as consumer:
        consumer.subscribe([topic])
        consumer.partitions_for_topic(topic)
        deadline = time.monotonic() + SECONDS
        while not consumer.assignment() and time.monotonic() < deadline:
            consumer.poll(100)
        return len(consumer.assignment())


def test_the_librarys_leader_leaves_a_topic_to_nobody(driver: Driver, make_topic: MakeTopic) -> None:
    assert _partitions_got(driver, make_topic("news"), RangePartitionAssignor) == 0


def test_ours_joins_again_until_it_knows_the_topic(driver: Driver, make_topic: MakeTopic) -> None:
    assert _partitions_got(driver, make_topic("news"), KnownTopicsAssignor) > 0
