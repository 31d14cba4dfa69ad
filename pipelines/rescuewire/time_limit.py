"""A limit on the time that one article may take."""

from __future__ import annotations

import atexit
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LOOKS_WITHIN_LIMIT = 20
"""How often within the limit it is looked whether it is over: one that is over is found a twentieth later at most."""


class TimedOut(BaseException):
    """The time is over. Not an Exception, so that no library's `except Exception` swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimedOut inside the block when more than `seconds` of wall time are over, a twentieth later at most.

    It works by SIGALRM, so only in the main thread, where Beam's in-process runner does all its work; in another
    there is no limit. Code outside Python's interpreter is not interrupted before it returns. Against both there
    is the watchdog. Blocks do not nest. SIGALRM goes on ringing until Python exits, without effect.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _alarm.set_to(seconds)
    try:
        yield
    finally:
        _alarm.silence()


class _Alarm:
    """Rings again and again, and means it when a deadline has passed.

    Winding a timer up for each article costs a twentieth of an article on a virtual machine, whose host must be asked
    each time; setting a deadline costs nothing.
    """

    def __init__(self) -> None:
        self._interval = 0.0
        self._deadline: float | None = None

    def set_to(self, seconds: float) -> None:
        self._ring_every(seconds / LOOKS_WITHIN_LIMIT)
        self._deadline = time.monotonic() + seconds

    def silence(self) -> None:
        self._deadline = None

    def _ring_every(self, interval: float) -> None:
        if interval == self._interval and signal.getsignal(signal.SIGALRM) == self._ring:
            return
        if not self._interval:
            # Python gives signals their own meaning back while it exits, and that of this one is to kill.
            atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, interval, interval)
        self._interval = interval

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._deadline is not None and time.monotonic() >= self._deadline:
            self._deadline = None
            raise TimedOut


_alarm = _Alarm()
