"""Our pipeline in this process: the Beam graph from file to file, or from topic to topic."""

from __future__ import annotations

import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from benchmarks.sides.bare import StageSeconds
from benchmarks.sides.side import Pass, Side
from benchmarks.topics import EVENTS, topic_of
from rescuewire.configuration.model import Settings
from rescuewire.delivery import Delivery
from rescuewire.detection import detector_of_process
from rescuewire.draining import Drain
from rescuewire.extraction.detector import Detector
from rescuewire.running import Observer, RescueStream, run_pipeline
from rescuewire.settings import RunSettings
from rescuewire_connectors.dead_letter_limit import NO_LIMIT, DeadLetterLimit
from rescuewire_connectors.opening import Places
from rescuewire_connectors.outcome import CommittedBatch, Tally
from rescuewire_schemas.rescue_event import RescueEvent


class CommitTimes:
    """Follows a stream: when its first batch was fetched, when its last was committed, how many batches there were.

    `enough` records let the stream drain; 0 waits for the end of the input.
    """

    def __init__(self, enough: int = 0) -> None:
        self._enough = enough
        self.records = 0
        self.batches = 0
        self.cpu_seconds = 0.0
        self._began = 0.0
        self._ended = 0.0

    @property
    def seconds(self) -> float:
        """From the first fetch to the last commit."""
        return self._ended - self._began

    @contextmanager
    def observe(self, stream: RescueStream) -> Iterator[None]:
        """Follow the stream while it runs."""
        spent = time.process_time()

        def committed(batch: CommittedBatch[RescueEvent]) -> None:
            self._add(batch)
            self.cpu_seconds = time.process_time() - spent
            if self._enough and self.records >= self._enough:
                stream.drain()

        stream.followers.append(committed)
        yield

    def _add(self, batch: CommittedBatch[RescueEvent]) -> None:
        self._ended = time.monotonic()
        self._began = self._began or self._ended - batch.seconds
        self.records += len(batch.outcomes)
        self.batches += 1


@dataclass(frozen=True)
class BenchmarkSettings(RunSettings):
    """As a run, with the size of batches chosen and no limit on dead letters."""

    batch_records: int = 500

    def dead_letter_limit(self) -> DeadLetterLimit:
        """None: a stream may hold many records without text."""
        return NO_LIMIT

    def places(self) -> Places:
        """The places of a run."""
        places = super().places()
        return replace(places, kafka=replace(places.kafka, batch_records=self.batch_records))


class PipelineSide(Side):
    """The real graph with the real detector."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="rescuewire-benchmark-"))

    def prepare(self) -> None:
        """Load all packs."""
        settings = BenchmarkSettings("x.jsonl", "y.avro").detector_settings()
        detector = cast("Detector", detector_of_process(settings))
        detector.load_languages()
        self._clock = StageSeconds(detector)

    def _run(self, settings: RunSettings, enough: int = 0) -> Pass:
        tally, times = Tally(), CommitTimes(enough)
        observe: Observer = times.observe
        run_pipeline(settings, tally, Drain(), observe)
        details = {**self._clock.since_last(), "batches": times.batches}
        return Pass(tally.records, tally.value_bytes, times.seconds, times.cpu_seconds, tally.events, details)


class GraphSide(PipelineSide):
    """From a file of JSON lines to an Avro file."""

    def read(self, file: Path) -> Pass:
        """Read all articles of a file."""
        return self._run(BenchmarkSettings(str(file), str(self._folder / f"{file.stem}.avro")))


class KafkaSide(PipelineSide):
    """From the topic that was filled with the file, to a topic of its own."""

    def __init__(self, server: str, delivery: Delivery, batch_records: int = 500, source: str = "") -> None:
        super().__init__()
        self._server = server
        self._delivery = delivery
        self._batch_records = batch_records
        self._source = source

    def read(self, file: Path) -> Pass:
        """Read as many records of the topic as the file has articles."""
        group = f"benchmark-{uuid.uuid4().hex[:12]}"
        settings = BenchmarkSettings(
            f"kafka://{self._server}/{self._source or topic_of(file)}",
            f"kafka://{self._server}/{EVENTS}",
            Settings(delivery=self._delivery, group=group, state_folder=self._folder),
            batch_records=self._batch_records,
        )
        return self._run(settings, len(file.read_bytes().splitlines()))
