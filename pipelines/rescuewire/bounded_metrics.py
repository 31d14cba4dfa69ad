"""A cure for memory that grows with every bundle in Beam's in-process runner.

After each bundle FnApiRunner merges its metrics with those of all bundles before by `consolidate`, a generator
that nobody reads before the end: each bundle puts one generator around another, and keeps its metrics in it, some
28 kB. Reading the generator at once keeps the same totals in a list of constant size.
"""

from __future__ import annotations

from collections.abc import Iterable

from apache_beam.metrics import monitoring_infos
from apache_beam.portability.api import metrics_pb2
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.version import __version__

CURED_VERSION = "2.77.0"
CURED_NAME = "consolidate_monitoring_infos"


def keep_metrics_bounded() -> None:
    """Merge metrics at once, on the version of Beam that needs it; safe to call again."""
    if __version__ == CURED_VERSION:
        setattr(fn_runner, CURED_NAME, _consolidate_at_once)


def _consolidate_at_once(infos: Iterable[metrics_pb2.MonitoringInfo]) -> list[metrics_pb2.MonitoringInfo]:
    return list(monitoring_infos.consolidate(infos))  # type: ignore[no-untyped-call]  # Beam is untyped
