"""Where a group begins, and that a restart repeats nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timezone

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import has_done, run_until
from kafka import KafkaAdminClient
from rescuewire.running import RescueStream
from rescuewire_connectors.stopping import WrongSettings

pytestmark = pytest.mark.kafka


def told(numbers: Iterable[int]) -> list[Sent]:
    return [Sent(article(id=f"a{number}", text=f"Police rescued {number} people."), "events") for number in numbers]


class Place:
    """A source and a sink with one partition each."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver = driver
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events", partitions=1)
        make_topic(f"{self.sink}-dlq", exactly=True)

    def send(self, numbers: Iterable[int]) -> None:
        self.driver.send(self.source, told(numbers))

    def run(self, records: int, start: str = "earliest") -> None:
        self.run_until(has_done(records), start)

    def run_until(self, enough: Callable[[RescueStream], bool], start: str) -> None:
        source, sink = self.driver.address(self.source), self.driver.address(self.sink)
        run_until(enough, source, sink, start=start, group=self.source)

    def has_begun(self, _stream: RescueStream) -> bool:
        return bool(self.driver.committed(self.source, self.source))

    def figures(self) -> list[int | None]:
        return [event.victims.best for event in self.driver.events(self.sink)]


@pytest.fixture
def place(driver: Driver, make_topic: MakeTopic) -> Place:
    return Place(driver, make_topic)


def test_a_restart_repeats_nothing_whatever_start_says(place: Place) -> None:
    place.send(range(3))
    place.run(3)
    place.send(range(3, 5))
    place.run(2, start="earliest")
    assert place.figures() == [0, 1, 2, 3, 4]


def test_latest_begins_at_the_end_and_a_restart_begins_there_too(place: Place) -> None:
    place.send(range(3))
    place.run_until(place.has_begun, "latest")
    place.send(range(3, 5))
    place.run(2, start="earliest")
    assert place.figures() == [3, 4]


def test_a_time_begins_at_the_first_record_after_it(place: Place) -> None:
    place.send(range(2))
    time.sleep(0.05)
    moment = datetime.now(timezone.utc).isoformat()
    place.send(range(2, 4))
    place.run(2, start=moment)
    assert place.figures() == [2, 3]


def test_committed_refuses_to_choose(place: Place) -> None:
    place.send(range(1))
    with pytest.raises(WrongSettings, match="--start earliest"):
        place.run(1, start="committed")


def test_a_partition_added_later_begins_at_its_first_record(place: Place) -> None:
    place.send(range(2))
    place.run(2)
    with closing(KafkaAdminClient(bootstrap_servers=place.driver.server)) as admin:
        admin.create_partitions({place.source: 2})
        admin.wait_for_topics([place.source])
    place.send(range(10, 30))
    place.run(20, start="latest")
    assert sorted(place.figures(), key=lambda figure: figure or 0) == [0, 1, *range(10, 30)]
