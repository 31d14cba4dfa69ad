"""From the pipeline to its dead letters, by replay back into the pipeline, and once more."""

from __future__ import annotations

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic, header_values
from fakes.running import has_done, run_command, run_until
from faults.expected import events_of
from rescuewire_connectors.dead_letters import REASON
from rescuewire_connectors.stopping import ExitCode
from rescuewire_connectors.stored_letters import REPLAYS

pytestmark = pytest.mark.kafka
LONG = Sent(
    article(id="long", text="Police rescued 1 people. They rescued 2 in " + "a very long sentence " * 300), "events"
)
SHORT = Sent(article(id="short"), "events")


class Place:
    """A source, and a sink that takes only small events."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver = driver
        self.source, self.small = make_topic("news", partitions=1), make_topic("events", max_message_bytes="4000")
        self.letters = make_topic(f"{self.small}-dlq", exactly=True)
        self.wide = make_topic("wide")
        make_topic(f"{self.wide}-dlq", exactly=True)

    def run(self, sink: str, records: int) -> None:
        run_until(has_done(records), self.driver.address(self.source), self.driver.address(sink), group=self.source)

    def replay(self) -> str:
        ended = run_command("dlq", "replay", self.driver.address(self.letters))
        assert ended.returncode == ExitCode.DONE
        return ended.stderr


@pytest.fixture
def place(driver: Driver, make_topic: MakeTopic) -> Place:
    made = Place(driver, make_topic)
    driver.send(made.source, [LONG, SHORT])
    made.run(made.small, 2)
    return made


def test_a_replayed_article_keeps_its_event_ids(place: Place) -> None:
    place.replay()
    place.run(place.wide, 1)
    assert [event.event_id for event in place.driver.events(place.wide)] == events_of(LONG)


def test_a_letter_of_a_replayed_article_counts_one_hop_more_until_it_is_left_alone(place: Place) -> None:
    for hop in range(1, 4):
        assert place.replay().startswith("rescuewire: 1 dead letter replayed")
        place.run(place.small, 1)
        headers = [header_values(record) for record in place.driver.records(place.letters)]
        told = [header.get(REPLAYS, "0") for header in headers if header.get(REASON) == "too_large"]
        assert sorted(told) == [str(number) for number in range(hop + 1)]
    assert place.replay() == (
        "rescuewire: 0 dead letters replayed; 3 replayed before; 1 replayed too often (--max-hops)\n"
    )


def test_a_letter_without_its_value_cannot_be_replayed(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news", partitions=1), make_topic("events")
    letters = make_topic(f"{sink}-dlq", exactly=True, max_message_bytes="4000")
    driver.send(source, [Sent(b"x" * 5_000, "dead_letter"), Sent(b"{", "dead_letter")])
    run_until(has_done(2), driver.address(source), driver.address(sink), group=source)
    ended = run_command("dlq", "replay", driver.address(letters))
    assert ended.returncode == ExitCode.NO_INPUT
    assert ended.stderr == (
        "rescuewire: 1 dead letter replayed; 1 without their value, which was too large for the topic of dead letters: "
        "take them from their source\n"
    )
    assert [record.value for record in driver.records(source)][2:] == [b"{"]


def test_a_letter_is_shown_in_full(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news", partitions=1), make_topic("events")
    letters = make_topic(f"{sink}-dlq", exactly=True, partitions=1)
    driver.send(source, [Sent(article(text=""), "dead_letter")])
    run_until(has_done(1), driver.address(source), driver.address(sink), group=source)
    shown = run_command("dlq", "show", driver.address(letters), "0/0").stdout
    for words in ("no_text", f"{source} 0/0", "k0", "header n", '  "id": "a",\n', f"{len(article(text=''))} bytes"):
        assert words in shown
    assert run_command("dlq", "show", driver.address(letters), "0/1").returncode == ExitCode.NO_INPUT
