"""One fetch, one batch, one bundle: reading a feed so that a batch is committed before the next is fetched."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from rescuewire_connectors.interfaces import Feed
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.suspects import NO_SUSPECTS, Suspects

BATCH_RECORDS = 500
"""So many records a feed brings at once, if it is not told otherwise: a bundle of Beam costs as much as an article."""
BATCH_SECONDS = 5.0
"""After so long a batch is cut: articles are slow, and whoever waits for the batch to end need not wait for all."""


class BatchReader:
    """Serves a feed record by record.

    `next_record` is None at the end of each batch, until `commit` ends it; only then is another batch fetched. A batch
    is cut after the record in hand when the reader drains or when `batch_seconds` are over, and around a suspect,
    which is served alone; what is left of it goes back to the feed.
    """

    def __init__(
        self,
        feed: Feed,
        suspects: Suspects = NO_SUSPECTS,
        batch_seconds: float = BATCH_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._feed = feed
        self._suspects = suspects
        self._batch_seconds = batch_seconds
        self._clock = clock
        self._fetched_at = 0.0
        self._buffer: deque[Record] = deque()
        self._served = 0
        self._draining = False
        self._alone = False

    @property
    def held(self) -> int:
        """How many records the uncommitted batch has; 0 between batches."""
        return self._served + len(self._buffer)

    @property
    def seconds(self) -> float:
        """How long ago the last batch was fetched."""
        return self._clock() - self._fetched_at

    @property
    def exhausted(self) -> bool:
        """True when the feed has ended by itself and all of it is committed."""
        return not self.held and self._feed.exhausted

    @property
    def finished(self) -> bool:
        """True when no record will come any more."""
        return self.exhausted or (not self.held and self._draining)

    def next_record(self) -> Record | None:
        """The next record of the batch in hand, or of a new one where none is in hand."""
        if not self.held and not self._draining:
            self._hold(self._feed.fetch())
        if self._buffer and self._is_over(self._buffer[0]):
            self._cut()
        if not self._buffer:
            return None
        return self._serve(self._buffer.popleft())

    def _hold(self, batch: Sequence[Record]) -> None:
        self._buffer.extend(batch)
        self._fetched_at = self._clock()

    def _is_over(self, following: Record) -> bool:
        if self._draining:
            return True
        if not self._served:
            return False
        return self._alone or self._suspects.is_suspect(following) or self._lasts_too_long()

    def _lasts_too_long(self) -> bool:
        return self.seconds > self._batch_seconds

    def _cut(self) -> None:
        self._feed.give_back(list(self._buffer))
        self._buffer.clear()

    def _serve(self, record: Record) -> Record:
        self._served += 1
        self._alone = self._suspects.is_suspect(record)
        return self._suspects.take_in_hand(record)

    def put_down(self) -> None:
        """The last record that was served is done with, as far as it alone is concerned."""
        self._suspects.put_down()

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """End the batch in hand."""
        self._feed.commit(next_offsets)
        self._suspects.forget(next_offsets)
        self._served = 0

    def drain(self) -> None:
        """Fetch no further batch, and cut the one in hand."""
        self._draining = True
