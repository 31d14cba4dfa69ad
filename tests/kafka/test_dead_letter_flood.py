"""A flood of dead letters ends the process, and whoever starts it again gets on."""

from __future__ import annotations

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, has_done, run_command, run_until
from rescuewire_connectors.stopping import ExitCode, TooManyDeadLetters

pytestmark = pytest.mark.kafka
BROKEN = [Sent(b'{"number": %d' % number, "dead_letter") for number in range(700)]


class Flood:
    """A source of broken records and one article after them."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver = driver
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events", partitions=1)
        self.letters = make_topic(f"{self.sink}-dlq", exactly=True)
        driver.send(self.source, [*BROKEN, Sent(article(), "events")])
        self.places = driver.address(self.source), driver.address(self.sink)

    def found(self) -> tuple[int, int]:
        """How many records have one dead letter, and how many letters there are."""
        letters = self.driver.dead_letters(self.letters)
        return len(letters), sum(map(len, letters.values()))

    def committed(self) -> int:
        return self.driver.committed(self.source, self.source)[0]


@pytest.fixture
def flood(driver: Driver, make_topic: MakeTopic) -> Flood:
    return Flood(driver, make_topic)


def test_it_ends_with_65_and_the_words_to_go_on_by(flood: Flood) -> None:
    options = ("--group", flood.source, "--detector", KEYWORD_DETECTOR, "--dead-letter-run", "150")
    ended = run_command("run", *flood.places, *options)
    assert ended.returncode == ExitCode.BAD_DATA == 65
    *_, last_line = ended.stderr.splitlines()
    assert "150 dead letters in succession, the last not_json" in last_line
    assert f"rescuewire dlq list {flood.driver.address(flood.letters)}" in last_line
    assert flood.found() == (150, 150)
    assert flood.committed() == 150
    assert flood.driver.members(flood.source) == 0


def test_each_start_gets_on_and_nothing_is_lost_or_comes_twice(flood: Flood) -> None:
    for start in range(1, 4):
        with pytest.raises(TooManyDeadLetters):
            run_until(lambda _: False, *flood.places, group=flood.source, dead_letter_run=200)
        assert flood.found() == (200 * start, 200 * start)
    run_until(has_done(101), *flood.places, group=flood.source, dead_letter_run=200)
    assert flood.found() == (700, 700)
    assert [event.victims.best for event in flood.driver.events(flood.sink)] == [12]


def test_without_a_limit_it_goes_on(flood: Flood) -> None:
    run_until(has_done(701), *flood.places, group=flood.source, dead_letter_share=0.0, dead_letter_run=0)
    assert flood.found() == (700, 700)
