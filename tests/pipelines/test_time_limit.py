"""The time that one article may take."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from fakes.running import ENVIRONMENT
from rescuewire.time_limit import TimedOut, time_limit


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    """Hypothesis is called back by the garbage collector, and what a signal raises in there is lost."""
    gc.disable()
    yield
    gc.enable()


def work_for(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_what_works_too_long_is_stopped() -> None:
    with pytest.raises(TimedOut), time_limit(0.05):
        work_for(10)


def test_what_waits_too_long_is_stopped() -> None:
    with pytest.raises(TimedOut), time_limit(0.05):
        time.sleep(10)


def test_what_is_done_in_time_is_left_alone_and_so_is_what_follows() -> None:
    with time_limit(0.05):
        pass
    work_for(0.15)


def test_each_block_has_all_its_time() -> None:
    for _ in range(4):
        with time_limit(0.4):
            work_for(0.15)


def test_a_second_block_is_stopped_like_the_first() -> None:
    for _ in range(2):
        with pytest.raises(TimedOut), time_limit(0.05):
            work_for(10)


def test_a_limit_of_another_length_counts_from_its_own_beginning() -> None:
    with time_limit(60):
        pass
    with pytest.raises(TimedOut), time_limit(0.05):
        work_for(10)


def test_the_limit_holds_after_somebody_else_used_the_signal() -> None:
    with time_limit(0.05):
        pass
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with pytest.raises(TimedOut), time_limit(0.05):
        work_for(10)


def test_a_wait_outside_is_not_cut_short() -> None:
    with time_limit(0.05):
        pass
    began = time.monotonic()
    time.sleep(0.2)
    assert time.monotonic() - began >= 0.2


def test_another_thread_has_no_limit() -> None:
    ended: list[str] = []

    def work() -> None:
        with time_limit(0.05):
            work_for(0.2)
        ended.append("by itself")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ended == ["by itself"]


def test_a_process_ends_as_it_would_without() -> None:
    """The signal's own meaning is to kill, and Python gives it back on its way out."""
    program = "from rescuewire.time_limit import time_limit\nwith time_limit(0.004): pass\nraise SystemExit(75)"
    ended = [subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, check=False) for _ in range(3)]
    assert [process.returncode for process in ended] == [75, 75, 75]
