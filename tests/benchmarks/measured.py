"""The measured process: `python -m benchmarks.measured TASK` reads streams by one side, and prints a line for each.

The task is JSON; a line has the name of the stream and its figures, among them the most memory the process ever had.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from benchmarks.sides.choosing import Choice, side_for


@dataclass(frozen=True)
class Task:
    """What to read by which side; the process was started on that core.

    `warm_up` is read before, untimed; packs have `lexicon_factor` times their patterns.
    ."""

    choice: Choice
    core: int
    streams: dict[str, str]
    warm_up: str = ""
    lexicon_factor: int = 1


@dataclass(frozen=True)
class Line:
    """One stream's figures."""

    stream: str
    figures: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """Do the task."""
    task = msgspec.json.decode(sys.argv[1], type=Task)
    _swell_lexicon(task.lexicon_factor)
    side = side_for(task.choice)
    began = time.monotonic()
    side.prepare()
    loading = time.monotonic() - began
    if task.warm_up:
        side.read(Path(task.warm_up))
    for name, file in task.streams.items():
        # What an earlier reading left is not to be collected on the time of the next.
        gc.collect()
        figures = {**side.read(Path(file)).figures(), "loading_seconds": loading, "peak_mb": peak_mb()}
        sys.stdout.write(msgspec.json.encode(Line(name, figures)).decode() + "\n")
        sys.stdout.flush()


def peak_mb() -> float:
    """The most memory that this process ever had, in MB of 2^20 bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _swell_lexicon(factor: int) -> None:
    if factor > 1:
        from benchmarks.swollen_lexicon import swell_packs  # noqa: PLC0415  it loads extraction

        swell_packs(factor)


if __name__ == "__main__":
    main()
