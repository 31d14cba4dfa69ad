"""How memory grows with bundles on real Kafka: `python -m fakes.kafka_memory 100000` prints resident MB ten times.

One record a batch, one transaction a batch, a broker of its own; one article in ten has two events. 100,000 bundles
take an hour or two.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fakes.articles import driver_records
from fakes.kafka_driver import Driver
from fakes.kafka_speed import Broker, make_topics
from fakes.resident_memory import resident_bytes
from fakes.running import KEYWORD_DETECTOR, draining_when
from rescuewire.configuration.model import Settings
from rescuewire.draining import Drain
from rescuewire.running import RescueStream, run_pipeline
from rescuewire.settings import RunSettings
from rescuewire_connectors.opening import Places
from rescuewire_connectors.outcome import Tally

TOPIC = "memory"
SENT_AT_ONCE = 10_000


@dataclass(frozen=True)
class OneRecordABatch(RunSettings):
    """As a run, but for the size of its batches."""

    def places(self) -> Places:
        places = super().places()
        return replace(places, kafka=replace(places.kafka, batch_records=1))


def measure(bundles: int) -> Callable[[RescueStream], bool]:
    """True when so many bundles are done; prints on the way."""
    began, printed = time.monotonic(), set[int]()

    def enough(stream: RescueStream) -> bool:
        done = stream.tally.records
        step = 10 * done // bundles
        if step not in printed:
            printed.add(step)
            seconds, size = time.monotonic() - began, resident_bytes() / 2**20
            sys.stdout.write(f"{done:>7} bundles {size:8.1f} MB {seconds:8.0f} s\n")
            sys.stdout.flush()
        return done >= bundles

    return enough


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        broker = Broker(Path(folder))
        broker.format()
        broker.start()
        driver = Driver(broker.address)
        make_topics(driver, TOPIC)
        for _ in range(0, options.bundles, SENT_AT_ONCE):
            driver.send(TOPIC, driver_records(SENT_AT_ONCE, 0))
        source, sink = driver.address(TOPIC), driver.address(f"{TOPIC}-events")
        settings = OneRecordABatch(source, sink, Settings(state_folder=Path(folder)), KEYWORD_DETECTOR)
        run_pipeline(settings, Tally(), Drain(), draining_when(measure(options.bundles), patience_seconds=1e9))
        broker.stop()


if __name__ == "__main__":
    main()
