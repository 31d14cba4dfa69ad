"""The page of all metrics: `python -m rescuewire.metrics.page > docs/metrics.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rescuewire.metrics.catalogue import METRICS, Metric

_HEAD = """\
# Metrics

Written by `python -m rescuewire.metrics.page > docs/metrics.md` from the list in
`pipelines/rescuewire/metrics/catalogue.py`; a test keeps both in step.

`rescuewire run … --metrics-port 9108` serves these pages, at 127.0.0.1 unless `--metrics-host` says otherwise. Without
the option no port is open: one command needs none, and replicas of one host cannot share one. `rescuewire alert` takes
the same options and serves the same pages: of the names below those with `alert` in them, `rescuewire_ready`,
`rescuewire_build_info` and the process's own.

`/healthz` says 200 where the loop has moved within the watchdog's time (75 s), and while the process starts; else 503,
and the watchdog ends the process.

`/readyz` says 200 where all languages are loaded, the stream is open, and, where it reads a topic, it has joined its
group (alerting: that of each receiver) and the broker answers heartbeats; else 503, and its body says in a few words
what is missing. A replica without a partition is ready.

With a port, all languages are loaded at start; without, each with its first article. The pages bear no password and
show no article: let them be reached by those who watch, and by nobody else.

Counters count what is *committed*, so that what died with its process is not counted twice; they begin at 0 with each
process. `infra/prometheus/alerts.yml` has alert rules over them, `infra/grafana/rescuewire.json` a dashboard.

| name | type | labels | |
|---|---|---|---|
"""


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(_lines())


def _lines() -> Iterator[str]:
    for metric in METRICS:
        yield f"| `{metric.name}` | {metric.kind.value} | {_labels(metric)} | {metric.sentence} |\n"


def _labels(metric: Metric) -> str:
    return ", ".join(f"`{label}`" for label in metric.labels) or "–"


if __name__ == "__main__":
    sys.stdout.write(page())
