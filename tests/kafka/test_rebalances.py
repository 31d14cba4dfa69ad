"""Other members of the group come while a batch is held."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fakes.articles import SOUND
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import wait_until
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.reading import Subscription, TopicFeed, open_topic
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.stopping import TryAgain

pytestmark = pytest.mark.kafka


def fetch(feed: TopicFeed) -> list[Record]:
    found: list[Record] = []
    wait_until(lambda: bool(found.extend(feed.fetch()) or found), "records")
    return found


def ends(records: list[Record]) -> dict[Place, int]:
    return {record.place: record.offset + 1 for record in records}


@contextmanager
def polling(feed: TopicFeed) -> Iterator[None]:
    over = threading.Event()

    def poll() -> None:
        while not over.is_set():
            feed.fetch()

    thread = threading.Thread(target=poll, daemon=True)
    thread.start()
    yield
    over.set()
    thread.join()


@pytest.fixture
def source(driver: Driver, make_topic: MakeTopic) -> str:
    topic = make_topic("news", partitions=2)
    driver.send(topic, SOUND)
    return topic


def join(driver: Driver, topic: str) -> TopicFeed:
    return open_topic(Cluster((driver.server,), session_seconds=6.0), Subscription(topic, topic))


def test_a_batch_in_hand_is_still_committed_when_another_member_joins(driver: Driver, source: str) -> None:
    first = join(driver, source)
    batch = fetch(first)
    second = join(driver, source)
    with polling(second):
        wait_until(lambda: driver.members(source) == 2, "the other member")
        first.commit(ends(batch))
        committed = driver.committed(source, source)
        assert committed == {place.partition: offset for place, offset in ends(batch).items()}
        first.close()
    second.close()


def test_a_batch_whose_partitions_were_given_away_is_not_committed(driver: Driver, source: str) -> None:
    feed = join(driver, source)
    batch = fetch(feed)
    before = driver.committed(source, source)
    feed._consumer._coordinator.reset_generation()
    with pytest.raises(TryAgain):
        feed.commit(ends(batch))
    assert driver.committed(source, source) == before
    feed.close()
