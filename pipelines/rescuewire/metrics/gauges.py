"""What is asked for at each scrape: how the run stands, what the detector has done, which versions these are."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version

from prometheus_client.metrics_core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    SummaryMetricFamily,
)
from prometheus_client.metrics_core import (
    Metric as Family,
)
from prometheus_client.registry import Collector

from rescuewire.extraction.judgement.verdict import Rejection
from rescuewire.extraction.work import Stage, Work
from rescuewire.metrics import catalogue
from rescuewire.metrics.catalogue import Metric
from rescuewire.metrics.health import Health
from rescuewire_connectors.record import Place

PACKAGES = ("rescuewire", "apache-beam", "kafka-python", "spacy")
"""In the order of the labels of `rescuewire_build_info`."""


class RunGauges(Collector):
    """Reads a run's health and its detector's work when Prometheus asks; nothing is kept for it in between."""

    def __init__(self, health: Health) -> None:
        self._health = health

    def describe(self) -> Iterable[Family]:
        """Nothing beforehand: names are checked against the catalogue by a test."""
        return ()

    def collect(self) -> Iterable[Family]:
        """All families."""
        yield gauge_family(catalogue.READY, {(): float(not self._health.obstacle())})
        yield build_family()
        yield gauge_family(catalogue.LANGUAGE_PACK, dict.fromkeys(map(_language_and_pack, self._health.packs), 1.0))
        yield from _run_families(self._health)
        if self._health.work is not None:
            yield from _work_families(self._health.work)


def _language_and_pack(pack: str) -> tuple[str, str]:
    return pack.partition("@")[0], pack


def _run_families(health: Health) -> Iterable[Family]:
    yield gauge_family(catalogue.LAG, {_words(place): float(records) for place, records in health.lag().items()})
    seconds = health.seconds_since_commit()
    if seconds is not None:
        yield gauge_family(catalogue.SINCE_COMMIT, {(): seconds})


def _words(place: Place) -> tuple[str, str]:
    return place.topic, str(place.partition)


def _work_families(work: Work) -> Iterable[Family]:
    stages = SummaryMetricFamily(
        catalogue.EXTRACTION_SECONDS.name,
        catalogue.EXTRACTION_SECONDS.sentence,
        labels=catalogue.EXTRACTION_SECONDS.labels,
    )
    for stage in Stage:
        stages.add_metric([stage.value], work.articles[stage], work.seconds[stage])
    yield stages
    rejections = CounterMetricFamily(
        catalogue.REJECTIONS.name, catalogue.REJECTIONS.sentence, labels=catalogue.REJECTIONS.labels
    )
    for reason in Rejection:
        rejections.add_metric([reason.value], work.rejections[reason])
    yield rejections


def build_family() -> GaugeMetricFamily:
    """The versions of this process, as the one sample that tells them."""
    versions = (*(version(package) for package in PACKAGES), platform.python_version())
    return gauge_family(catalogue.BUILD, {versions: 1.0})


def gauge_family(metric: Metric, values: Mapping[tuple[str, ...], float]) -> GaugeMetricFamily:
    """A gauge with its values by their labels."""
    family = GaugeMetricFamily(metric.name, metric.sentence, labels=metric.labels)
    for labels, value in values.items():
        family.add_metric(labels, value)
    return family
