"""The graph: one linear stage, one outcome a record, over files and over Kafka alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import apache_beam as beam

from rescuewire.detection import DetectorSettings
from rescuewire.transforms import DetectRescueEvents, ParseArticles
from rescuewire_connectors.beam.reading import ReadRecords
from rescuewire_connectors.beam.writing import WriteOutcomes
from rescuewire_connectors.stream import StreamSettings
from rescuewire_schemas.rescue_event import RescueEvent


@dataclass(frozen=True)
class GraphSettings:
    """What the graph is built from."""

    stream: StreamSettings[RescueEvent]
    detector: DetectorSettings
    article_seconds: float


def build_graph(pipeline: beam.Pipeline, settings: GraphSettings) -> Any:
    """Add the whole path of an article to `pipeline`."""
    return (
        pipeline
        | "Read" >> ReadRecords(settings.stream)
        | "ParseArticles" >> ParseArticles(settings.article_seconds)
        | "DetectRescueEvents" >> DetectRescueEvents(settings.detector, settings.article_seconds)
        | "WriteOutcomes" >> WriteOutcomes(settings.stream)
    )
