"""Offsets that are gone: by retention, beyond the end, with the topic; and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import has_done, run_until
from kafka import KafkaAdminClient, KafkaConsumer, OffsetAndMetadata, TopicPartition
from rescuewire.running import RescueStream
from rescuewire_connectors.lost_offsets import LostOffsets
from rescuewire_connectors.outcome import Tally
from rescuewire_connectors.stopping import NoInput

pytestmark = pytest.mark.kafka


def told(numbers: Iterable[int]) -> list[Sent]:
    return [Sent(article(id=f"a{number}", text=f"Police rescued {number} people."), "events") for number in numbers]


class Place:
    """A source with one partition, two records of which are read."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver, self.make_topic = driver, make_topic
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events", partitions=1)
        make_topic(f"{self.sink}-dlq", exactly=True)
        self.name = TopicPartition(self.source, 0)
        self.send(range(2))
        self.run(2)

    def send(self, numbers: Iterable[int]) -> None:
        self.driver.send(self.source, told(numbers))

    def run(self, records: int, lost_offsets: LostOffsets = LostOffsets.STOP) -> Tally:
        return self.run_until(has_done(records), lost_offsets)

    def run_until(self, enough: Callable[[RescueStream], bool], lost_offsets: LostOffsets = LostOffsets.STOP) -> Tally:
        source, sink = self.driver.address(self.source), self.driver.address(self.sink)
        return run_until(enough, source, sink, group=self.source, lost_offsets=lost_offsets)

    def take_away(self, first: int) -> None:
        with closing(KafkaAdminClient(bootstrap_servers=self.driver.server)) as admin:
            admin.delete_records({self.name: first})

    def commit(self, offset: int) -> None:
        with closing(KafkaConsumer(bootstrap_servers=self.driver.server, group_id=self.source)) as consumer:
            consumer.commit({self.name: OffsetAndMetadata(offset, "", -1)})

    def delete(self) -> None:
        with closing(KafkaAdminClient(bootstrap_servers=self.driver.server)) as admin:
            admin.delete_topics([self.source])

    def make_anew(self) -> None:
        self.delete()
        self.make_topic(self.source, exactly=True, partitions=1)

    def committed(self) -> dict[int, int]:
        return self.driver.committed(self.source, self.source)

    def figures(self) -> list[int | None]:
        return [event.victims.best for event in self.driver.events(self.sink)]


@pytest.fixture
def place(driver: Driver, make_topic: MakeTopic) -> Place:
    return Place(driver, make_topic)


def test_offsets_gone_by_retention_end_the_run_with_the_number_lost(place: Place) -> None:
    place.send(range(2, 9))
    place.take_away(6)
    with pytest.raises(NoInput, match=r"-0 at 2 is gone from the topic: 4 records are lost; --lost-offsets continue"):
        place.run(3)
    assert place.committed() == {0: 2}


def test_continue_says_what_is_lost_and_goes_on_at_the_first_record(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.send(range(2, 9))
    place.take_away(6)
    place.run(3, LostOffsets.CONTINUE)
    assert place.figures() == [0, 1, 6, 7, 8]
    assert "at 2 is gone from the topic: 4 records are lost; going on at the first" in capsys.readouterr().err


def test_continue_commits_at_once(place: Place) -> None:
    place.send(range(2, 4))
    place.take_away(4)
    place.run_until(lambda _stream: place.committed() == {0: 4}, LostOffsets.CONTINUE)
    assert place.committed() == {0: 4}


def test_an_offset_beyond_the_end_ends_the_run(place: Place) -> None:
    place.commit(7)
    with pytest.raises(NoInput, match="at 7 is beyond the end, 2: the topic was made anew or cut, and how many"):
        place.run(1)
    assert place.committed() == {0: 7}


def test_continue_reads_all_of_a_topic_that_ends_before_the_offset(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit(7)
    place.run(2, LostOffsets.CONTINUE)
    assert place.committed() == {0: 2}
    assert "beyond the end, 2" in capsys.readouterr().err


def test_kafka_forgets_the_offsets_of_a_topic_that_is_deleted(place: Place) -> None:
    place.make_anew()
    place.send(range(10, 15))
    place.run(5)
    assert place.figures() == [0, 1, 10, 11, 12, 13, 14]


class Once:
    """Does something when the first record is committed, and never lets the run drain."""

    def __init__(self, *acts: Callable[[], None]) -> None:
        self._acts = list(acts)

    def __call__(self, stream: RescueStream) -> bool:
        if has_done(1)(stream):
            acts, self._acts = self._acts, []
            for act in acts:
                act()
        return False


def test_a_topic_deleted_while_it_is_read_ends_the_run(place: Place) -> None:
    place.send([2])
    with pytest.raises(NoInput, match="was deleted while it was read; create it first"):
        place.run_until(Once(place.delete))


@pytest.mark.parametrize("count", [1, 9], ids=["fewer records than were read", "more records than were read"])
def test_a_topic_made_anew_while_it_is_read_ends_the_run(place: Place, count: int) -> None:
    place.send([2])
    with pytest.raises(NoInput, match="was deleted and made anew while it was read"):
        place.run_until(Once(place.make_anew, lambda: place.send(range(count))))
    assert place.committed() in ({}, {0: 0})
