"""What is counted as batches are committed."""

from __future__ import annotations

import time
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.metrics import MetricWrapperBase

from rescuewire.extraction.reading.invalid_article import InvalidReason
from rescuewire.metrics import catalogue
from rescuewire.metrics.catalogue import Metric
from rescuewire.outcomes import FaultReason, RescueOutcome
from rescuewire_connectors.outcome import CommittedBatch, OutcomeKind
from rescuewire_schemas.rescue_event import EventType, RescueEvent

Wrapper = TypeVar("Wrapper", bound=MetricWrapperBase)

UNKNOWN_LANGUAGE = "und"
"""ISO 639's word for it; only other detectors than ours leave the language of an event out."""


class CommittedCounters:
    """Counts committed batches. Every label that is known beforehand starts at 0, or its first rise would be missed."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._articles = _counter(catalogue.ARTICLES, registry)
        self._events = _counter(catalogue.EVENTS, registry)
        self._dead_letters = _counter(catalogue.DEAD_LETTERS, registry)
        self._latency = _histogram(catalogue.LATENCY, registry)
        self._batch_records = _histogram(catalogue.BATCH_RECORDS, registry)
        self._batch_seconds = _histogram(catalogue.BATCH_SECONDS, registry)
        self._outcomes = {kind: self._articles.labels(kind.value) for kind in OutcomeKind}
        for reason in (*InvalidReason, *FaultReason):
            self._dead_letters.labels(reason.value)

    def know_languages(self, languages: tuple[str, ...]) -> None:
        """Start the events of these languages at 0."""
        for language in languages:
            for event_type in EventType:
                if event_type is not EventType.UNRECOGNISED:
                    self._events.labels(event_type.value, language)

    def count(self, batch: CommittedBatch[RescueEvent]) -> None:
        """Count a batch."""
        now = time.time()
        for outcome in batch.outcomes:
            self._count_outcome(outcome, now)
        self._batch_records.observe(len(batch.outcomes))
        self._batch_seconds.observe(batch.seconds)

    def _count_outcome(self, outcome: RescueOutcome, now: float) -> None:
        self._outcomes[outcome.kind].inc()
        for event in outcome.events:
            self._events.labels(event.event_type.value, event.article.language or UNKNOWN_LANGUAGE).inc()
        if outcome.dead_letter is not None:
            self._dead_letters.labels(outcome.dead_letter.reason).inc()
        if outcome.record.timestamp_ms is not None:
            self._latency.observe(max(0.0, now - outcome.record.timestamp_ms / 1000))


def _counter(metric: Metric, registry: CollectorRegistry) -> Counter:
    return Counter(metric.name, metric.sentence, metric.labels, registry=registry)


def _histogram(metric: Metric, registry: CollectorRegistry) -> Histogram:
    return Histogram(metric.name, metric.sentence, metric.labels, registry=registry, buckets=metric.buckets)
