from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pytest
from told_events import event

from fakes.memory import MemoryFeed, MemoryWriter, records
from rescuewire.alerting.alert import Alert
from rescuewire.alerting.lane import Lane, LaneTally, Route
from rescuewire.alerting.lanes import Lanes, WatchedLane
from rescuewire.alerting.receivers import Drained
from rescuewire.alerting.rules import Rule
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.interfaces import Refused
from rescuewire_connectors.record import Place
from rescuewire_connectors.stopping import TooManyDeadLetters, TryAgain
from rescuewire_connectors.watchdog import Watchdog
from rescuewire_schemas.codec import decode_event, encode_event
from rescuewire_schemas.event_filter import EventFilter
from rescuewire_schemas.rescue_event import Form, Harm

PLACE = Place("news", 0)
TEN = Rule("ten", EventFilter(min_victims=10), ("desk",))
ALL = Rule("all", EventFilter(), ("desk",))


class MemoryReceiver:
    """Keeps alerts; before each it does what `before` says."""

    def __init__(self, before: Callable[[Alert], None] = lambda _alert: None, log: list[str] | None = None) -> None:
        self.alerts: list[Alert] = []
        self._before = before
        self._log = [] if log is None else log

    def deliver(self, alert: Alert) -> None:
        self._before(alert)
        self._log.append("deliver")
        self.alerts.append(alert)

    def close(self) -> None:
        """Nothing is held."""


def _lane(
    feed: MemoryFeed, receiver: MemoryReceiver, letters: MemoryWriter | None = None, rules: tuple[Rule, ...] = (TEN,)
) -> Lane:
    return Lane(Route("desk", rules, receiver, decode_event), feed, letters or MemoryWriter())


def _run(lane: Lane) -> None:
    while not lane.finished:
        lane.step()


def _batch(*people: int | bytes | None) -> Any:
    values = [encode_event(event(n, each)) if isinstance(each, int) else each for n, each in enumerate(people)]
    return records(*values)


def test_what_a_rule_asks_for_is_delivered_before_the_offsets_are_committed() -> None:
    log: list[str] = []
    feed, receiver, letters = MemoryFeed(_batch(12, 3, 10), log=log), MemoryReceiver(log=log), MemoryWriter(log=log)
    lane = _lane(feed, receiver, letters)
    _run(lane)
    assert receiver.alerts == [Alert("ten", event(0, 12)), Alert("ten", event(2, 10))]
    assert feed.committed == [{PLACE: 3}]
    assert log[:2] == ["deliver", "deliver"]
    assert log[-1] == "commit"
    assert lane.tally == LaneTally(records=3, alerts=2)


def test_two_rules_make_two_alerts_of_one_event_with_two_keys() -> None:
    receiver = MemoryReceiver()
    lane = _lane(MemoryFeed(_batch(12)), receiver, rules=(TEN, ALL))
    _run(lane)
    assert [alert.key for alert in receiver.alerts] == ["0" * 32 + "-ten", "0" * 32 + "-all"]


def test_what_can_never_be_sent_is_a_dead_letter_and_the_stream_goes_on() -> None:
    def refuse(alert: Alert) -> None:
        if alert == Alert("ten", event(1, 11)):
            raise Refused("refused", "receiver desk: HTTP 422")

    feed, receiver, letters = MemoryFeed(_batch(10, 11, b"junk", None, 14)), MemoryReceiver(refuse), MemoryWriter()
    lane = _lane(feed, receiver, letters, (TEN, ALL))
    _run(lane)
    assert [(letter.record.offset, letter.reason, letter.field) for letter in letters.items] == [
        (1, "refused", "receivers.desk"),
        (2, "unreadable", "receivers.desk"),
    ]
    assert letters.items[0].message == "rule ten: receiver desk: HTTP 422"
    assert [(alert.event.victims.min, alert.rule) for alert in receiver.alerts] == [
        *((10, "ten"), (10, "all"), (11, "all"), (14, "ten"), (14, "all"))
    ]
    assert feed.committed == [{PLACE: 5}]
    assert lane.tally == LaneTally(records=5, alerts=5, dead_letters=2)


