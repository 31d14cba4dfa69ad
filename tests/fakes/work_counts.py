"""Work in counts, the same on every machine: lines of extraction that were executed, and calls by function."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from rescuewire import extraction

ROOT = str(Path(extraction.__file__).parent) + "/"


@dataclass
class WorkDone:
    """`lines` counts each step of a loop, also of one in a comprehension; `calls` go by "folder/module.function"."""

    lines: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)

    @property
    def modules(self) -> set[str]:
        """What did anything, as "folder/module"."""
        return set(self.lines)


@contextmanager
def counting_work() -> Iterator[WorkDone]:
    """Count what is done inside the block."""
    done = WorkDone()
    before = sys.gettrace()
    sys.settrace(_counter(done))
    try:
        yield done
    finally:
        sys.settrace(before)


def work_of(act: Callable[[], Any]) -> int:
    """The lines that `act` takes the second time, when all that is remembered is remembered."""
    act()
    with counting_work() as done:
        act()
    return done.lines.total()


def _counter(done: WorkDone) -> Callable[[FrameType, str, Any], Any]:
    def on_call(frame: FrameType, _event: str, _argument: Any) -> Any:
        file = frame.f_code.co_filename
        if not file.startswith(ROOT):
            return None
        module = file.removeprefix(ROOT).removesuffix(".py")
        done.calls[f"{module}.{frame.f_code.co_name}"] += 1

        def on_line(_frame: FrameType, event: str, _argument: Any) -> Any:
            if event == "line":
                done.lines[module] += 1
            return on_line

        return on_line

    return on_call
