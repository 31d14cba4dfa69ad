"""What to do about offsets that are gone: records that nobody read, and nobody can read any more."""

from __future__ import annotations

from enum import Enum


class LostOffsets(str, Enum):
    """`stop`: the process ends with the number of records lost. `continue`: it says it, and goes on."""

    STOP = "stop"
    CONTINUE = "continue"
