"""The health of a run: alive, and ready."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from rescuewire.detection import Detector
from rescuewire.extraction.work import Work
from rescuewire_connectors.outcome import CommittedBatch
from rescuewire_connectors.record import Place
from rescuewire_connectors.stream import Stream


@runtime_checkable
class MeasuredDetector(Protocol):
    """A detector of several languages that keeps count of its work."""

    work: Work

    def load_languages(self) -> tuple[str, ...]:
        """Load every language; return the names of the packs."""


class Health:
    """What is known of a run. Told by the thread that works, asked by those that serve.

    `packs` are the language packs that are loaded, `work` is what the detector has done, None where it keeps no count.
    """

    def __init__(self) -> None:
        self.packs: tuple[str, ...] = ()
        self.work: Work | None = None
        self._models_loaded = False
        self._stream: Stream[Any] | None = None
        self._committed_at = 0.0

    def load_models(self, detector: Detector) -> None:
        """Load everything that articles will need, so that a run that is ready is not slow with the first of them."""
        if isinstance(detector, MeasuredDetector):
            self.packs = detector.load_languages()
            self.work = detector.work
        self._models_loaded = True

    def stream_opened(self, stream: Stream[Any]) -> None:
        """The stream is open; from now on its commits count."""
        self._committed_at = time.monotonic()
        self._stream = stream
        stream.followers.append(self._batch_committed)

    def stream_ended(self) -> None:
        """The stream reads nothing any more."""
        self._stream = None

    def _batch_committed(self, _batch: CommittedBatch[Any]) -> None:
        self._committed_at = time.monotonic()

    @property
    def alive(self) -> bool:
        """False where the loop has not moved within the watchdog's time; true while the process starts and ends."""
        stream = self._stream
        return stream is None or stream.alive

    def obstacle(self) -> str:
        """Why the run is not ready, in a few words; empty where it is. Without partitions a replica is ready."""
        if not self._models_loaded:
            return "the models are not loaded"
        stream = self._stream
        if stream is None:
            return "the stream is not open"
        standing = stream.standing
        if standing is None:
            return ""
        if not standing.joined:
            return "not joined to the consumer group"
        return "" if standing.broker_answers else "the broker does not answer"

    def lag(self) -> Mapping[Place, int]:
        """Records that are not committed, by partition; none where the source is no topic."""
        stream = self._stream
        standing = None if stream is None else stream.standing
        return {} if standing is None else standing.lag

    def seconds_since_commit(self) -> float | None:
        """Seconds since the last commit, or since the stream was opened; None where it is not open."""
        return None if self._stream is None else time.monotonic() - self._committed_at
