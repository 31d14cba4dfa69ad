"""What `rescuewire alert` tells of itself: what each receiver got, what waits for it, and the process's health."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.metrics_core import CounterMetricFamily
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.registry import Collector

from rescuewire.alerting.lane import Lane
from rescuewire.alerting.lanes import WatchedLane
from rescuewire.metrics import catalogue
from rescuewire.metrics.gauges import build_family, gauge_family


class LanesHealth:
    """Alive while every lane goes forward; ready where every lane has joined its group and the broker answers."""

    def __init__(self) -> None:
        self.lanes: Sequence[WatchedLane] = ()

    @property
    def alive(self) -> bool:
        """False where a lane has not moved within the watchdog's time; true while the process starts and ends."""
        return all(watched.alive or watched.lane.finished for watched in self.lanes)

    def obstacle(self) -> str:
        """Why the process is not ready, in a few words; empty where it is."""
        if not self.lanes:
            return "the lanes are not open"
        obstacles = (_obstacle_of(watched.lane) for watched in self.lanes)
        return next(filter(None, obstacles), "")


def _obstacle_of(lane: Lane) -> str:
    standing = lane.standing
    if standing is None:
        return ""
    if not standing.joined:
        return f"{lane.name}: not joined to the consumer group"
    return "" if standing.broker_answers else f"{lane.name}: the broker does not answer"


class AlertMonitor:
    """Reads lanes when Prometheus asks; nothing is kept for it in between."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.health = LanesHealth()
        self.registry.register(_LaneGauges(self.health))
        ProcessCollector(registry=self.registry)

    @contextmanager
    def observe(self, lanes: Sequence[WatchedLane]) -> Iterator[None]:
        """Tell of these lanes inside the block; an observer of `run_alerts`."""
        self.health.lanes = lanes
        try:
            yield
        finally:
            self.health.lanes = ()


class _LaneGauges(Collector):
    def __init__(self, health: LanesHealth) -> None:
        self._health = health

    def describe(self) -> Iterable[Family]:
        """Nothing beforehand: names are checked against the catalogue by a test."""
        return ()

    def collect(self) -> Iterable[Family]:
        """All families."""
        lanes = [watched.lane for watched in self._health.lanes]
        yield gauge_family(catalogue.READY, {(): float(not self._health.obstacle())})
        yield build_family()
        yield _alerts(lanes)
        yield gauge_family(catalogue.ALERT_LAG, dict(_lag(lanes)))


def _alerts(lanes: Sequence[Lane]) -> CounterMetricFamily:
    alerts = catalogue.ALERTS
    family = CounterMetricFamily(alerts.name, alerts.sentence, labels=alerts.labels)
    for lane in lanes:
        family.add_metric([lane.name, "delivered"], lane.tally.alerts)
        family.add_metric([lane.name, "dead_letter"], lane.tally.dead_letters)
    return family


def _lag(lanes: Sequence[Lane]) -> Iterator[tuple[tuple[str, str, str], float]]:
    for lane in lanes:
        if lane.standing is not None:
            for place, records in lane.standing.lag.items():
                yield (lane.name, place.topic, str(place.partition)), float(records)
