"""1,000 articles and 50 broken records through the command line and a real broker, checked record by record."""

from __future__ import annotations

import json
import signal
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest

from fakes.articles import Sent, driver_records
from fakes.kafka_driver import Driver, MakeTopic, reason_and_field
from fakes.running import KEYWORD_DETECTOR, run_command, start_command, wait_until
from rescuewire_connectors.outcome import OutcomeKind

pytestmark = pytest.mark.kafka
GROUP = "end-to-end"


@dataclass(frozen=True)
class Finished:
    """A run that has ended, and everything that is known of it."""

    driver: Driver
    source: str
    sink: str
    sent: dict[tuple[int, int], Sent]
    code: int
    said: str
    summary: dict[str, Any]


@pytest.fixture(scope="module")
def finished(kafka_broker: Any, make_topic: MakeTopic, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    driver = Driver(kafka_broker.address)
    source, sink = make_topic("news", partitions=4), make_topic("events", partitions=3)
    make_topic(f"{sink}-dlq", exactly=True)
    sent = driver.send(source, driver_records(1_000, 50))
    summary = tmp_path_factory.mktemp("summary") / "summary.json"
    process = start_command(
        *("run", driver.address(source), driver.address(sink), "--group", GROUP),
        *("--summary", str(summary), "--detector", KEYWORD_DETECTOR),
    )
    wait_until(lambda: driver.lag(GROUP, source) == 0, "all records to be committed")
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    return Finished(driver, source, sink, sent, process.returncode, said, json.loads(summary.read_text()))


def test_it_drains_and_says_the_counts_in_one_line(finished: Finished) -> None:
    assert finished.code == 0
    *dead_letters, last_line = finished.said.splitlines()
    assert last_line.startswith("rescuewire: 1,050 records, 200 events; outcomes: ")
    assert len(dead_letters) == 50


def test_the_summary_counts_the_outcomes_that_the_driver_expects(finished: Finished) -> None:
    expected = Counter(each.outcome for each in finished.sent.values())
    assert finished.summary["records"] == len(finished.sent) == 1_050
    assert finished.summary["outcomes"] == {kind.value: expected[kind.value] for kind in OutcomeKind}


def test_each_broken_record_is_one_dead_letter_with_its_reason(finished: Finished) -> None:
    letters = finished.driver.dead_letters(f"{finished.sink}-dlq")
    expected = {place: each for place, each in finished.sent.items() if each.outcome == "dead_letter"}
    assert letters.keys() == expected.keys()
    for place, each in expected.items():
        (letter,) = letters[place]
        assert letter.value == each.value
        assert reason_and_field(letter) == (each.reason, each.field)


def test_each_article_has_its_events_once_in_text_order_in_one_partition(finished: Finished) -> None:
    records = finished.driver.records(finished.sink)
    events = finished.driver.events(finished.sink)
    told: dict[str, list[tuple[int, int | None]]] = {}
    for record, event in zip(records, events, strict=True):
        assert record.key == event.event_id.encode()
        told.setdefault(event.article.id, []).append((record.partition, event.victims.best))
    assert len(told) == 100
    for article, found in told.items():
        number = int(article[1:])
        assert [best for _, best in found] == [number, number + 1]
        assert len({partition for partition, _ in found}) == 1


def test_tail_reads_the_events_back(finished: Finished) -> None:
    ended = run_command("tail", finished.driver.address(finished.sink), "--until-end", "--format", "json")
    read = [json.loads(line)["event_id"] for line in ended.stdout.splitlines()]
    assert sorted(read) == sorted(event.event_id for event in finished.driver.events(finished.sink))


def test_kafkas_own_console_consumer_reads_them_too(finished: Finished) -> None:
    read = finished.driver.console_consumer(finished.sink)
    assert sorted(read) == sorted(event.event_id for event in finished.driver.events(finished.sink))


def test_the_member_has_left_its_group(finished: Finished) -> None:
    assert finished.driver.members(GROUP) == 0
