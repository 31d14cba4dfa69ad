"""Every metric by name, with its sentence. Page, dashboard and alert rules are tested against this list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class MetricKind(str, Enum):
    """Prometheus' types of metrics."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"
    SUMMARY = "summary"


SUFFIXES: dict[MetricKind, tuple[str, ...]] = {
    MetricKind.COUNTER: ("",),
    MetricKind.GAUGE: ("",),
    MetricKind.HISTOGRAM: ("_bucket", "_sum", "_count"),
    MetricKind.SUMMARY: ("_sum", "_count"),
}
"""What the series of a metric are called beyond its name."""


@dataclass(frozen=True)
class Metric:
    """A metric as Prometheus sees it: a counter's name ends in `_total`; `buckets` are upper bounds."""

    name: str
    kind: MetricKind
    sentence: str
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = ()

    @property
    def series(self) -> tuple[str, ...]:
        """The names that a query can use."""
        return tuple(f"{self.name}{suffix}" for suffix in SUFFIXES[self.kind])


ARTICLES = Metric(
    "rescuewire_articles_total",
    MetricKind.COUNTER,
    "Records committed, by what became of them: events, no_event, unsupported_language, tombstone, dead_letter.",
    ("outcome",),
)
EVENTS = Metric(
    "rescuewire_events_total",
    MetricKind.COUNTER,
    "Events committed, by type and by the language of their article.",
    ("event_type", "language"),
)
DEAD_LETTERS = Metric(
    "rescuewire_dead_letters_total",
    MetricKind.COUNTER,
    "Dead letters committed, by the reason that each carries.",
    ("reason",),
)
REJECTIONS = Metric(
    "rescuewire_rejections_total",
    MetricKind.COUNTER,
    "Candidates in articles past the gate that became no event, by reason; of batches not committed too.",
    ("reason",),
)
LAG = Metric(
    "rescuewire_consumer_lag_records",
    MetricKind.GAUGE,
    "Records of each partition of this replica that are not committed, as of the last fetch. Sum over replicas.",
    ("topic", "partition"),
)
SINCE_COMMIT = Metric(
    "rescuewire_since_commit_seconds",
    MetricKind.GAUGE,
    "Seconds since the last commit, or since the stream was opened; grows without harm while there is nothing to do.",
)
LATENCY = Metric(
    "rescuewire_latency_seconds",
    MetricKind.HISTOGRAM,
    "Seconds from a record's timestamp on the source topic to the commit of what became of it.",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400),
)
BATCH_RECORDS = Metric(
    "rescuewire_batch_records",
    MetricKind.HISTOGRAM,
    "Records of a committed batch, 500 at most; where batches are full, the replica is behind.",
    buckets=(1, 2, 5, 10, 25, 50, 100, 200, 300, 400, 500),
)
BATCH_SECONDS = Metric(
    "rescuewire_batch_seconds",
    MetricKind.HISTOGRAM,
    "Seconds from the fetch of a batch to its commit; it is cut after 5 s, and one article may take 20 s.",
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 7.5, 10, 20, 30, 60),
)
EXTRACTION_SECONDS = Metric(
    "rescuewire_extraction_seconds",
    MetricKind.SUMMARY,
    "Seconds of extraction by stage: language, loading (packs), reading, gate, mentions, judgement; most articles end "
    "at the gate.",
    ("stage",),
)
ALERTS = Metric(
    "rescuewire_alerts_total",
    MetricKind.COUNTER,
    "Alerts of `rescuewire alert` that are done, by receiver: delivered, or dead_letter (refused, or no event).",
    ("receiver", "outcome"),
)
ALERT_LAG = Metric(
    "rescuewire_alert_lag_records",
    MetricKind.GAUGE,
    "Events of each partition that `rescuewire alert` has not done for a receiver, as of its last fetch.",
    ("receiver", "topic", "partition"),
)
READY = Metric(
    "rescuewire_ready",
    MetricKind.GAUGE,
    "1 where /readyz says yes: models loaded, joined to its group (of each receiver), the broker answers; else 0.",
)
BUILD = Metric(
    "rescuewire_build_info",
    MetricKind.GAUGE,
    "Always 1; the versions of rescuewire, Beam, kafka-python, spaCy and Python.",
    ("version", "beam", "kafka_python", "spacy", "python"),
)
LANGUAGE_PACK = Metric(
    "rescuewire_language_pack_info",
    MetricKind.GAUGE,
    "Always 1; each language pack that is loaded, by the version that events carry.",
    ("language", "pack"),
)
PROCESS_MEMORY = Metric(
    "process_resident_memory_bytes", MetricKind.GAUGE, "Memory of the process, in bytes, as the system counts it."
)
OF_THE_LIBRARY: tuple[Metric, ...] = (
    PROCESS_MEMORY,
    Metric("process_virtual_memory_bytes", MetricKind.GAUGE, "Address space of the process, in bytes."),
    Metric("process_start_time_seconds", MetricKind.GAUGE, "When the process started, in seconds since 1970."),
    Metric("process_cpu_seconds_total", MetricKind.COUNTER, "Processor time of the process, in seconds."),
    Metric("process_open_fds", MetricKind.GAUGE, "Open files and sockets of the process."),
    Metric("process_max_fds", MetricKind.GAUGE, "How many it may have."),
)
"""What prometheus-client itself tells of the process, on Linux."""

METRICS: tuple[Metric, ...] = (
    ARTICLES,
    EVENTS,
    DEAD_LETTERS,
    REJECTIONS,
    LAG,
    SINCE_COMMIT,
    LATENCY,
    BATCH_RECORDS,
    BATCH_SECONDS,
    EXTRACTION_SECONDS,
    ALERTS,
    ALERT_LAG,
    READY,
    BUILD,
    LANGUAGE_PACK,
    *OF_THE_LIBRARY,
)


def series_names() -> Iterator[str]:
    """Every name that a query can use."""
    for metric in METRICS:
        yield from metric.series
