from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import version

import pytest
from broker import free_ports
from prometheus_client import generate_latest

from fakes.keyword_detector import KeywordDetector
from fakes.memory import MemoryFeed, records
from fakes.monitored import CountingDetector, PatientWatchdog, StandingFeed, fetch_page, stream_of, value_of
from rescuewire.metrics import LOCALHOST
from rescuewire.metrics.health import Health
from rescuewire.metrics.monitor import Monitor
from rescuewire.metrics.serving import serving
from rescuewire.outcomes import detect_events, parse_record
from rescuewire_connectors.outcome import Outcome
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import WrongSettings
from rescuewire_connectors.stream import Stream
from rescuewire_schemas.rescue_event import Harm, RescueEvent

DETECTOR = KeywordDetector(frozenset(Harm))


def commit_all(stream: Stream[RescueEvent]) -> None:
    for record in iter(stream.next_record, None):
        parsed = parse_record(record, 5)
        stream.take(parsed if isinstance(parsed, Outcome) else detect_events(parsed, DETECTOR, 5))
    stream.settle()


@contextmanager
def observed(monitor: Monitor, feed: MemoryFeed) -> Iterator[Stream[RescueEvent]]:
    stream = stream_of(feed)
    with monitor.observe(stream):
        yield stream
    stream.close()


def told(monitor: Monitor) -> str:
    return generate_latest(monitor.registry).decode()


class TestCounting:
    @pytest.fixture
    def batch(self) -> list[Record]:
        values = (b'{"text": "Police rescued 12 people. They rescued 3 more."}', b'{"text": "Nothing."}', b"{", b"[]")
        return [replace(record, timestamp_ms=round(time.time() * 1000) - 2_000) for record in records(*values)]

    def test_a_batch_counts_when_it_is_committed(self, batch: list[Record]) -> None:
        monitor = Monitor()
        with observed(monitor, MemoryFeed(batch)) as stream:
            assert value_of(told(monitor), "rescuewire_articles_total") == 0
            commit_all(stream)
        page = told(monitor)
        for outcome, count in {"events": 1, "no_event": 1, "dead_letter": 2, "tombstone": 0}.items():
            assert value_of(page, "rescuewire_articles_total", outcome=outcome) == count
        assert value_of(page, "rescuewire_events_total", event_type="RESCUE", language="und") == 2
        assert value_of(page, "rescuewire_dead_letters_total", reason="not_json") == 1
        assert value_of(page, "rescuewire_dead_letters_total", reason="not_an_object") == 1
        assert value_of(page, "rescuewire_batch_records_sum") == 4
        assert value_of(page, "rescuewire_batch_seconds_count") == 1

    def test_latency_is_from_the_records_timestamp_to_its_commit(self, batch: list[Record]) -> None:
        monitor = Monitor()
        with observed(monitor, MemoryFeed([*batch, Record("news", 0, 9, None)])) as stream:
            commit_all(stream)
        page = told(monitor)
        assert value_of(page, "rescuewire_latency_seconds_count") == 4
        assert value_of(page, "rescuewire_latency_seconds_bucket", le="1.0") == 0
        assert value_of(page, "rescuewire_latency_seconds_sum") >= 8


class TestAsking:
    def test_lag_and_the_age_of_the_last_commit(self) -> None:
        monitor = Monitor()
        with observed(monitor, StandingFeed()):
            page = told(monitor)
            assert value_of(page, "rescuewire_consumer_lag_records", topic="news", partition="0") == 7
            assert value_of(page, "rescuewire_since_commit_seconds") >= 0
        assert "rescuewire_since_commit_seconds " not in told(monitor)

    def test_versions_of_the_build_and_of_the_packs(self) -> None:
        monitor = Monitor()
        monitor.load_models(CountingDetector())
        page = told(monitor)
        assert value_of(page, "rescuewire_build_info", version=version("rescuewire"), spacy=version("spacy")) == 1
        assert value_of(page, "rescuewire_language_pack_info", language="fr", pack="fr@5678abcd") == 1


class TestReadiness:
    def test_it_comes_with_the_models_and_the_stream(self) -> None:
        health = Health()
        assert "models" in health.obstacle()
        health.load_models(DETECTOR)
        assert "stream" in health.obstacle()
        stream = stream_of(MemoryFeed())
        health.stream_opened(stream)
        assert health.obstacle() == ""
        health.stream_ended()
        assert health.obstacle()
        stream.close()

    def test_a_member_of_a_group_is_ready_when_it_has_joined_and_the_broker_answers(self) -> None:
        health, feed = Health(), StandingFeed()
        health.load_models(DETECTOR)
        stream = stream_of(feed)
        health.stream_opened(stream)
        feed.lag = {}
        assert health.obstacle() == ""
        feed.broker_answers = False
        assert "broker" in health.obstacle()
        feed.joined = False
        assert "joined" in health.obstacle()
        stream.close()


class TestServing:
    @pytest.fixture
    def port(self) -> int:
        return free_ports(1)[0]

    def test_three_pages_and_no_other(self, port: int) -> None:
        monitor = Monitor()
        with serving(monitor, LOCALHOST, port):
            assert fetch_page(port, "/healthz") == (200, "ok\n")
            assert fetch_page(port, "/readyz") == (503, "the models are not loaded\n")
            status, page = fetch_page(port, "/metrics")
            assert (status, value_of(page, "rescuewire_ready")) == (200, 0)
            assert fetch_page(port, "/")[0] == 404
            monitor.load_models(DETECTOR)
            with observed(monitor, StandingFeed()):
                assert fetch_page(port, "/readyz") == (200, "ok\n")
                assert value_of(fetch_page(port, "/metrics")[1], "rescuewire_ready") == 1
        with pytest.raises(ConnectionRefusedError):
            fetch_page(port, "/healthz")

    def test_a_loop_that_does_not_move_is_not_alive(self, port: int) -> None:
        monitor, watchdog = Monitor(), PatientWatchdog()
        stream = stream_of(MemoryFeed(), watchdog)
        with serving(monitor, LOCALHOST, port), monitor.observe(stream):
            assert fetch_page(port, "/healthz") == (200, "ok\n")
            watchdog.satisfied = False
            assert fetch_page(port, "/healthz") == (503, "nothing goes forward\n")

    def test_a_port_that_is_taken_is_a_fault_of_the_settings(self, port: int) -> None:
        with socket.socket() as taken:
            taken.bind((LOCALHOST, port))
            taken.listen()
            with pytest.raises(WrongSettings, match=f"--metrics-port {port}"), serving(Monitor(), LOCALHOST, port):
                pass
