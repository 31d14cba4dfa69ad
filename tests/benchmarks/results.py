"""The results of a run in one JSON file: the machine, the commit, the streams, what is missing, all samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from benchmarks.samples import Key, Sample
from benchmarks.spread import Spread, spread_of
from benchmarks.streams import WHAT, Stream


@dataclass(frozen=True)
class StreamTold:
    """What a stream is made of."""

    name: str
    what: str
    articles: int
    bytes: int


@dataclass(frozen=True)
class Results:
    """Everything that a run gave. `pinned` tells what ran where."""

    commit: str
    date: str
    plan: str
    machine: Mapping[str, str]
    pinned: str
    streams: Sequence[StreamTold]
    missing: Sequence[str]
    samples: Sequence[Sample] = field(default_factory=tuple)

    def cases(self, part: str) -> list[tuple[str, str]]:
        """The sides and cases of a part, in the order in which they were first measured."""
        return list(dict.fromkeys((key.side, key.case) for key in self._keys() if key.part == part))

    def _keys(self) -> list[Key]:
        return [sample.key for sample in self.samples]

    def figures(self, part: str, side: str, case: str) -> list[Mapping[str, float]]:
        """The figures of each round."""
        return [each.figures for each in self.samples if each.key[:3] == (part, side, case)]

    def figure(self, part: str, side: str, case: str, name: str) -> Spread | None:
        """The spread of one figure over the rounds; None where it was not measured."""
        found = [figures[name] for figures in self.figures(part, side, case) if name in figures]
        return spread_of(found) if found else None

    def rate(self, part: str, side: str, case: str, name: str = "articles") -> Spread | None:
        """The spread of a figure a second: `articles`, or `bytes`; None where it was not measured."""
        found = [figures[name] / figures["seconds"] for figures in self.figures(part, side, case)]
        return spread_of(found) if found else None

    def ratio(self, part: str, ours: tuple[str, str], others: tuple[str, str], name: str = "articles") -> float | None:
        """How many times the articles (or `bytes`) a second of `others` `ours` does, each a side and a case."""
        upper, lower = self.rate(part, *ours, name), self.rate(part, *others, name)
        return upper.median / lower.median if upper and lower else None


def told(stream: Stream) -> StreamTold:
    """A stream as results tell it."""
    return StreamTold(stream.name, WHAT[stream.name], stream.articles, stream.bytes)


def write_results(results: Results, file: Path) -> None:
    """Write them as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=1) + b"\n")


def read_results(file: Path) -> Results:
    """Read what `write_results` wrote."""
    return msgspec.json.decode(file.read_bytes(), type=Results)
