"""The lanes of a process, one a receiver, each in a thread: they end together, and the first failure tells why."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from rescuewire.alerting.lane import Lane
from rescuewire.alerting.receivers import Drained
from rescuewire_connectors.watchdog import Watchdog


class WatchedLane:
    """A lane and its watchdog, which ends the process when nothing goes forward there."""

    def __init__(self, lane: Lane, watchdog: Watchdog) -> None:
        self.lane = lane
        self._watchdog = watchdog

    @property
    def alive(self) -> bool:
        """True while something went forward within the watchdog's time."""
        return self._watchdog.satisfied

    def run(self, stopping: threading.Event) -> None:
        """Deliver until the feed ends or the process does; raise Stop where the lane fails."""
        try:
            while not self.lane.finished:
                if stopping.is_set():
                    self.lane.drain()
                self._watchdog.beat()
                self.lane.step()
        except Drained:
            pass  # what was delivered is committed; the rest is for the next process
        finally:
            self._watchdog.stop()


class Lanes:
    """Runs lanes side by side until all have ended."""

    def __init__(self, lanes: Sequence[WatchedLane], stopping: threading.Event) -> None:
        self._lanes = lanes
        self._stopping = stopping
        self._failures: list[BaseException] = []

    def run(self) -> None:
        """Return when all lanes have ended; raise what stopped the first that failed."""
        threads = [threading.Thread(target=self._run, args=(each,), name=each.lane.name) for each in self._lanes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self._failures:
            raise self._failures[0]

    def _run(self, watched: WatchedLane) -> None:
        try:
            watched.run(self._stopping)
        except BaseException as failure:  # noqa: BLE001  told by the main thread, when the others have settled
            self._failures.append(failure)
            self._stopping.set()
