"""Dead letters as other programs find them on their topic."""

from __future__ import annotations

from typing import Any

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic, header_values
from fakes.running import has_done, run_until
from kafka import KafkaProducer
from rescuewire_connectors.dead_letters import OFFSET, REASON, TIMESTAMP, TOPIC, TRUNCATED
from rescuewire_connectors.outcome import OutcomeKind
from rescuewire_connectors.record import Record

pytestmark = pytest.mark.kafka
SMALL = "4000"


class Place:
    """A source whose sink and dead letters take only small records."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver = driver
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events", max_message_bytes=SMALL)
        self.letters = make_topic(f"{self.sink}-dlq", exactly=True, max_message_bytes=SMALL)

    def run(self, *sent: Sent) -> Any:
        self.driver.send(self.source, sent)
        return run_until(
            has_done(len(sent)), self.driver.address(self.source), self.driver.address(self.sink), group=self.source
        )

    def letter(self) -> Record:
        (record,) = self.driver.records(self.letters)
        return record


@pytest.fixture
def place(driver: Driver, make_topic: MakeTopic) -> Place:
    return Place(driver, make_topic)


def test_the_record_is_there_as_it_came(place: Place) -> None:
    place.run(Sent(b"\xff{", "dead_letter"))
    letter, headers = place.letter(), header_values(place.letter())
    assert (letter.key, letter.value, headers["n"]) == (b"k0", b"\xff{", "0")
    assert (headers[TOPIC], headers[OFFSET], headers[REASON]) == (place.source, "0", "not_utf8")
    assert headers[TIMESTAMP] == str(place.driver.records(place.source)[0].timestamp_ms)


def test_a_value_too_large_for_the_topic_is_left_out(place: Place) -> None:
    place.run(Sent(b"x" * 5_000, "dead_letter"))
    letter = place.letter()
    assert letter.value is None
    assert header_values(letter)[TRUNCATED] == "5000"


def test_an_event_too_large_for_the_topic_makes_a_dead_letter_of_its_article(place: Place) -> None:
    text = "Police rescued 1 people. They rescued 2 in " + "a very long sentence " * 300 + "."
    tally = place.run(Sent(article(text=text), "dead_letter"), Sent(article(), "events"))
    assert tally.outcomes[OutcomeKind.DEAD_LETTER] == 1
    assert header_values(place.letter())[REASON] == "too_large"
    assert [event.victims.best for event in place.driver.events(place.sink)] == [12]


def test_many_small_events_fit_a_topic_that_takes_only_small_batches(place: Place) -> None:
    text = " ".join(f"Police rescued {number} people." for number in range(500))
    assert place.run(Sent(article(text=text), "events")).events == 500
    assert len(place.driver.records(place.sink)) == 500


def test_a_null_key_is_kept(place: Place) -> None:
    with_no_key = KafkaProducer(bootstrap_servers=place.driver.server)
    with_no_key.send(place.source, b"{")
    with_no_key.flush()
    with_no_key.close()
    run_until(has_done(1), place.driver.address(place.source), place.driver.address(place.sink), group=place.source)
    assert place.letter().key is None
