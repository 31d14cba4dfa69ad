"""The transforms of the graph; they only wire, `outcomes` does the work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import apache_beam as beam
from apache_beam.pvalue import PCollection

from rescuewire.detection import DetectorSettings, detector_of_process
from rescuewire.outcomes import ParsedRecord, RescueOutcome, detect_events, parse_record
from rescuewire_connectors.outcome import Outcome
from rescuewire_connectors.record import Record


@dataclass
class ParseArticles(beam.PTransform[PCollection[Record], PCollection[ParsedRecord]]):
    """Records to articles; what is none already has its outcome."""

    article_seconds: float

    def expand(self, records: PCollection[Record]) -> PCollection[ParsedRecord]:
        """Wire."""
        parsed: PCollection[ParsedRecord] = records | beam.Map(parse_record, self.article_seconds)  # type: ignore[no-untyped-call]
        return parsed


@dataclass
class DetectRescueEvents(beam.PTransform[PCollection[ParsedRecord], PCollection[RescueOutcome]]):
    """Articles to their outcomes."""

    detector: DetectorSettings
    article_seconds: float

    def expand(self, parsed: PCollection[ParsedRecord]) -> PCollection[RescueOutcome]:
        """Wire."""
        doing = beam.ParDo(_DetectRescueEvents(self.detector, self.article_seconds))  # type: ignore[no-untyped-call]
        outcomes: PCollection[RescueOutcome] = parsed | doing
        return outcomes


class _DetectRescueEvents(beam.DoFn):
    def __init__(self, settings: DetectorSettings, article_seconds: float) -> None:
        self._settings = settings
        self._article_seconds = article_seconds

    def setup(self) -> None:
        self._detector = detector_of_process(self._settings)

    def process(self, parsed: ParsedRecord) -> Iterable[RescueOutcome]:
        if isinstance(parsed, Outcome):
            yield parsed
        else:
            yield detect_events(parsed, self._detector, self._article_seconds)
