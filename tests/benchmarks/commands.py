"""The command line as people start it, on cores that are named."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.cores import begin_child
from benchmarks.processes import ENVIRONMENT

LEAVING_SECONDS = 40.0


def start(cores: frozenset[int], module: str, *words: str, errors: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start a module of ours on these cores."""
    state = tempfile.mkdtemp(prefix="rescuewire-bench-state-")
    return subprocess.Popen(
        [sys.executable, "-m", module, *words],
        env={**ENVIRONMENT, "RESCUEWIRE_STATE_FOLDER": state},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        preexec_fn=partial(begin_child, cores),  # noqa: PLW1509  only system calls
    )


@contextmanager
def running(cores: frozenset[int], module: str, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A module of ours until the block ends; then it drains, and is killed where it does not."""
    process = start(cores, module, *words)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(LEAVING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def resident_mb(pid: int) -> float:
    """The memory that a process has now, in MB of 2^20 bytes; 0 where it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGESIZE") / 2**20
