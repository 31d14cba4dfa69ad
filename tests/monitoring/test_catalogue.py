from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from fakes.memory import MemoryWriter, records
from fakes.monitored import CountingDetector, PatientWatchdog, StandingFeed, stream_of, value_of
from rescuewire.alerting.alert import Alert
from rescuewire.alerting.lane import Lane, Route
from rescuewire.alerting.lanes import WatchedLane
from rescuewire.metrics.alert_monitor import AlertMonitor
from rescuewire.metrics.catalogue import METRICS, OF_THE_LIBRARY, Metric, MetricKind, series_names
from rescuewire.metrics.monitor import Monitor
from rescuewire.metrics.page import page
from rescuewire_connectors.outcome import Outcome, OutcomeKind
from rescuewire_schemas.codec import decode_event

ROOT = Path(__file__).resolve().parents[2]
RULES: dict[str, Any] = yaml.safe_load((ROOT / "infra/prometheus/alerts.yml").read_text(encoding="utf-8"))
DASHBOARD: dict[str, Any] = json.loads((ROOT / "infra/grafana/rescuewire.json").read_text(encoding="utf-8"))
TARGETS = [(panel["title"], target["expr"]) for panel in DASHBOARD["panels"] for target in panel["targets"]]
ALERTS = [(rule["alert"], rule["expr"]) for group in RULES["groups"] for rule in group["rules"]]
OF_PROMETHEUS = {"up"}


def names_in(expression: str) -> set[str]:
    """The metrics of an expression: what stands before braces, brackets, comparisons, or at the end."""
    bare = re.sub(r"\{[^}]*\}|\b(by|on)\s*\([^)]*\)", " ", expression)
    return set(re.findall(r"\b(?:rescuewire|process)_\w+|\bup\b", bare))


def labels_in(expression: str) -> set[str]:
    grouped = re.findall(r"\b(?:by|on)\s*\(([^)]*)\)", expression)
    return {label.strip() for group in grouped for label in group.split(",")} - {"job", "instance", "le"}


@pytest.fixture
def scraped() -> Iterator[str]:
    """The page of a run that has committed a record, and after it that of alerting."""
    monitor = Monitor()
    monitor.load_models(CountingDetector())
    stream = stream_of(StandingFeed(records(b"a")))
    with monitor.observe(stream):
        for record in iter(stream.next_record, None):
            stream.take(Outcome(record, OutcomeKind.NO_EVENT))
        stream.settle()
        yield generate_latest(monitor.registry).decode() + page_of_alerts()
    stream.close()


def page_of_alerts() -> str:
    """The page of alerting whose receiver has taken nothing yet."""
    lane = Lane(Route("desk", (), NoReceiver(), decode_event), StandingFeed(records(b"a")), MemoryWriter())
    monitor = AlertMonitor()
    with monitor.observe([WatchedLane(lane, PatientWatchdog())]):
        return generate_latest(monitor.registry).decode()


class NoReceiver:
    """Gets nothing."""

    def deliver(self, alert: Alert) -> None:
        raise AssertionError(alert)

    def close(self) -> None:
        """Nothing is held."""


def test_what_is_told_is_what_is_listed(scraped: str) -> None:
    told = {
        family.name + ("_total" if family.type == "counter" else ""): (family.type, family.documentation)
        for family in text_string_to_metric_families(scraped)
    }
    ours = {name: what for name, what in told.items() if name.startswith("rescuewire_")}
    assert ours == {
        metric.name: (metric.kind.value, metric.sentence) for metric in METRICS if metric not in OF_THE_LIBRARY
    }
    assert told.keys() - ours.keys() == {metric.name for metric in OF_THE_LIBRARY}


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_metric_has_the_series_and_labels_that_are_listed(metric: Metric, scraped: str) -> None:
    found = [
        sample
        for family in text_string_to_metric_families(scraped)
        for sample in family.samples
        if sample.name in metric.series
    ]
    assert {sample.name for sample in found} == set(metric.series)
    assert {frozenset(sample.labels) - {"le"} for sample in found} == {frozenset(metric.labels)}


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_name_says_its_unit_and_kind(metric: Metric) -> None:
    assert metric.name.endswith("_total") == (metric.kind is MetricKind.COUNTER)
    assert metric.sentence.endswith(".")
    assert bool(metric.buckets) == (metric.kind is MetricKind.HISTOGRAM)


def test_the_page_is_in_step() -> None:
    written = (ROOT / "docs/metrics.md").read_text(encoding="utf-8")
    assert written == page(), "python -m rescuewire.metrics.page > docs/metrics.md"


@pytest.mark.parametrize(("title", "expression"), [*TARGETS, *ALERTS])
def test_a_query_asks_for_what_is_listed(title: str, expression: str) -> None:
    assert names_in(expression), title
    assert names_in(expression) <= {*series_names(), *OF_PROMETHEUS}
    labels = {label for metric in METRICS if set(metric.series) & names_in(expression) for label in metric.labels}
    assert labels_in(expression) <= labels


def test_the_dashboard_shows_all_of_ours() -> None:
    shown = {name for _, expression in TARGETS for name in names_in(expression)}
    assert [m.name for m in METRICS if m not in OF_THE_LIBRARY and not shown & set(m.series)] == []


def test_an_alerting_process_is_ready_where_every_lane_has_joined() -> None:
    feeds = [StandingFeed(), StandingFeed()]
    lanes = [Lane(Route(f"r{n}", (), NoReceiver(), decode_event), feed, MemoryWriter()) for n, feed in enumerate(feeds)]
    health = AlertMonitor().health
    assert health.obstacle() == "the lanes are not open"
    health.lanes = [WatchedLane(lane, PatientWatchdog()) for lane in lanes]
    assert (health.alive, health.obstacle()) == (True, "")
    feeds[0].broker_answers = False
    assert health.obstacle() == "r0: the broker does not answer"
    feeds[0].broker_answers, feeds[1].joined = True, False
    assert health.obstacle() == "r1: not joined to the consumer group"


def test_counters_of_known_labels_begin_at_zero(scraped: str) -> None:
    assert value_of(scraped, "rescuewire_dead_letters_total", reason="not_json") == 0
    assert value_of(scraped, "rescuewire_dead_letters_total", reason="timed_out") == 0
    assert value_of(scraped, "rescuewire_articles_total", outcome="dead_letter") == 0
    assert value_of(scraped, "rescuewire_events_total", event_type="RESCUE", language="fr") == 0
    assert value_of(scraped, "rescuewire_rejections_total", reason="no_patient") == 0
