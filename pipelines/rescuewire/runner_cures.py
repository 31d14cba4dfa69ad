"""Cures for Beam's in-process runner: memory that grows with every bundle, and a wait at the end of each.

*Memory.* After each bundle FnApiRunner merges its metrics with those of all bundles before by `consolidate`, a
generator that nobody reads before the end: each bundle puts one generator around another, and keeps its metrics in it,
some 28 kB. Reading the generator at once keeps the same totals in a list of constant size.

*A wait.* While a bundle is processed, a thread looks again and again at which step is running, and sleeps between
looks: 2 ms at first, 1.2 times as long each time, up to 200. The bundle ends when that thread has woken up, so that a
twelfth of its time goes into waiting, a sixth at worst. Looks that are more frequent shorten the wait and disturb the
work. Nobody reads what they find, so the thread ends without one.
"""

from __future__ import annotations

from collections.abc import Iterable

from apache_beam.metrics import monitoring_infos
from apache_beam.portability.api import metrics_pb2
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.worker.statesampler import StateSampler
from apache_beam.version import __version__

CURED_VERSION = "2.77.0"
CURED_NAME = "consolidate_monitoring_infos"
LOOKS_NAME = "run"


def cure_runner() -> None:
    """Cure the runner of this process, on the version of Beam that needs it; safe to call again."""
    if __version__ == CURED_VERSION:
        setattr(fn_runner, CURED_NAME, _consolidate_at_once)
        setattr(StateSampler, LOOKS_NAME, _look_never)


def _consolidate_at_once(infos: Iterable[metrics_pb2.MonitoringInfo]) -> list[metrics_pb2.MonitoringInfo]:
    return list(monitoring_infos.consolidate(infos))  # type: ignore[no-untyped-call]  # Beam is untyped


def _look_never(_sampler: StateSampler) -> None:
    """What the thread that looks does."""
