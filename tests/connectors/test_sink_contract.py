"""What every sink promises, whatever is behind it, and however its batches become durable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fakes.keyword_detector import KeywordDetector
from rescuewire.event_codec import RescueEventCodec
from rescuewire.events.reading import read_events_at
from rescuewire_connectors.addresses import FileAddress, FileForm, SinkAddress, parse_sink
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.opening import Places, open_ends
from rescuewire_connectors.outcome import Outcome, OutcomeKind, dead_letter_outcome
from rescuewire_connectors.record import Record
from rescuewire_connectors.stream import Ends
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

TEXT = "Police rescued 1 people. They rescued 2 more."


@dataclass(frozen=True)
class Written:
    """Places for events and dead letters: how to write there, and to read what is there."""

    events: SinkAddress
    dead_letters: SinkAddress
    folder: Path
    read_dead_letters: Callable[[], int]
    exactly_once: bool = False

    def open(self) -> Ends[RescueEvent]:
        source = self.folder / "in.jsonl"
        source.touch()
        kafka = GroupSettings(state_folder=self.folder / "state")
        source_address = FileAddress(source, FileForm.JSON_LINES)
        places = Places(source_address, self.events, self.dead_letters, kafka, self.exactly_once)
        return open_ends(places, RescueEventCodec())

    def read(self) -> list[RescueEvent]:
        return list(read_events_at(str(self.events), until_end=True))


def settle(ends: Ends[RescueEvent]) -> None:
    """As a stream does it."""
    ends.sink.flush()
    ends.feed.commit({})


def finish(ends: Ends[RescueEvent]) -> None:
    settle(ends)
    ends.sink.complete()
    ends.close()


def outcomes(count: int) -> list[Outcome[RescueEvent]]:
    detector = KeywordDetector(frozenset(Harm))
    found = [detector.detect(Article(id=f"a{number}", title="é", text=TEXT)).events for number in range(count)]
    return [
        Outcome(Record("news", 0, number, b""), OutcomeKind.EVENTS, events, group=f"a{number}")
        for number, events in enumerate(found)
    ]


@pytest.fixture(
    params=[
        "avro",
        "jsonl",
        pytest.param("topic, at least once", marks=pytest.mark.kafka),
        pytest.param("topic, exactly once", marks=pytest.mark.kafka),
    ]
)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    if request.param in {"avro", "jsonl"}:
        events, letters = tmp_path / f"out.{request.param}", tmp_path / "dead.jsonl"
        return Written(
            parse_sink(str(events)), parse_sink(str(letters)), tmp_path, lambda: len(letters.read_text().splitlines())
        )
    return _topics(request, tmp_path)


def _topics(request: pytest.FixtureRequest, tmp_path: Path) -> Written:
    make_topic: Callable[..., Any] = request.getfixturevalue("make_topic")
    driver = request.getfixturevalue("driver")
    events, letters = make_topic("events", partitions=1), make_topic("letters")
    return Written(
        parse_sink(driver.address(events)),
        parse_sink(driver.address(letters)),
        tmp_path,
        lambda: len(driver.records(letters)),
        request.param == "topic, exactly once",
    )


def test_events_come_back_whole_and_in_order(written: Written) -> None:
    ends = written.open()
    for outcome in outcomes(20):
        ends.sink.write(outcome)
    finish(ends)
    assert written.read() == [event for outcome in outcomes(20) for event in outcome.events]


def test_batch_after_batch_can_be_settled(written: Written) -> None:
    ends = written.open()
    for outcome in outcomes(3):
        ends.sink.write(outcome)
        settle(ends)
    finish(ends)
    assert len(written.read()) == 6


def test_dead_letters_come_back(written: Written) -> None:
    ends = written.open()
    ends.sink.write(dead_letter_outcome(Record("news", 0, 0, b"{"), "not_json", "broken"))
    ends.sink.write(outcomes(1)[0])
    finish(ends)
    assert written.read_dead_letters() == 1
    assert len(written.read()) == 2


def test_without_events_there_is_something_to_read_and_nothing_in_it(written: Written) -> None:
    finish(written.open())
    assert written.read() == []


def test_it_can_be_closed_twice(written: Written) -> None:
    ends = written.open()
    ends.sink.write(outcomes(1)[0])
    ends.close()
    ends.close()
