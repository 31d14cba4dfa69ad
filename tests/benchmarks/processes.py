"""Starting the measured processes, and what became of them. Each has a limit of time, after which it is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec

import rescuewire
from benchmarks.cores import begin_child
from benchmarks.measured import Line, Task
from benchmarks.sides.choosing import PLAIN

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = Path(rescuewire.__file__).parents[1]
"""The packages that are measured: those that this process imports, which are compiled in `make bench`."""
SOURCES = ("pipelines", "connectors", "schemas", "tests")


def importing(*folders: Path) -> dict[str, str]:
    """The environment of a process that imports from these folders first, with all that makes it steady."""
    steady = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **steady, "PYTHONPATH": ":".join(map(str, folders))}


FROM_SOURCES = importing(*(ROOT / name for name in SOURCES))
ENVIRONMENT = importing(PACKAGES, *(ROOT / name for name in SOURCES))


def is_compiled() -> bool:
    """Whether what is measured is compiled."""
    return any((PACKAGES / "rescuewire" / "extraction").glob("*.so"))


class MeasuringFailed(Exception):
    """A measured process did not end well; the message has the end of what it said."""


def measure(task: Task, limit_seconds: float) -> Iterator[Line]:
    """Do a task in a process of its own; give the lines that came, then raise MeasuringFailed where it failed."""
    words = [sys.executable, "-m", "benchmarks.measured", msgspec.json.encode(task).decode()]
    process = subprocess.Popen(
        words,
        env=FROM_SOURCES if task.choice.side == PLAIN else ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(begin_child, frozenset({task.core})),  # noqa: PLW1509  only system calls
    )
    try:
        told, complaints = process.communicate(timeout=limit_seconds)
        failure = f"it ended with {process.returncode}" if process.returncode else ""
    except subprocess.TimeoutExpired:
        process.kill()
        told, complaints = process.communicate()
        failure = f"it took more than {limit_seconds:g} s"
    for line in told.splitlines():
        yield msgspec.json.decode(line, type=Line)
    if failure:
        raise MeasuringFailed(f"{task.choice.side}: {failure}: {complaints[-1500:]}")
