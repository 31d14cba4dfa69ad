"""The lane: one receiver, with its own place in the stream of events, so that none waits for another.

A batch is delivered alert by alert; then dead letters are made durable, then the offsets are committed. A process that
dies in between does the batch again, with the same keys. What is delivered of a batch when a receiver gives up, or when
the process is told to end, is committed before it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rescuewire.alerting.alert import Alert
from rescuewire.alerting.receivers import Drained, Receiver
from rescuewire.alerting.rules import Rule
from rescuewire.logs.batches import log_dead_letter
from rescuewire_connectors.batches import BatchReader
from rescuewire_connectors.dead_letter_limit import NO_LIMIT, DeadLetterLimit, FloodWatch
from rescuewire_connectors.interfaces import BrokerFeed, Feed, Refused, Standing, Writer
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.stopping import Stop, TooManyDeadLetters
from rescuewire_schemas.codec import CodecError
from rescuewire_schemas.rescue_event import RescueEvent


@dataclass
class LaneTally:
    """What is done and will not be done again: records read, alerts delivered, dead letters written."""

    records: int = 0
    alerts: int = 0
    dead_letters: int = 0

    def add(self, other: LaneTally) -> None:
        """Count what another counted."""
        self.records += other.records
        self.alerts += other.alerts
        self.dead_letters += other.dead_letters


@dataclass(frozen=True)
class Route:
    """What a lane joins: the receiver by its name, and the rules that send to it.

    `decode` raises CodecError where a value is no event. Over the `limit` of dead letters the lane stops where
    `stops_at_limit`, else it only tells of them in `flood`.
    """

    name: str
    rules: tuple[Rule, ...]
    receiver: Receiver
    decode: Callable[[bytes], RescueEvent]
    limit: DeadLetterLimit = NO_LIMIT
    stops_at_limit: bool = True


class Lane:
    """Takes the events of a feed to one receiver. `tally` counts what is committed."""

    def __init__(self, route: Route, feed: Feed, dead_letters: Writer[DeadLetter]) -> None:
        self.name = route.name
        self.tally = LaneTally()
        self._route = route
        self._feed = feed
        self._reader = BatchReader(feed)
        self._dead_letters = dead_letters
        self._next_offsets: dict[Place, int] = {}
        self._in_hand = LaneTally()
        self._letters_in_hand: list[DeadLetter] = []
        self._flood = FloodWatch(route.limit)

    @property
    def flood(self) -> str | None:
        """How dead letters went over the limit, in words; None where they did not."""
        return self._flood.found

    @property
    def standing(self) -> Standing | None:
        """How the feed stands with its broker; None where it has none."""
        return self._feed.standing() if isinstance(self._feed, BrokerFeed) else None

    @property
    def exhausted(self) -> bool:
        """True when the feed has ended by itself and all of it is done."""
        return self._reader.exhausted

    @property
    def finished(self) -> bool:
        """True when nothing will come any more."""
        return self._reader.finished

    def drain(self) -> None:
        """Fetch no further batch, and cut the one in hand after the alert in hand."""
        self._reader.drain()

    def step(self) -> None:
        """Do the next record, or settle the batch; raise Stop where the receiver or the feed fails."""
        record = self._reader.next_record()
        if record is None:
            self._settle()
            return
        try:
            self._do(record)
            self._stop_at_limit()
        except (Drained, Stop, OSError):
            self._settle()
            raise

    def _stop_at_limit(self) -> None:
        if self.flood is not None and self._route.stops_at_limit:
            raise too_many_dead_letters(self.name, self.flood)

    def _do(self, record: Record) -> None:
        done = LaneTally(records=1)
        for alert in self._alerts(record, done):
            self._deliver(alert, record, done)
        self._in_hand.add(done)
        self._next_offsets[record.place] = record.offset + 1

    def _alerts(self, record: Record, done: LaneTally) -> Iterator[Alert]:
        if record.value is None:  # a tombstone: compaction has taken the event
            return
        try:
            event = self._route.decode(record.value)
        except CodecError as error:
            self._give_up(record, done, "unreadable", str(error))
            return
        yield from (Alert(rule.name, event) for rule in self._route.rules if rule.wanted.matches(event))

    def _deliver(self, alert: Alert, record: Record, done: LaneTally) -> None:
        try:
            self._route.receiver.deliver(alert)
        except Refused as refused:
            self._give_up(record, done, refused.reason, f"rule {alert.rule}: {refused.message}")
            return
        done.alerts += 1
        self._flood.see(None)

    def _give_up(self, record: Record, done: LaneTally, reason: str, message: str) -> None:
        letter = DeadLetter(record, reason, message, f"receivers.{self.name}")
        self._dead_letters.write(letter)
        self._letters_in_hand.append(letter)
        done.dead_letters += 1
        self._flood.see(reason)

    def _settle(self) -> None:
        if not self._next_offsets:
            return
        self._dead_letters.flush()
        self._reader.commit(self._next_offsets)
        self.tally.add(self._in_hand)
        for letter in self._letters_in_hand:
            log_dead_letter(letter)
        self._letters_in_hand.clear()
        self._next_offsets, self._in_hand = {}, LaneTally()


def too_many_dead_letters(receiver: str, flood: str) -> TooManyDeadLetters:
    """How the process ends at the limit."""
    advice = "look at them with rescuewire dlq list, mend the cause, start me again"
    return TooManyDeadLetters(f"receiver {receiver}: {flood}; what is done is committed; {advice}")
