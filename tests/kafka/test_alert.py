"""Alerts from a real topic to real receivers that fail, stall and die: counted against expectation."""

from __future__ import annotations

import json
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from broker import free_ports

from fakes.kafka_driver import Driver, MakeTopic, header_values
from fakes.monitored import fetch_page, value_of
from fakes.receiver import Answer, FakeReceiver, listening
from fakes.running import ENVIRONMENT, command, wait_until
from kafka import KafkaProducer
from rescuewire_connectors.dead_letters import FIELD, MESSAGE, REASON
from rescuewire_schemas.codec import encode_event, from_json
from rescuewire_schemas.rescue_event import RescueEvent

pytestmark = pytest.mark.kafka

EXAMPLE = Path(__file__).parents[2] / "schemas/rescuewire_schemas/rescue_event/examples/1.1.0/likely.pass.json"
RULES = """
receivers:
  desk:
    webhook: {{url: {desk}, timeout_seconds: 1, give_up_seconds: {give_up}}}
  coast:
    cap: {{folder: {cap}, sender: a@b}}
rules:
  ten: {{events: {{min_victims: 10}}, send_to: [desk, coast]}}
"""


@dataclass
class Alerting:
    """A topic of events, and the verb `alert` over it."""

    driver: Driver
    topic: str
    folder: Path

    @property
    def cap(self) -> Path:
        return self.folder / "cap"

    def send(self, people: list[int | bytes | None]) -> None:
        """Send an event of so many people each, with its place in the list as its id; or other values."""
        with closing(KafkaProducer(bootstrap_servers=self.driver.server)) as producer:
            for number, each in enumerate(people):
                value = encode_event(_event(number, each)) if isinstance(each, int) else each
                producer.send(self.topic, value, key=f"{number}".encode())
            producer.flush(30)

    def start(self, desk: str, *settings: str, give_up: int = 60) -> subprocess.Popen[str]:
        rules = self.folder / "rules.yaml"
        rules.write_text(RULES.format(desk=desk, cap=self.cap, give_up=give_up))
        words = command("alert", str(rules), self.driver.address(self.topic), "--group", self.topic, *settings)
        environment = {**ENVIRONMENT, "NO_PROXY": "127.0.0.1"}
        return subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True)

    def lag(self, receiver: str) -> int:
        group = f"{self.topic}.{receiver}"
        return self.driver.lag(group, self.topic) if self.driver.committed(group, self.topic) else 1_000_000

    def wait_until_done(self) -> None:
        wait_until(lambda: self.lag("desk") == 0 and self.lag("coast") == 0, "all events to be committed")

    def drain(self, process: subprocess.Popen[str]) -> str:
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
        assert process.returncode == 0, said
        return said

    def cap_files(self) -> set[str]:
        return {path.name.removesuffix(".xml") for path in self.cap.iterdir()}


def _event(number: int, people: int) -> RescueEvent:
    written = json.loads(EXAMPLE.read_text())
    figures = {"best": people, "min": people, "max": people, "qualifier": "EXACT", "text": None}
    return from_json(json.dumps({**written, "event_id": f"{number:032x}", "victims": figures}))


def _keys(*numbers: int) -> set[str]:
    return {f"{number:032x}-ten" for number in numbers}


