"""A run over a real Kafka, as a real Prometheus and a prober see it."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from broker import Broker, free_ports
from kafka.admin import NewTopic

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver, MakeTopic
from fakes.monitored import fetch_page, value_of
from fakes.prometheus import watching
from fakes.running import KEYWORD_DETECTOR, start_command, wait_until
from kafka import KafkaAdminClient

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

DASHBOARD = Path(__file__).resolve().parents[2] / "infra" / "grafana" / "rescuewire.json"
SLOW = [Sent(article(id=f"s{number}", text="Police rescued 5 people. SLEEP 0.05"), "events") for number in range(400)]
BROKEN = [Sent(b"{", "dead_letter")] * 100
NOT_OF_THIS_RUN = ("rescuewire_extraction", "rescuewire_rejections", "rescuewire_language_pack", "rescuewire_alert")


@contextmanager
def running(driver: Driver, source: str, sink: str) -> Iterator[int]:
    """A run with its pages served at the port that is given."""
    (port,) = free_ports(1)
    words = ("--group", source, "--metrics-port", str(port), "--detector", KEYWORD_DETECTOR, "--log-level", "error")
    process = start_command("run", driver.address(source), driver.address(sink), *words)
    try:
        wait_until(lambda: answers(port, "/readyz") == 200, "the run to be ready", seconds=120)
        yield port
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)


def answers(port: int, path: str) -> int:
    """The status of a page, 0 where nobody answers."""
    try:
        return fetch_page(port, path)[0]
    except OSError:
        return 0


def test_alerts_fire_when_lag_grows_and_dead_letters_rise(
    driver: Driver, make_topic: MakeTopic, tmp_path: Path
) -> None:
    source, sink = make_topic("news"), make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    with running(driver, source, sink) as port, watching(tmp_path, rescuewire=port) as prometheus:
        wait_until(lambda: prometheus.ask("query", query="rescuewire_ready == 1")["result"], "a first scrape")
        assert prometheus.firing() == set()

        def both_fire() -> bool:
            driver.send(source, [*SLOW, *BROKEN])
            return {"RescuewireLagGrows", "RescuewireDeadLettersRise"} <= prometheus.firing()

        wait_until(both_fire, "both alerts to fire", seconds=120)
        assert prometheus.firing() <= {"RescuewireLagGrows", "RescuewireDeadLettersRise", "RescuewireNoCommit"}
        for title, expression in panels():
            assert prometheus.ask("query", query=expression)["result"], title


def panels() -> Iterator[tuple[str, str]]:
    """The queries of the dashboard, as Grafana asks them; without those that need the real detector or receivers."""
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel["targets"]:
            if not any(name in target["expr"] for name in NOT_OF_THIS_RUN):
                yield panel["title"], target["expr"].replace("$__rate_interval", "20s").replace("$job", "rescuewire")


def test_lag_is_what_kafka_says(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news"), make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    driver.send(source, SLOW)
    with running(driver, source, sink) as port:
        wait_until(lambda: 0 < lag_at(port) <= len(SLOW), "the lag of the first batch")
        assert driver.lag(source, source) > 0
        wait_until(lambda: driver.lag(source, source) == 0, "all to be committed", seconds=120)
        wait_until(lambda: lag_at(port) == 0, "the lag to be none")
        page = fetch_page(port, "/metrics")[1]
        assert value_of(page, "rescuewire_articles_total", outcome="events") == len(SLOW)
        assert value_of(page, "rescuewire_latency_seconds_count") == len(SLOW)


def lag_at(port: int) -> float:
    """The lag of all partitions, -1 before the first fetch."""
    page = fetch_page(port, "/metrics")[1]
    name = "rescuewire_consumer_lag_records"
    return value_of(page, name) if f"{name}{{" in page else -1


def test_a_replica_without_a_partition_is_ready(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news", partitions=1), make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    with running(driver, source, sink) as first, running(driver, source, sink) as second:
        wait_until(lambda: driver.members(source) == 2 and driver.is_stable(source), "both in the group")
        assert (answers(first, "/readyz"), answers(second, "/readyz")) == (200, 200)


def test_ready_ends_and_comes_back_with_the_broker(tmp_path: Path) -> None:
    broker = Broker(tmp_path)
    broker.format()
    broker.start()
    admin = KafkaAdminClient(bootstrap_servers=broker.address)
    admin.create_topics([NewTopic(name, 1, 1) for name in ("news", "events", "events-dlq")])
    admin.close()
    with running(Driver(broker.address), "news", "events") as port:
        wait_until(lambda: lag_at(port) == 0, "its offsets to be committed")  # until then it cannot do without a broker
        broker.stop()
        wait_until(answer_of(port, "/readyz", 503), "not to be ready")
        assert "broker" in fetch_page(port, "/readyz")[1]
        assert answers(port, "/healthz") == 200
        broker.start()
        wait_until(answer_of(port, "/readyz", 200), "to be ready again")
    broker.stop()


def answer_of(port: int, path: str, status: int) -> Callable[[], bool]:
    return lambda: answers(port, path) == status
