"""The watchdog: no client call may wait for ever, and some of kafka-python's have no time-out of their own.

Nor may native code that keeps Python's lock: then no thread of Python runs, this one neither, and a timer outside
Python, renewed by the watchdog as long as it runs, prints where the process hangs and ends it with code 1.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import time

from rescuewire_connectors.stopping import ExitCode


class Watchdog:
    """Ends the process with TRY_AGAIN when nobody has called `beat` for `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._last = time.monotonic()
        self._stopped = threading.Event()
        threading.Thread(target=self._watch, name="rescuewire-watchdog", daemon=True).start()

    def beat(self) -> None:
        """Something went forward."""
        self._last = time.monotonic()

    @property
    def satisfied(self) -> bool:
        """True while the last beat is no longer ago than it may be."""
        return time.monotonic() - self._last <= self._seconds

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        faulthandler.cancel_dump_traceback_later()

    def _watch(self) -> None:
        while not self._stopped.wait(self._seconds / 20):
            faulthandler.dump_traceback_later(self._seconds, exit=True, file=sys.__stderr__ or 2)
            if not self.satisfied:
                end_at_once(ExitCode.TRY_AGAIN, f"nothing went forward for {self._seconds:.0f} s; restart me")


def end_at_once(code: ExitCode, last_line: str) -> None:
    """Say a last line and end the process without running anything more, since anything more might hang."""
    sys.stderr.write(f"rescuewire: {last_line}\n")
    sys.stderr.flush()
    os._exit(code)