@pytest.mark.parametrize("failure", [TryAgain("down"), Drained(), OSError("disk full")])
def test_what_was_delivered_before_a_receiver_gave_up_is_committed(failure: Exception) -> None:
    def fail(alert: Alert) -> None:
        if alert.event.victims.min == 12:
            raise failure

    feed = MemoryFeed(_batch(10, 11, 12, 13))
    lane = _lane(feed, MemoryReceiver(fail))
    with pytest.raises(type(failure)):
        _run(lane)
    assert feed.committed == [{PLACE: 2}]
    assert lane.tally == LaneTally(records=2, alerts=2)


def refuse(_alert: Alert) -> None:
    raise Refused("refused", "receiver desk: HTTP 422")


def test_a_receiver_that_refuses_all_ends_the_process_and_what_is_done_is_committed() -> None:
    feed, letters = MemoryFeed(_batch(10, 11, 12, 13)), MemoryWriter()
    route = Route("desk", (TEN,), MemoryReceiver(refuse), decode_event, DeadLetterLimit(share=0, run=3))
    with pytest.raises(TooManyDeadLetters, match=r"receiver desk: 3 dead letters in succession, the last refused"):
        _run(Lane(route, feed, letters))
    assert (len(letters.items), feed.committed) == (3, [{PLACE: 3}])


def test_where_the_input_has_an_end_the_limit_is_only_told() -> None:
    feed = MemoryFeed(_batch(10, 11, 12, 13))
    limit = DeadLetterLimit(share=0, run=3)
    lane = Lane(Route("desk", (TEN,), MemoryReceiver(refuse), decode_event, limit, False), feed, MemoryWriter())
    _run(lane)
    assert (lane.tally.dead_letters, lane.flood is None) == (4, False)


def test_nothing_is_committed_where_nothing_was_delivered() -> None:
    def fail(_alert: Alert) -> None:
        raise TryAgain("down")

    feed = MemoryFeed(_batch(10))
    with pytest.raises(TryAgain):
        _run(_lane(feed, MemoryReceiver(fail)))
    assert feed.committed == []


def test_offsets_wait_for_dead_letters() -> None:
    feed, letters = MemoryFeed(_batch(b"junk")), MemoryWriter()
    letters.failure = TryAgain("broker away")
    with pytest.raises(TryAgain, match="broker away"):
        _run(_lane(feed, MemoryReceiver(), letters))
    assert feed.committed == []


def test_a_lane_that_drains_finishes_the_record_in_hand() -> None:
    feed = MemoryFeed(_batch(10, 11, 12))
    receiver = MemoryReceiver(lambda _alert: lane.drain())
    lane = _lane(feed, receiver)
    _run(lane)
    assert len(receiver.alerts) == 1
    assert feed.committed == [{PLACE: 1}]


def test_one_receiver_gives_up_and_the_others_commit_what_they_delivered() -> None:
    """The slow one has its first alert in hand while the other fails; it delivers that, and goes no further."""
    stopping, in_hand = threading.Event(), threading.Event()

    def fail(_alert: Alert) -> None:
        in_hand.wait(30)
        raise TryAgain("receiver desk: down")

    def wait(_alert: Alert) -> None:
        in_hand.set()
        stopping.wait(30)

    feeds = MemoryFeed(_batch(10, 11)), MemoryFeed(_batch(10, 11))
    slow = MemoryReceiver(wait)
    lanes = [_lane(feeds[0], MemoryReceiver(fail)), _lane(feeds[1], slow)]
    with pytest.raises(TryAgain, match="receiver desk: down"):
        Lanes([WatchedLane(lane, Watchdog(60)) for lane in lanes], stopping).run()
    assert [feed.committed for feed in feeds] == [[], [{PLACE: 1}]]
    assert len(slow.alerts) == 1


def test_an_event_with_symbols_of_a_later_schema_is_alerted_all_the_same() -> None:
    later = replace(event(), harm=Harm.UNRECOGNISED, forms=(Form.UNRECOGNISED,))
    receiver = MemoryReceiver()
    lane = Lane(Route("desk", (TEN,), receiver, lambda _value: later), MemoryFeed(_batch(12)), MemoryWriter())
    _run(lane)
    (alert,) = receiver.alerts
    assert asdict(alert.event)["harm"] == "UNRECOGNISED"
