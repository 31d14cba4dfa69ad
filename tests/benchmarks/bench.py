"""A run of the suite: what is shared by all its parts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kafka.errors import KafkaError

from benchmarks.cores import Cores
from benchmarks.measured import Task
from benchmarks.plan import Plan
from benchmarks.processes import MeasuringFailed, measure
from benchmarks.samples import Key, Sample, Samples
from benchmarks.sides.choosing import STOCK, Choice
from benchmarks.streams import Stream, Streams

FAILURES = (MeasuringFailed, TimeoutError, OSError, KafkaError)


@dataclass(frozen=True)
class Reading:
    """Streams that a side reads in one process, as samples of a part.

    The side goes by `name`; the case of a sample is the stream's name, with `case` before it where there is one.
    """

    part: str
    choice: Choice
    streams: Sequence[Stream]
    name: str = ""
    case: str = ""
    lexicon_factor: int = 1
    warm_up: Stream | None = None

    def key(self, stream: str, number: int) -> Key:
        """Whose sample it is."""
        case = f"{self.case} {stream}" if self.case else stream
        return Key(self.part, self.name or self.choice.side, case, number)


@dataclass
class Bench:
    """Where a run works and what it has so far. `missing` tells what could not be measured, in words."""

    plan: Plan
    cores: Cores
    folder: Path
    streams: Streams
    samples: Samples
    server: str = ""
    limit_seconds: float = 600.0
    missing: list[str] = field(default_factory=list)

    def take(self, key: Key, measuring: Callable[[], Mapping[str, float]]) -> None:
        """Measure unless there is a sample already."""
        if key not in self.samples:
            with self.surviving(_words(key)):
                self.keep(key, measuring())

    def read(self, reading: Reading, number: int) -> None:
        """Let a process read those of the streams of which this round has no sample yet."""
        wanted = [stream for stream in reading.streams if reading.key(stream.name, number) not in self.samples]
        if not wanted:
            return
        short = reading.choice.side == STOCK
        files = {stream.name: str(stream.short if short else stream.file) for stream in wanted}
        warm_up = reading.warm_up or self.streams.warm_up()
        first = str(warm_up.short if short else warm_up.file)
        task = Task(reading.choice, self.cores.measured, files, first, reading.lexicon_factor)
        with self.surviving(_words(reading.key("", number))):
            for line in measure(task, self.limit_seconds):
                self.keep(reading.key(line.stream, number), line.figures)

    def keep(self, key: Key, figures: Mapping[str, float]) -> None:
        """Keep a sample, and show it."""
        self.samples.add(Sample(key, figures))
        shown = " ".join(f"{name}={value:,.4g}" for name, value in figures.items() if "." not in name)
        say(f"{key.part} | {key.side} | {key.case} | round {key.round}: {shown}")

    @contextmanager
    def surviving(self, what: str) -> Iterator[None]:
        """What fails inside is told and missing from the results; the rest is measured all the same."""
        try:
            yield
        except FAILURES as failure:
            self.missing.append(f"{what}: {str(failure).splitlines()[0]}")
            say(f"failed: {what}: {failure}")


def _words(key: Key) -> str:
    return f"{' '.join(filter(None, key[:3]))}, round {key.round}"


def say(line: str) -> None:
    """Tell how it goes."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
