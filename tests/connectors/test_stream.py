from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fakes.memory import MemoryFeed, MemoryWriter, records
from rescuewire_connectors.outcome import Outcome, OutcomeKind, dead_letter_outcome
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.replicas import take_replica
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.stopping import TryAgain
from rescuewire_connectors.stream import Ends, Stream, StreamSettings, close_stream, stream_for
from rescuewire_connectors.watchdog import Watchdog


class Parts:
    """A stream of two batches over two partitions, and everything it is made of."""

    def __init__(self) -> None:
        self.log: list[str] = []
        first = [*records(b"a", b"b", first=4), *records(b"c", partition=1, first=9)]
        self.feed = MemoryFeed(first, records(b"d", first=6), log=self.log)
        self.events = MemoryWriter(name="events", log=self.log)
        self.dead_letters = MemoryWriter(name="dead letters", log=self.log)
        self.stream: Stream[str] = Stream(Ends(self.feed, Sink(self.events, self.dead_letters)), Watchdog(60))


@pytest.fixture
def parts() -> Iterator[Parts]:
    made = Parts()
    yield made
    made.stream.close()


def no_event(record: Record) -> Outcome[str]:
    return Outcome(record, OutcomeKind.NO_EVENT)


def take_batch(stream: Stream[Any]) -> list[Outcome[str]]:
    outcomes = [no_event(record) for record in iter(stream.next_record, None)]
    for outcome in outcomes:
        stream.take(outcome)
    return outcomes


def test_offsets_are_committed_after_everything_is_durable(parts: Parts) -> None:
    take_batch(parts.stream)
    parts.stream.settle()
    assert parts.log == ["flush events", "flush dead letters", "commit"]


def test_records_without_events_move_the_offsets_too(parts: Parts) -> None:
    take_batch(parts.stream)
    parts.stream.settle()
    assert parts.feed.committed == [{Place("news", 0): 6, Place("news", 1): 10}]


@pytest.mark.parametrize("which", ["events", "dead_letters"])
def test_nothing_is_committed_when_something_is_not_durable(parts: Parts, which: str) -> None:
    getattr(parts, which).failure = TryAgain("the broker is away")
    take_batch(parts.stream)
    with pytest.raises(TryAgain):
        parts.stream.settle()
    assert parts.feed.committed == []
    assert parts.stream.tally.records == 0


def test_the_failure_is_kept_since_beam_hands_on_only_its_text(parts: Parts) -> None:
    parts.events.failure = TryAgain("the broker is away")
    take_batch(parts.stream)
    with pytest.raises(TryAgain):
        parts.stream.settle()
    assert parts.stream.failure is parts.events.failure


def test_a_record_without_outcome_stops_the_stream(parts: Parts) -> None:
    parts.stream.next_record()
    with pytest.raises(RuntimeError, match="3 records were read but 0 outcomes"):
        parts.stream.settle()


def test_an_empty_bundle_settles_nothing(parts: Parts) -> None:
    parts.stream.settle()
    assert parts.log == []


def test_outcomes_are_counted_when_committed(parts: Parts) -> None:
    outcomes = take_batch(parts.stream)
    assert parts.stream.tally.records == 0
    parts.stream.settle()
    assert parts.stream.tally.records == len(outcomes) == 3
    assert parts.stream.tally.outcomes[OutcomeKind.NO_EVENT] == 3


def test_events_and_dead_letters_go_their_ways(parts: Parts) -> None:
    batch = list(iter(parts.stream.next_record, None))
    told: Outcome[str] = Outcome(batch[0], OutcomeKind.EVENTS, ("event",))
    broken: Outcome[str] = dead_letter_outcome(batch[1], "not_json", "broken")
    for outcome in (told, broken, no_event(batch[2])):
        parts.stream.take(outcome)
    assert parts.events.items == parts.dead_letters.items == []
    parts.stream.settle()
    assert parts.events.items == [told]
    assert parts.dead_letters.items == [broken.dead_letter]


def test_events_that_cannot_be_written_make_a_dead_letter_of_the_article(parts: Parts) -> None:
    batch = list(iter(parts.stream.next_record, None))
    told: Outcome[str] = Outcome(batch[0], OutcomeKind.EVENTS, ("event", "event"))
    parts.events.refused = [told]
    for outcome in (told, no_event(batch[1]), no_event(batch[2])):
        parts.stream.take(outcome)
    parts.stream.settle()
    assert parts.events.items == []
    assert [letter.reason for letter in parts.dead_letters.items] == ["too_large"]
    assert parts.stream.tally.outcomes[OutcomeKind.DEAD_LETTER] == 1
    assert parts.stream.tally.events == 0


def _ends() -> Ends[str]:
    return Ends(MemoryFeed(), Sink(MemoryWriter(), MemoryWriter()))


def test_a_process_has_one_stream_of_a_name() -> None:
    settings: StreamSettings[str] = StreamSettings("a", _ends)
    assert stream_for(settings) is stream_for(StreamSettings("a", _ends))
    close_stream(settings)


def test_a_closed_stream_lets_go_of_everything(tmp_path: Path) -> None:
    feed, events = MemoryFeed(), MemoryWriter()
    replica = take_replica(tmp_path, "cluster", "group", "name")
    settings: StreamSettings[str] = StreamSettings("b", lambda: Ends(feed, Sink(events, MemoryWriter()), replica))
    stream_for(settings)
    close_stream(settings)
    assert feed.closed
    assert events.closed
    take_replica(tmp_path, "cluster", "group", "name").close()


def test_followers_are_told_of_a_batch_after_its_commit(parts: Parts) -> None:
    told: list[tuple[int, list[str]]] = []
    parts.stream.followers.append(lambda batch: told.append((len(batch.outcomes), list(parts.log))))
    take_batch(parts.stream)
    assert told == []
    parts.stream.settle()
    assert told == [(3, ["flush events", "flush dead letters", "commit"])]


def test_a_stream_is_alive_while_its_watchdog_is_satisfied() -> None:
    watchdog = Watchdog(10_000)
    stream: Stream[str] = Stream(Ends(MemoryFeed(), Sink(MemoryWriter(), MemoryWriter())), watchdog)
    assert stream.alive
    watchdog._last -= 10_001
    assert not stream.alive
    watchdog.beat()
    assert stream.alive
    stream.close()


def test_a_feed_without_a_broker_has_no_standing(parts: Parts) -> None:
    assert parts.stream.standing is None
