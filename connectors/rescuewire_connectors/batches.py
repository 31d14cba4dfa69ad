"""One fetch, one batch, one bundle: reading a feed so that a batch is committed before the next is fetched."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from rescuewire_connectors.interfaces import Feed
from rescuewire_connectors.record import Place, Record


class BatchReader:
    """Serves a feed record by record.

    `next_record` is None at the end of each batch, until `commit` ends it; only then is another batch fetched.
    """

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._buffer: deque[Record] = deque()
        self._held = 0
        self._draining = False

    @property
    def held(self) -> int:
        """How many records the uncommitted batch has; 0 between batches."""
        return self._held

    @property
    def exhausted(self) -> bool:
        """True when the feed has ended by itself and all of it is committed."""
        return not self._held and self._feed.exhausted

    @property
    def finished(self) -> bool:
        """True when no record will come any more."""
        return self.exhausted or (not self._held and self._draining)

    def next_record(self) -> Record | None:
        """The next record of the batch in hand, or of a new one where none is in hand."""
        if not self._held and not self._draining:
            self._hold(self._feed.fetch())
        return self._buffer.popleft() if self._buffer else None

    def _hold(self, batch: Sequence[Record]) -> None:
        self._buffer.extend(batch)
        self._held = len(self._buffer)

    def commit(self, next_offsets: Mapping[Place, int]) -> None:
        """End the batch in hand."""
        self._feed.commit(next_offsets)
        self._held = 0

    def drain(self) -> None:
        """Fetch no further batch."""
        self._draining = True

    def close(self) -> None:
        """Let go of the feed."""
        self._feed.close()
