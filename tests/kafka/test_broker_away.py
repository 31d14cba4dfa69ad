"""The broker goes away and comes back, once, and three processes live through it in their ways."""

from __future__ import annotations

import json
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from broker import Broker

from fakes.articles import Sent, article, driver_records
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, has_done, run_until, start_command, wait_until
from rescuewire.running import RescueStream
from rescuewire_connectors.stopping import ExitCode, Stop, TryAgain

pytestmark = pytest.mark.kafka
SHORT = {"request": 1.0, "delivery": 2.0, "watchdog": 30.0, "transaction": 40.0}


@dataclass
class Reader:
    """A process that reads a topic in a group of its own."""

    driver: Driver
    source: str
    group: str
    folder: Path

    def start(self) -> subprocess.Popen[str]:
        return start_command(
            *("run", self.driver.address(self.source), str(self.folder / f"{self.group}.avro"), "--group", self.group),
            *("--summary", str(self.folder / f"{self.group}.json"), "--detector", KEYWORD_DETECTOR),
        )

    def has_done_all(self) -> bool:
        return self.driver.lag(self.group, self.source) == 0

    def records(self) -> int:
        return int(json.loads((self.folder / f"{self.group}.json").read_text())["records"])


class Writer:
    """A run in this process that has a batch in hand when the broker goes away."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver = driver
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events")
        make_topic(f"{self.sink}-dlq", exactly=True)
        driver.send(self.source, [Sent(article(text="Police rescued 1 people."), "events")])

    def run_and_stop(self, broker: Broker) -> Stop | None:
        def stop_broker(stream: RescueStream) -> bool:
            if not has_done(1)(stream):
                return False
            self.driver.send(self.source, [Sent(article(text="SLEEP 1. Police rescued 5 people."), "events")])
            wait_until(lambda: stream.holds_batch, "the second batch")
            broker.stop()
            return True

        try:
            self._run(stop_broker, SHORT)
        except Stop as stop:
            return stop
        return None

    def run_again(self) -> None:
        # A broker that has just come back may take more than a second to know its transactions.
        self._run(has_done(1), {})

    def _run(self, enough: object, timeouts: dict[str, float]) -> None:
        places = (self.driver.address(self.source), self.driver.address(self.sink))
        run_until(enough, *places, group=self.source, timeouts=timeouts)  # type: ignore[arg-type]


@dataclass(frozen=True)
class After:
    """What there is to see when the broker is back and all is over."""

    stays: Reader
    stays_code: int
    stops_code: int
    stop_of_writer: Stop | None
    figures_of_writer: list[int | None]


@pytest.fixture(scope="module")
def after(kafka_broker: Broker, make_topic: MakeTopic, tmp_path_factory: pytest.TempPathFactory) -> After:
    driver, folder, source = Driver(kafka_broker.address), tmp_path_factory.mktemp("away"), make_topic("news")
    driver.send(source, driver_records(30, 3))
    stays, stops = (Reader(driver, source, f"{source}-{name}", folder) for name in ("stays", "stops"))
    staying, stopping, writer = stays.start(), stops.start(), Writer(driver, make_topic)
    wait_until(lambda: stays.has_done_all() and stops.has_done_all(), "both readers")

    stop_of_writer = writer.run_and_stop(kafka_broker)
    stopping.send_signal(signal.SIGTERM)
    stops_code = stopping.wait(8)
    kafka_broker.start()

    driver.send(source, driver_records(30, 3))
    writer.run_again()
    wait_until(stays.has_done_all, "the records sent after the restart")
    staying.send_signal(signal.SIGTERM)
    figures = [event.victims.best for event in driver.events(writer.sink)]
    return After(stays, staying.wait(15), stops_code, stop_of_writer, figures)


def test_a_process_with_nothing_in_hand_survives(after: After) -> None:
    assert after.stays_code == ExitCode.DONE
    assert after.stays.records() == 66


def test_a_signal_meanwhile_ends_a_process_at_once(after: After) -> None:
    assert after.stops_code == ExitCode.DONE


def test_a_batch_that_is_not_acknowledged_ends_the_process_uncommitted(after: After) -> None:
    assert isinstance(after.stop_of_writer, TryAgain)
    assert set(after.figures_of_writer) == {1, 5}
