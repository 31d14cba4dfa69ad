"""A limit on the time that one article may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimedOut(BaseException):
    """The time is over. Not an Exception, so that no library's `except Exception` swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimedOut inside the block after `seconds` of wall time.

    It works by SIGALRM, so only in the main thread, where Beam's in-process runner does all its work; in another
    there is no limit. Code outside Python's interpreter is not interrupted before it returns. Against both there
    is the watchdog.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise TimedOut
