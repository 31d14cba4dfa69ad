"""Stopped in the middle, in good order and by force: nothing is lost, and what is done twice is equal."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, start_command, wait_until

pytestmark = pytest.mark.kafka
COUNT = 1_100
"""Three batches, so that there is a middle."""


class Restarted:
    """A run of slow articles that can be started again and again."""

    def __init__(self, driver: Driver, make_topic: MakeTopic, folder: Path) -> None:
        self.driver = driver
        self.delivery = "exactly_once"
        self.source, self.sink = make_topic("news", partitions=1), make_topic("events")
        make_topic(f"{self.sink}-dlq", exactly=True)
        self.summary = folder / "summary.json"

    def send(self, sent: list[Sent]) -> None:
        self.driver.send(self.source, sent)

    def start(self) -> subprocess.Popen[str]:
        return start_command(
            *("run", self.driver.address(self.source), self.driver.address(self.sink), "--group", self.source),
            *("--summary", str(self.summary), "--detector", KEYWORD_DETECTOR, "--delivery", self.delivery),
        )

    def committed(self) -> int:
        return sum(self.driver.committed(self.source, self.source).values())

    def wait_for_the_middle(self) -> None:
        wait_until(lambda: self.committed() > 0, "a batch to be committed")

    def wait_for_the_slow_one(self) -> None:
        """The group commits where it begins, just before it reads."""
        wait_until(lambda: bool(self.driver.committed(self.source, self.source)), "the group to begin")
        time.sleep(2)

    def finish(self) -> None:
        process = self.start()
        wait_until(lambda: self.committed() == COUNT, "all batches to be committed")
        self.drain(process)

    def drain(self, process: subprocess.Popen[str]) -> None:
        for _ in range(2):  # as `timeout` does, which signals the process and then its group
            process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 0, said

    def counted(self) -> int:
        return int(json.loads(self.summary.read_text())["records"])


def _slow(number: int) -> Sent:
    return Sent(article(id=f"a{number}", text=f"SLEEP 0.002 rescued {number} people."), "events")


@pytest.fixture
def restarted(driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> Restarted:
    return Restarted(driver, make_topic, tmp_path)


def test_a_drained_run_goes_on_where_it_stopped(restarted: Restarted) -> None:
    restarted.send([_slow(number) for number in range(COUNT)])
    process = restarted.start()
    restarted.wait_for_the_middle()
    restarted.drain(process)
    first, committed = restarted.counted(), restarted.committed()
    assert first == committed
    assert 0 < first < COUNT
    restarted.finish()
    assert first + restarted.counted() == COUNT
    figures = [event.victims.best for event in restarted.driver.events(restarted.sink)]
    assert sorted(figures, key=lambda figure: figure or 0) == list(range(COUNT))


@pytest.mark.parametrize("delivery", ["exactly_once", "at_least_once"])
def test_a_killed_run_loses_nothing(restarted: Restarted, delivery: str) -> None:
    restarted.delivery = delivery
    restarted.send([_slow(number) for number in range(COUNT)])
    process = restarted.start()
    restarted.wait_for_the_middle()
    process.kill()
    process.communicate()
    restarted.finish()
    records = restarted.driver.records(restarted.sink)
    assert {event.victims.best for event in restarted.driver.events(restarted.sink)} == set(range(COUNT))
    assert len({(record.key, record.value) for record in records}) == COUNT
    assert delivery == "at_least_once" or len(records) == COUNT


def test_a_second_signal_ends_it_at_once(restarted: Restarted) -> None:
    restarted.send([Sent(article(text="SLEEP 18"), "no_event")])
    process = restarted.start()
    restarted.wait_for_the_slow_one()
    process.send_signal(signal.SIGTERM)
    time.sleep(1.5)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=5)
    assert process.returncode == 75, said
    assert "second SIGTERM" in said
    assert restarted.committed() == 0


@pytest.mark.parametrize("seconds", [0.0, 4.0], ids=["while importing", "while connecting"])
def test_a_signal_during_start_ends_it_at_once(tmp_path: Path, seconds: float) -> None:
    words = ("run", "kafka://127.0.0.1:1/news", str(tmp_path / "out.avro"), "--detector", KEYWORD_DETECTOR)
    process = start_command(*words)
    wait_until(lambda: handles_sigterm(process), "the process to handle signals")
    time.sleep(seconds)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=5)
    assert process.returncode == 0, said
    assert said == "rescuewire: SIGTERM before anything was read; nothing to finish\n"


def handles_sigterm(process: subprocess.Popen[str]) -> bool:
    status = Path(f"/proc/{process.pid}/status").read_text()
    caught = int(next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt")), 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)
