"""Broker, schema registry, pipeline and Prometheus together, under load: all of them count the same."""

from __future__ import annotations

import json
import signal
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from broker import free_ports

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, header_values
from fakes.monitored import fetch_page, samples_of, value_of
from fakes.prometheus import Prometheus, watching
from fakes.running import ROOT, run_command, start_command, wait_until
from rescuewire.event_wire import decoder
from rescuewire_connectors.dead_letters import REASON
from rescuewire_connectors.registry.address import parse_registry

pytestmark = [pytest.mark.kafka, pytest.mark.registry, pytest.mark.slow, pytest.mark.timeout(600)]

LOAD_SECONDS = 20.0
ARTICLES = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests" / "articles").glob("*.json"))
]
OTHERS = [
    Sent(b"{", "dead_letter"),
    Sent(article(title=7), "dead_letter"),
    Sent(article(language="xx"), "unsupported_language"),
    Sent(None, "tombstone"),
]


@contextmanager
def running(*words: str) -> Iterator[None]:
    """A run of the command line, which drains at the end of the block."""
    process = start_command("run", *words)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said


def load(driver: Driver, topic: str) -> int:
    """Send all bundled articles, and what is none, again and again; returns how many records that were."""
    sent, until = 0, time.monotonic() + LOAD_SECONDS
    while time.monotonic() < until:
        renamed = [Sent(json.dumps({**each, "id": f"{uuid.uuid4()}"}).encode(), "") for each in ARTICLES]
        sent += len(driver.send(topic, [*renamed, *OTHERS]))
        time.sleep(2)
    return sent


def sum_of(prometheus: Prometheus, name: str) -> float:
    """The sum over all labels; -1 before the first scrape."""
    result = prometheus.ask("query", query=f"sum({name})")["result"]
    return float(result[0]["value"][1]) if result else -1


def by_labels(page: str, name: str, *labels: str) -> Counter[Any]:
    """The samples of a page that are not 0, by the values of some labels."""
    counted: Counter[Any] = Counter()
    for sample in samples_of(page):
        if sample.name == name and sample.value:
            counted[tuple(sample.labels[label] for label in labels)] += int(sample.value)
    return counted


def test_topics_metrics_prometheus_and_the_run_itself_count_the_same(
    driver: Driver, schema_registry: Any, tmp_path: Path
) -> None:
    own, (port,) = uuid.uuid4().hex[:8], free_ports(1)
    source, sink, summary = f"news-{own}", f"events-{own}", tmp_path / "summary.json"
    places = (driver.address(source), driver.address(sink))
    settings = ("--registry", schema_registry.url, "--group", own, "--metrics-port", str(port))
    assert run_command("topics", "create", *places).returncode == 0
    ready = run_command("check", *places, *settings, timeout=120)
    assert ready.returncode == 0, ready.stdout
    with running(*places, *settings, "--summary", str(summary), "--log-level", "error"):
        wait_until(lambda: is_ready(port), "the run to be ready", seconds=120)
        with watching(tmp_path, rescuewire=port) as prometheus:
            sent = load(driver, source)
            wait_until(lambda: driver.lag(own, source) == 0, "all to be committed", seconds=180)
            wait_until(lambda: sum_of(prometheus, "rescuewire_articles_total") == sent, "Prometheus to know")
            page = fetch_page(port, "/metrics")[1]
            assert sum_of(prometheus, "rescuewire_consumer_lag_records") == 0
            assert sum_of(prometheus, "rescuewire_events_total") == value_of(page, "rescuewire_events_total")
    decode = decoder(parse_registry(schema_registry.url))
    events = [decode(record.value or b"") for record in driver.records(sink)]
    reasons = Counter((header_values(record)[REASON],) for record in driver.records(f"{sink}-dlq"))
    types = Counter((event.event_type.value, event.article.language) for event in events)
    assert by_labels(page, "rescuewire_events_total", "event_type", "language") == types
    assert by_labels(page, "rescuewire_dead_letters_total", "reason") == reasons
    assert len(events) > 0
    counts = json.loads(summary.read_text())
    assert (counts["records"], counts["events"]) == (sent, len(events))
    outcomes = {name: count for (name,), count in by_labels(page, "rescuewire_articles_total", "outcome").items()}
    assert outcomes == {name: count for name, count in counts["outcomes"].items() if count}


def is_ready(port: int) -> bool:
    """True when the run says so."""
    try:
        return fetch_page(port, "/readyz")[0] == 200
    except OSError:
        return False
