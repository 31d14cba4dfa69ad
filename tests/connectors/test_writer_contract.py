"""What every writer of events promises, whatever is behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fakes.keyword_detector import KeywordDetector
from rescuewire.event_codec import RescueEventCodec
from rescuewire.events.reading import read_events_at
from rescuewire_connectors.addresses import StandardStream, parse_sink
from rescuewire_connectors.interfaces import Writer
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.opening import Places, open_event_writer
from rescuewire_connectors.outcome import Outcome, OutcomeKind
from rescuewire_connectors.record import Record
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

TEXT = "Police rescued 1 people. They rescued 2 more."


@dataclass(frozen=True)
class Written:
    """A place for events: how to write there, and to read what is there."""

    address: str

    def open(self) -> Writer[Outcome[RescueEvent]]:
        places = Places(StandardStream(), parse_sink(self.address), None, GroupSettings())
        return open_event_writer(places, RescueEventCodec())

    def read(self) -> list[RescueEvent]:
        return list(read_events_at(self.address, until_end=True))


def outcomes(count: int) -> list[Outcome[RescueEvent]]:
    detector = KeywordDetector(frozenset(Harm))
    found = [detector.detect(Article(id=f"a{number}", title="é", text=TEXT)).events for number in range(count)]
    return [
        Outcome(Record("news", 0, number, b""), OutcomeKind.EVENTS, events, group=f"a{number}")
        for number, events in enumerate(found)
    ]


@pytest.fixture(params=["avro", "jsonl", pytest.param("topic", marks=pytest.mark.kafka)])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    if request.param != "topic":
        return Written(str(tmp_path / f"out.{request.param}"))
    make_topic: Callable[..., Any] = request.getfixturevalue("make_topic")
    return Written(request.getfixturevalue("driver").address(make_topic("events", partitions=1)))


def test_events_come_back_whole_and_in_order(written: Written) -> None:
    writer = written.open()
    for outcome in outcomes(20):
        writer.write(outcome)
    writer.flush()
    writer.complete()
    writer.close()
    assert written.read() == [event for outcome in outcomes(20) for event in outcome.events]


def test_it_can_be_flushed_between(written: Written) -> None:
    writer = written.open()
    for outcome in outcomes(3):
        writer.write(outcome)
        writer.flush()
    writer.complete()
    writer.close()
    assert len(written.read()) == 6


def test_without_events_there_is_something_to_read_and_nothing_in_it(written: Written) -> None:
    writer = written.open()
    writer.complete()
    writer.close()
    assert written.read() == []


def test_it_can_be_closed_twice(written: Written) -> None:
    writer = written.open()
    writer.write(outcomes(1)[0])
    writer.close()
    writer.close()
