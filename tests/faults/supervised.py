"""A replica under a supervisor: started again when it dies or asks for it, as systemd and Kubernetes do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from fakes.running import ENVIRONMENT
from rescuewire_connectors.stopping import ExitCode

PAUSE_SECONDS = 0.2
SHOWN = 100
"""So much of a last line stands in the table."""


@dataclass(frozen=True)
class Death:
    """An end of the process: its code, minus the signal's number where one killed it, and its last line."""

    code: int
    last_line: str

    def __str__(self) -> str:
        if self.code < 0:
            return signal.Signals(-self.code).name
        words = self.last_line.removeprefix("rescuewire: ")
        return f"{self.code} “{words if len(words) <= SHOWN else words[:SHOWN] + ' …'}”"


class Supervised:
    """A process that is kept running until `stop`; `fail_point` is of its first life only."""

    def __init__(self, words: list[str], fail_point: str = "") -> None:
        self._words = words
        self._stopping = threading.Event()
        self._changing = threading.Lock()
        self.deaths: list[Death] = []
        self._process = self._start(fail_point)
        self._thread = threading.Thread(target=self._supervise, daemon=True)
        self._thread.start()

    def _start(self, fail_point: str = "") -> subprocess.Popen[str]:
        module = "fakes.fail_points" if fail_point else "rescuewire"
        return subprocess.Popen(
            [sys.executable, "-m", module, *self._words],
            env={**ENVIRONMENT, "FAIL_POINT": fail_point},
            stderr=subprocess.PIPE,
            text=True,
        )

    def _supervise(self) -> None:
        while True:
            _, said = self._process.communicate()
            self.deaths.append(Death(self._process.returncode, (said.splitlines() or [""])[-1]))
            if self._stopping.is_set() or not self._comes_again():
                return
            time.sleep(PAUSE_SECONDS)
            if not self._start_again():
                return

    def _start_again(self) -> bool:
        """Start the next process, unless somebody has stopped it all meanwhile."""
        with self._changing:
            if not self._stopping.is_set():
                self._process = self._start()
            return not self._stopping.is_set()

    def _comes_again(self) -> bool:
        code = self._process.returncode
        return code < 0 or code == ExitCode.TRY_AGAIN

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process that runs now."""
        self._process.send_signal(number)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> Death:
        """End it for good, and return how it ended."""
        with self._changing:
            self._stopping.set()
            self.send(number)
        self._thread.join(60)
        return self.deaths[-1]

    def kill_for_good(self) -> None:
        """Kill it, and let nobody start it again."""
        self.stop(signal.SIGKILL)

    def is_frozen(self) -> bool:
        """True while the process is stopped by SIGSTOP."""
        return Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    def wake(self) -> None:
        os.kill(self.pid, signal.SIGCONT)
