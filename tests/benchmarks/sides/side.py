"""What a side is: one way of reading articles, whose speed is measured."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pass:
    """One reading of a stream: `events` is what was found of whatever the side looks for; `details` are its own.

    `cpu_seconds` is what all threads of the process took together, whoever else had the cores.
    """

    articles: int
    bytes: int
    seconds: float
    cpu_seconds: float
    events: int
    details: Mapping[str, float]

    def figures(self) -> dict[str, float]:
        """As they are kept."""
        return {
            "articles": self.articles,
            "bytes": self.bytes,
            "seconds": self.seconds,
            "cpu_seconds": self.cpu_seconds,
            "events": self.events,
            **self.details,
        }


class Side(ABC):
    """Reads streams in this process."""

    short = False
    """True for a side that is too slow for whole streams, and reads their samples."""

    @abstractmethod
    def prepare(self) -> None:
        """Load everything that is loaded once a process."""

    @abstractmethod
    def read(self, file: Path) -> Pass:
        """Read all articles of a file, with the clock running from the first to the last."""


class InMemorySide(Side):
    """Reads article by article, from memory to nowhere."""

    @abstractmethod
    def read_all(self, values: list[bytes]) -> int:
        """Read these articles; return how much was found."""

    def details(self) -> dict[str, float]:
        """What else is known of the last reading."""
        return {}

    def read(self, file: Path) -> Pass:
        """Read all articles of a file."""
        values = file.read_bytes().splitlines()
        began, spent = time.perf_counter(), time.process_time()
        events = self.read_all(values)
        seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - spent
        return Pass(len(values), sum(map(len, values)), seconds, cpu_seconds, events, self.details())
