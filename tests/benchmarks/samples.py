"""Samples: what was measured once. They are kept as they come, so that a run that was stopped can go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec


class Key(NamedTuple):
    """What a sample is one of: a part of the suite, a side in it, a case of that (a stream, a length), the round."""

    part: str
    side: str
    case: str
    round: int


@dataclass(frozen=True)
class Sample:
    """The figures of one measurement by name: `articles`, `seconds`, `bytes`, `peak_mb`, `stage.gate` and the like."""

    key: Key
    figures: Mapping[str, float]


class Samples:
    """All samples of a run, one JSON line each in `file`; those that are there already count."""

    def __init__(self, file: Path) -> None:
        self._file = file
        lines = file.read_bytes().splitlines() if file.is_file() else []
        self._samples = {sample.key: sample for sample in (msgspec.json.decode(line, type=Sample) for line in lines)}

    def __contains__(self, key: Key) -> bool:
        return key in self._samples

    def __iter__(self) -> Iterator[Sample]:
        return iter(self._samples.values())

    def add(self, sample: Sample) -> None:
        """Keep a sample, durably."""
        self._samples[sample.key] = sample
        with self._file.open("ab") as lines:
            lines.write(msgspec.json.encode(sample) + b"\n")