@pytest.fixture
def alerting(driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> Alerting:
    topic = make_topic("rescues")
    make_topic(f"{topic}-alert-dlq", exactly=True, partitions=1)
    made = Alerting(driver, topic, tmp_path)
    made.cap.mkdir()
    return made


def _failing_at(failures: dict[int, Answer]) -> Callable[[int, str], Answer]:
    """Answers by the number of the request; 200 where nothing is said."""
    return lambda number, _key: failures.get(number, 200)


def test_three_failures_of_a_receiver_cost_no_alert(alerting: Alerting) -> None:
    """Down for two requests, silent for one, too busy for one: every alert arrives, and those alone come twice."""
    alerting.send([9, *range(10, 40), 3, 2])
    failures: dict[int, Answer] = {0: 503, 1: 500, 7: None, 15: (429, {"Retry-After": "1"})}
    with listening(FakeReceiver(_failing_at(failures))) as desk:
        process = alerting.start(desk.url)
        alerting.wait_until_done()
        said = alerting.drain(process)
    wanted = _keys(*range(1, 31))
    assert desk.taken == dict.fromkeys(wanted, 1)
    assert sum(desk.asked.values()) == 30 + 4
    assert alerting.cap_files() == wanted
    assert "desk: 33 events read, 30 alerts; coast: 33 events read, 30 alerts" in said


def test_a_receiver_that_is_down_holds_back_itself_alone_and_loses_nothing(alerting: Alerting) -> None:
    alerting.send(list(range(10, 20)))
    with listening(FakeReceiver(lambda number, _key: 200 if number < 3 else 503)) as desk:
        process = alerting.start(desk.url, give_up=3)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 75, said
        assert "receiver desk: HTTP 503 Service Unavailable, for 3 s; alerts wait, restart me" in said
        assert len(desk.taken) == 3
    assert (alerting.lag("desk"), alerting.lag("coast")) == (7, 0)
    assert alerting.cap_files() == _keys(*range(10))
    with listening(FakeReceiver()) as recovered:
        process = alerting.start(recovered.url)
        alerting.wait_until_done()
        alerting.drain(process)
    assert desk.taken + recovered.taken == dict.fromkeys(_keys(*range(10)), 1)


def test_killed_in_the_middle_nothing_is_lost_and_what_comes_twice_has_its_key(alerting: Alerting) -> None:
    alerting.send([10] * 40)
    with listening(FakeReceiver(lambda number, _key: 200 if number < 20 else None)) as desk:
        process = alerting.start(desk.url)
        wait_until(lambda: sum(desk.asked.values()) > 20, "the middle of the batch")
        process.kill()
        process.communicate(timeout=30)
    assert alerting.lag("desk") >= 20
    with listening(FakeReceiver()) as recovered:
        process = alerting.start(recovered.url)
        alerting.wait_until_done()
        alerting.drain(process)
    every: Counter[str] = desk.taken + recovered.taken
    assert set(every) == _keys(*range(40))
    assert sum(every.values()) > 40, "the batch was not repeated: it was committed before it was delivered"
    assert alerting.cap_files() == _keys(*range(40))


def test_what_can_never_be_sent_is_a_dead_letter(alerting: Alerting) -> None:
    alerting.send([10, 11, b"no event", None, 12])
    refused = f"{1:032x}-ten"
    with listening(FakeReceiver(lambda _number, key: 422 if key == refused else 200)) as desk:
        process = alerting.start(desk.url)
        alerting.wait_until_done()
        said = alerting.drain(process)
    assert set(desk.taken) == _keys(0, 4)
    assert "desk: 5 events read, 2 alerts, 2 dead letters; coast: 5 events read, 3 alerts, 1 dead letter" in said
    records = alerting.driver.records(f"{alerting.topic}-alert-dlq")
    letters = {(record.key, header_values(record)[FIELD]): header_values(record) for record in records}
    assert {place: headers[REASON] for place, headers in letters.items()} == {
        (b"1", "receivers.desk"): "refused",
        (b"2", "receivers.desk"): "unreadable",
        (b"2", "receivers.coast"): "unreadable",
    }
    assert letters[b"1", "receivers.desk"][MESSAGE].startswith("rule ten: receiver desk: HTTP 422 ")


def test_it_tells_prometheus_what_each_receiver_got_and_what_waits(alerting: Alerting) -> None:
    alerting.send([10, 11, 12, b"junk"])
    (port,) = free_ports(1)
    with listening(FakeReceiver(lambda number, _key: 200 if number < 2 else 503)) as desk:
        process = alerting.start(desk.url, "--metrics-port", str(port))
        wait_until(lambda: sum(desk.asked.values()) > 2 and alerting.lag("coast") == 0, "one to wait, one to be done")
        wait_until(lambda: lag_at(port, "coast") == 0, "the last fetch to tell that nothing waits")
        assert fetch_page(port, "/readyz") == (200, "ok\n")
        assert fetch_page(port, "/healthz") == (200, "ok\n")
        page = fetch_page(port, "/metrics")[1]
        alerting.drain(process)
    assert value_of(page, "rescuewire_alerts_total", receiver="coast", outcome="delivered") == 3
    assert value_of(page, "rescuewire_alerts_total", receiver="coast", outcome="dead_letter") == 1
    assert value_of(page, "rescuewire_alert_lag_records", receiver="desk") > 0


def lag_at(port: int, receiver: str) -> float:
    return value_of(fetch_page(port, "/metrics")[1], "rescuewire_alert_lag_records", receiver=receiver)


def test_a_process_that_is_told_to_end_does_not_wait_for_a_receiver_that_is_down(alerting: Alerting) -> None:
    alerting.send([10, 11])
    with listening(FakeReceiver(lambda number, _key: (503, {"Retry-After": "60"}) if number else 200)) as desk:
        process = alerting.start(desk.url)
        wait_until(lambda: sum(desk.asked.values()) == 2, "the receiver to be down")
        alerting.drain(process)
    assert alerting.lag("desk") == 1


def test_the_topic_of_dead_letters_must_be_there(driver: Driver, make_topic: MakeTopic, tmp_path: Path) -> None:
    alerting = Alerting(driver, make_topic("rescues"), tmp_path)
    alerting.cap.mkdir()
    process = alerting.start("http://127.0.0.1:9/")
    _, said = process.communicate(timeout=60)
    assert (process.returncode, f"{alerting.topic}-alert-dlq" in said) == (66, True), said


def test_no_broker_answers(tmp_path: Path) -> None:
    alerting = Alerting(Driver("127.0.0.1:9"), "rescues", tmp_path)
    alerting.cap.mkdir()
    process = alerting.start("http://127.0.0.1:9/")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 69, said
    assert said.count("\n") == 1
