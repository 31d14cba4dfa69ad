"""One replica: `python -m benchmarks.replica SERVER SOURCE SINK GROUP REPORT` tells of each commit in a file."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from benchmarks.sides.pipeline import BenchmarkSettings
from rescuewire.configuration.model import Settings
from rescuewire.delivery import Delivery
from rescuewire.detection import detector_of_process
from rescuewire.draining import DRAIN_SECONDS, draining_on_signals
from rescuewire.extraction.detector import Detector
from rescuewire.running import Observer, RescueStream, run_pipeline
from rescuewire_connectors.outcome import CommittedBatch, Tally
from rescuewire_schemas.rescue_event import RescueEvent


def telling(report: Path) -> Observer:
    """Writes a line for each commit: the times of fetch and commit by the machine's monotonic clock, and records."""

    @contextmanager
    def observe(stream: RescueStream) -> Iterator[None]:
        with report.open("a", encoding="ascii", buffering=1) as lines:

            def committed(batch: CommittedBatch[RescueEvent]) -> None:
                now = time.monotonic()
                told = {"fetched": now - batch.seconds, "committed": now, "records": len(batch.outcomes)}
                lines.write(json.dumps(told) + "\n")

            stream.followers.append(committed)
            yield

    return observe


def main() -> None:
    """Run until a signal comes."""
    server, source, sink, group, report = sys.argv[1:]
    common = Settings(delivery=Delivery.EXACTLY_ONCE, group=group)
    settings = BenchmarkSettings(f"kafka://{server}/{source}", f"kafka://{server}/{sink}", common)
    cast("Detector", detector_of_process(settings.detector_settings())).load_languages()
    with draining_on_signals(DRAIN_SECONDS) as drain:
        run_pipeline(settings, Tally(), drain, telling(Path(report)))


if __name__ == "__main__":
    main()
