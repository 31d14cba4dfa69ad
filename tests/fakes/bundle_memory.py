"""How memory grows with bundles: `python -m fakes.bundle_memory 20000` prints resident MB, then bytes a bundle."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from fakes.memory import MemoryFeed, MemoryWriter
from fakes.resident_memory import resident_bytes
from rescuewire import runner
from rescuewire.detection import DetectorSettings
from rescuewire.graph import GraphSettings, build_graph
from rescuewire_connectors.record import Record
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.stream import Ends, StreamSettings, stream_for
from rescuewire_schemas.rescue_event import Harm, RescueEvent

VALUE = b'{"id": "a", "text": "Nothing."}'


class CountingFeed(MemoryFeed):
    """A record a bundle; measures ten times on the way."""

    def __init__(self, bundles: int) -> None:
        super().__init__()
        self._bundles = bundles
        self._number = 0
        self.measured: list[tuple[int, int]] = []

    def fetch(self) -> Sequence[Record]:
        if self._number % (self._bundles // 10) == 0:
            self._measure()
        if self._number == self._bundles:
            return []
        self._number += 1
        return [Record("news", 0, self._number, VALUE)]

    def _measure(self) -> None:
        self.measured.append((self._number, resident_bytes()))
        sys.stdout.write(f"{self._number:>7} bundles {self.measured[-1][1] / 2**20:8.1f} MB\n")
        sys.stdout.flush()
        self.committed.clear()

    @property
    def exhausted(self) -> bool:
        return self._number == self._bundles


class NoWriter(MemoryWriter):
    def write(self, item: Any) -> None:
        pass

    def flush(self) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", type=int)
    parser.add_argument("--uncured", action="store_true")
    options = parser.parse_args()
    if options.uncured:
        runner.cure_runner = lambda: None
    sys.stdout.write(f"{bytes_a_bundle(CountingFeed(options.bundles)):.0f}\n")


def bytes_a_bundle(feed: CountingFeed) -> float:
    stream_for(StreamSettings[RescueEvent]("memory", lambda: Ends(feed, Sink(NoWriter(), NoWriter()))))
    pipeline = runner.new_pipeline()
    settings = StreamSettings[RescueEvent]("memory", NoWriter)  # type: ignore[arg-type]  # already open
    detector = DetectorSettings(frozenset(Harm), 0.0, "fakes.keyword_detector:load")
    build_graph(pipeline, GraphSettings(settings, detector, 10.0))
    pipeline.run()
    (first, before), (last, after) = feed.measured[1], feed.measured[-1]
    return (after - before) / (last - first)


if __name__ == "__main__":
    main()
