"""The monitor of a run: everything that it tells, in one registry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, ProcessCollector, disable_created_metrics

from rescuewire.detection import Detector
from rescuewire.metrics.counters import CommittedCounters
from rescuewire.metrics.gauges import RunGauges
from rescuewire.metrics.health import Health
from rescuewire_connectors.stream import Stream
from rescuewire_schemas.rescue_event import RescueEvent


class Monitor:
    """Counts what a stream commits, and knows how it stands."""

    def __init__(self) -> None:
        # A series more for each, which nobody asks for.
        disable_created_metrics()  # type: ignore[no-untyped-call]  # not annotated
        self.registry = CollectorRegistry()
        self.health = Health()
        self._counters = CommittedCounters(self.registry)
        self.registry.register(RunGauges(self.health))
        ProcessCollector(registry=self.registry)

    def load_models(self, detector: Detector) -> None:
        """Load everything that articles will need; before that, a run is not ready."""
        self.health.load_models(detector)
        self._counters.know_languages(tuple(pack.partition("@")[0] for pack in self.health.packs))

    @contextmanager
    def observe(self, stream: Stream[RescueEvent]) -> Iterator[None]:
        """Follow the stream inside the block; an observer of `run_pipeline`."""
        self.health.stream_opened(stream)
        stream.followers.append(self._counters.count)
        try:
            yield
        finally:
            self.health.stream_ended()
