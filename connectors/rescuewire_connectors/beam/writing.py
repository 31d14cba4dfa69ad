"""Writing outcomes in Beam: the end of a bundle settles its batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import apache_beam as beam
from apache_beam.pvalue import PCollection

from rescuewire_connectors.outcome import Outcome
from rescuewire_connectors.stream import Stream, StreamSettings, stream_for


@dataclass
class WriteOutcomes(beam.PTransform[PCollection[Outcome[Any]], PCollection[None]]):
    """Writes events and dead letters to the stream's sink, and commits the offsets of their records."""

    settings: StreamSettings[Any]

    def expand(self, outcomes: PCollection[Outcome[Any]]) -> PCollection[None]:
        """Wire."""
        nothing: PCollection[None] = outcomes | beam.ParDo(_WriteOutcomes(self.settings))  # type: ignore[no-untyped-call]
        return nothing


class _WriteOutcomes(beam.DoFn):
    def __init__(self, settings: StreamSettings[Any]) -> None:
        self._settings = settings

    def setup(self) -> None:
        self._stream: Stream[Any] = stream_for(self._settings)

    def process(self, outcome: Outcome[Any]) -> None:
        self._stream.take(outcome)

    def finish_bundle(self) -> None:
        self._stream.settle()
