"""Stopping on a signal: the batch in hand is finished and committed, then the process ends."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rescuewire_connectors.stopping import ExitCode
from rescuewire_connectors.watchdog import end_at_once

SIGNALS = (signal.SIGTERM, signal.SIGINT)

DRAIN_SECONDS = 25.0
"""How long the batch in hand may take; Kubernetes gives a process 30 s."""

ECHO_SECONDS = 1.0
"""A signal so soon after the first is the same one: `timeout`, for one, sends it to the process and to its group."""


class Drain:
    """What a signal does: end at once while the process starts, drain the stream later, end at once the second time.

    `seconds` is how long the batch in hand may take; after that it is given up, and done again by the next process.
    """

    def __init__(self, seconds: float = DRAIN_SECONDS) -> None:
        self._seconds = seconds
        self._requested_at: float | None = None
        self._drain_stream: Callable[[], None] | None = None

    @property
    def requested(self) -> bool:
        """True once a signal has come."""
        return self._requested_at is not None

    def stream_opened(self, drain_stream: Callable[[], None]) -> None:
        """From now on a signal lets the stream drain."""
        self._drain_stream = drain_stream

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal."""
        name = signal.Signals(number).name
        if self._drain_stream is None:
            end_at_once(ExitCode.DONE, f"{name} before anything was read; nothing to finish")
        elif self._requested_at is None:
            self._requested_at = time.monotonic()
            self._drain_stream()
            self._give_up_later()
        elif time.monotonic() - self._requested_at > ECHO_SECONDS:
            end_at_once(ExitCode.TRY_AGAIN, f"second {name}; the batch in hand was not committed")

    def _give_up_later(self) -> None:
        message = f"not drained within {self._seconds:g} s; the batch in hand was not committed"
        timer = threading.Timer(self._seconds, end_at_once, (ExitCode.TRY_AGAIN, message))
        timer.daemon = True
        timer.start()


@contextmanager
def draining_on_signals(seconds: float = DRAIN_SECONDS) -> Iterator[Drain]:
    """Handle SIGTERM and SIGINT inside the block."""
    drain = Drain(seconds)
    former = {number: signal.signal(number, drain.on_signal) for number in SIGNALS}
    try:
        yield drain
    finally:
        # A process that was told to end is ending: another signal must not change its exit code.
        for number, handler in former.items():
            signal.signal(number, signal.SIG_IGN if drain.requested else handler)
