from __future__ import annotations

import subprocess
import sys

import pytest

from rescuewire_connectors.stopping import ExitCode, WrongSettings
from rescuewire_connectors.timeouts import Timeouts


def test_the_usual_timeouts_rise() -> None:
    usual = Timeouts()
    assert usual.request < usual.delivery < usual.watchdog < usual.transaction


@pytest.mark.parametrize("changed", [{"request": 70.0}, {"delivery": 75.0}, {"watchdog": 100.0}, {"request": 0.0}])
def test_timeouts_out_of_order_are_refused(changed: dict[str, float]) -> None:
    with pytest.raises(WrongSettings, match="request"):
        Timeouts(**changed)


def test_a_process_in_which_nothing_goes_forward_ends() -> None:
    code = "import time; from rescuewire_connectors.watchdog import Watchdog; Watchdog(0.2); time.sleep(30)"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert ended.returncode == ExitCode.TRY_AGAIN
    assert ended.stderr == "rescuewire: nothing went forward for 0 s; restart me\n"


def test_a_process_in_which_something_goes_forward_lives() -> None:
    code = (
        "import time; from rescuewire_connectors.watchdog import Watchdog; w = Watchdog(0.5)\n"
        "for _ in range(20): time.sleep(0.05); w.beat()"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)})
    assert ended.returncode == 0


def test_a_process_that_hangs_where_no_thread_of_python_runs_ends_too_and_says_where() -> None:
    code = (
        "import ctypes, time; from rescuewire_connectors.watchdog import Watchdog; Watchdog(1.0); time.sleep(0.5)\n"
        "def hang(): ctypes.PyDLL(None).sleep(30)\n"
        "hang()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert ended.returncode == ExitCode.BUG
    assert "in hang" in ended.stderr
