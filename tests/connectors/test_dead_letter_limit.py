from __future__ import annotations

from typing import Any

import pytest

from fakes.memory import MemoryFeed, MemoryWriter, records
from rescuewire_connectors.dead_letter_limit import NO_LIMIT, DeadLetterLimit, FloodWatch
from rescuewire_connectors.outcome import Outcome, OutcomeKind, dead_letter_outcome
from rescuewire_connectors.record import Record
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_connectors.stream import Ends, Stream
from rescuewire_connectors.watchdog import Watchdog

RECORD = Record("news", 0, 0, b"")
LETTER: Outcome[Any] = dead_letter_outcome(RECORD, "no_text", "no text")
SOUND: Outcome[Any] = Outcome(RECORD, OutcomeKind.NO_EVENT)


def watch(limit: DeadLetterLimit, outcomes: str) -> str | None:
    """What is found after these outcomes: `x` a dead letter, `.` none."""
    watching = FloodWatch(limit)
    for sign in outcomes:
        watching.see("no_text" if sign == "x" else None)
    return watching.found


SHARE = DeadLetterLimit(share=0.5, window=10, run=0)
RUN = DeadLetterLimit(share=0, run=4)


@pytest.mark.parametrize(
    ("limit", "outcomes", "is_flood"),
    [
        (SHARE, "xxxxx.....", False),
        (SHARE, "xxxxxx....", True),
        (SHARE, "xxxxxxxxx", False),
        (SHARE, ".....xxxxx", False),
        (SHARE, ".....xxxxx.....xxxx", False),
        (SHARE, ".....xxxxxx", True),
        (SHARE, "xxxxxx....................", True),
        (RUN, "xxx.xxx.xxx", False),
        (RUN, "..xxxx", True),
        (NO_LIMIT, "x" * 5_000, False),
        (DeadLetterLimit(), "x" * 499 + ".", False),
        (DeadLetterLimit(), "x" * 500, True),
        (DeadLetterLimit(), "x." * 2_500, False),
        (DeadLetterLimit(), "xxxx." * 200, False),
        (DeadLetterLimit(), "xxxxxxx." * 200, True),
    ],
)
def test_a_flood_is_a_share_of_the_window_or_a_run(limit: DeadLetterLimit, outcomes: str, is_flood: bool) -> None:
    assert (watch(limit, outcomes) is not None) is is_flood


def test_the_words_name_figures_reasons_and_the_setting() -> None:
    assert watch(SHARE, "x.xxxx.xx.") == "7 dead letters in the last 10 records: 7 no_text (--dead-letter-share)"
    assert watch(RUN, "xxxx") == "4 dead letters in succession, the last no_text (--dead-letter-run)"


def test_what_was_found_first_is_kept() -> None:
    assert watch(RUN, "xxxxxxxx") == watch(RUN, "xxxx")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"share": 1.0}, "share 1"),
        ({"share": -0.1}, "share -0.1"),
        ({"window": 0}, "window 0"),
        ({"run": -1}, "run -1"),
    ],
)
def test_what_is_no_limit_is_refused(words: dict[str, Any], said: str) -> None:
    with pytest.raises(WrongUsage, match=f"--dead-letter-{said}: "):
        DeadLetterLimit(**words)


@pytest.mark.parametrize(("drains", "taken"), [(True, 2), (False, 5)])
def test_a_flood_lets_the_stream_drain_where_it_has_no_end(drains: bool, taken: int) -> None:
    feed, letters = MemoryFeed(records(*[b"x"] * 5)), MemoryWriter()
    limit = DeadLetterLimit(share=0, run=2)
    stream: Stream[str] = Stream(Ends(feed, Sink(MemoryWriter(), letters)), Watchdog(60), limit, drains_at_limit=drains)
    for record in iter(stream.next_record, None):
        stream.take(dead_letter_outcome(record, "not_json", "broken"))
    stream.settle()
    stream.close()
    assert stream.flood is not None
    assert len(letters.items) == stream.tally.records == taken
    assert feed.committed == [{RECORD.place: taken}]


def test_events_that_the_sink_refuses_are_a_flood_when_their_batch_is_settled() -> None:
    feed, events = MemoryFeed(records(b"x", b"x"), records(b"x", first=2)), MemoryWriter()
    limit = DeadLetterLimit(share=0, run=2)
    stream: Stream[str] = Stream(Ends(feed, Sink(events, MemoryWriter())), Watchdog(60), limit)
    for record in iter(stream.next_record, None):
        events.refused.append(Outcome(record, OutcomeKind.EVENTS, ("event",)))
        stream.take(events.refused[-1])
    stream.settle()
    assert stream.flood == "2 dead letters in succession, the last too_large (--dead-letter-run)"
    assert stream.next_record() is None
    assert stream.finished
    stream.close()
