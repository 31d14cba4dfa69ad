"""Which core measures, and which serves: what is measured has one core for itself."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from dataclasses import dataclass

DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


@dataclass(frozen=True)
class Cores:
    """`measured` is for the process that is measured; broker, feeder and reader run on `others`."""

    measured: int
    others: frozenset[int]

    @property
    def apart(self) -> bool:
        """False on a machine of one core, where all share it."""
        return self.measured not in self.others

    def second(self) -> int:
        """The core of a second replica, which shares it with the broker."""
        return min(self.others)


def cores_of_machine() -> Cores:
    """The last core that this process may use measures, all others serve."""
    usable = sorted(os.sched_getaffinity(0))
    return Cores(usable[-1], frozenset(usable[:-1]) or frozenset(usable))


def pin(cores: frozenset[int]) -> None:
    """Keep this process, and all that it starts from now on, on these cores."""
    os.sched_setaffinity(0, cores)


def begin_child(cores: frozenset[int]) -> None:
    """What a child does before its program begins: keep to its cores, and die with the run that started it."""
    pin(cores)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
