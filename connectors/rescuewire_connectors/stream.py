"""The stream: a feed and a sink joined by the protocol of delivery, one a process.

Beam hands each bundle to whatever instance of a transform it likes, so clients cannot live in transforms. A
transform carries `StreamSettings`, and finds the open stream of its process by them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from rescuewire_connectors.batches import BatchReader
from rescuewire_connectors.dead_letter_limit import NO_LIMIT, DeadLetterLimit, FloodWatch
from rescuewire_connectors.interfaces import BrokerFeed, Feed, Standing
from rescuewire_connectors.outcome import CommittedBatch, Outcome, Tally
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.replicas import Replica
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.suspects import NO_SUSPECTS, Suspects
from rescuewire_connectors.watchdog import Watchdog

Event = TypeVar("Event")


@dataclass(frozen=True)
class Ends(Generic[Event]):
    """The two ends of a stream, open. `replica` is the process's name among its like, None where it needs none."""

    feed: Feed
    sink: Sink[Event]
    replica: Replica | None = None

    @property
    def suspects(self) -> Suspects:
        """What is known of records that killed the process."""
        return NO_SUSPECTS if self.replica is None else self.replica.suspects

    def close(self) -> None:
        """Let go of all; the name last, when nothing is done under it any more."""
        self.sink.close()
        self.feed.close()
        if self.replica is not None:
            self.replica.close()


@dataclass(frozen=True)
class StreamSettings(Generic[Event]):
    """How to open the stream called `name`; the function is of an importable module, so that workers find it.

    `drains_at_limit`: dead letters over the limit let the stream drain, else they are only told of in `flood`.
    """

    name: str
    open_ends: Callable[[], Ends[Event]] = field(compare=False)
    watchdog_seconds: float = 75.0
    limit: DeadLetterLimit = NO_LIMIT
    drains_at_limit: bool = True


class Stream(Generic[Event]):
    """An open feed and sink. `tally` counts what is committed; `failure` is what stopped it, None until then.

    Each of `followers` is told of each batch after its commit, in the thread that does the work.
    """

    def __init__(
        self,
        ends: Ends[Event],
        watchdog: Watchdog,
        limit: DeadLetterLimit = NO_LIMIT,
        *,
        drains_at_limit: bool = True,
    ) -> None:
        self.tally = Tally()
        self.followers: list[Callable[[CommittedBatch[Event]], None]] = []
        self.failure: Exception | None = None
        self._ends = ends
        self._reader = BatchReader(ends.feed, ends.suspects)
        self._sink = ends.sink
        self._watchdog = watchdog
        self._taken: list[Outcome[Event]] = []
        self._flood = FloodWatch(limit)
        self._drains_at_limit = drains_at_limit

    @property
    def flood(self) -> str | None:
        """How dead letters went over the limit, in words; None where they did not."""
        return self._flood.found

    @property
    def finished(self) -> bool:
        """True when no record will come any more."""
        return self._reader.finished

    @property
    def exhausted(self) -> bool:
        """True when the feed has ended by itself and all of it is committed."""
        return self._reader.exhausted

    @property
    def holds_batch(self) -> bool:
        """True while records are in hand that are not committed."""
        return self._reader.held > 0

    @property
    def alive(self) -> bool:
        """True while something went forward within the watchdog's time."""
        return self._watchdog.satisfied

    @property
    def standing(self) -> Standing | None:
        """How the feed stands with its broker; None where it has none."""
        feed = self._ends.feed
        return feed.standing() if isinstance(feed, BrokerFeed) else None

    def next_record(self) -> Record | None:
        """The next record; None where there is none now, or where the batch must be settled first."""
        with self._keeping_failure():
            return self._reader.next_record()

    def take(self, outcome: Outcome[Event]) -> None:
        """Keep an outcome of the batch in hand until the batch is settled.

        Written one by one between articles, outcomes cost more: each article puts the writers' code out of the
        processor's caches.
        """
        with self._keeping_failure():
            self._reader.put_down()
            self._taken.append(outcome)
            self._watch_for_flood(outcome)

    def _watch_for_flood(self, outcome: Outcome[Event]) -> None:
        self._flood.see(None if outcome.dead_letter is None else outcome.dead_letter.reason)
        if self.flood is not None and self._drains_at_limit:
            self.drain()

    def settle(self) -> None:
        """End the batch in hand: its outcomes are written and arrive, then its offsets are committed."""
        if self.holds_batch:
            with self._keeping_failure():
                self._settle()

    def _settle(self) -> None:
        self._check_every_record_has_its_outcome()
        written = [self._write(outcome) for outcome in self._taken]
        self._sink.flush()
        self._reader.commit(_next_offsets(written))
        self._taken = []
        for outcome in written:
            self.tally.add(outcome)
        batch = CommittedBatch(written, self._reader.seconds)
        for follower in self.followers:
            follower(batch)

    def _write(self, outcome: Outcome[Event]) -> Outcome[Event]:
        """The outcome as written; a refusal that makes a dead letter of it counts towards a flood only now."""
        self._watchdog.beat()
        written = self._sink.write(outcome)
        if written is not outcome:
            self._watch_for_flood(written)
        return written

    def _check_every_record_has_its_outcome(self) -> None:
        if len(self._taken) != self._reader.held:
            raise RuntimeError(f"{self._reader.held} records were read but {len(self._taken)} outcomes came; a bug")

    @contextmanager
    def _keeping_failure(self) -> Iterator[None]:
        """Keep the exception, since Beam hands on only its text."""
        self._watchdog.beat()
        try:
            yield
        except Exception as failure:
            self.failure = self.failure or failure
            raise
        self._watchdog.beat()

    def drain(self) -> None:
        """Fetch no further batch; the one in hand is cut after the record in hand, and settled."""
        self._reader.drain()

    def complete(self) -> None:
        """The input has ended: give what was written its final name."""
        self._sink.complete()

    def close(self) -> None:
        """Let go of both ends and of the watchdog."""
        self._watchdog.stop()
        self._ends.close()


def _next_offsets(outcomes: list[Outcome[Event]]) -> dict[Place, int]:
    offsets: dict[Place, int] = {}
    for outcome in outcomes:
        offsets[outcome.place] = max(offsets.get(outcome.place, 0), outcome.offset + 1)
    return offsets


_open_streams: dict[str, Stream[Any]] = {}
_opening = threading.Lock()


def stream_for(settings: StreamSettings[Event]) -> Stream[Event]:
    """The process's stream of these settings, opened by the first who asks."""
    with _opening:
        if settings.name not in _open_streams:
            _open_streams[settings.name] = _open(settings)
        return _open_streams[settings.name]


def _open(settings: StreamSettings[Event]) -> Stream[Event]:
    ends = settings.open_ends()
    watchdog = Watchdog(settings.watchdog_seconds)
    return Stream(ends, watchdog, settings.limit, drains_at_limit=settings.drains_at_limit)


def close_stream(settings: StreamSettings[Event]) -> None:
    """Close the process's stream of these settings, if it is open."""
    with _opening:
        stream = _open_streams.pop(settings.name, None)
    if stream is not None:
        stream.close()
