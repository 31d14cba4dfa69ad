"""The whole system on this machine: broker, registry, pipeline, alerts with a receiver, Prometheus, and an operator."""

from __future__ import annotations

import json
import signal
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from broker import Broker, free_ports

from fakes.articles import Sent
from fakes.kafka_driver import Driver
from fakes.monitored import fetch_page
from fakes.prometheus import Prometheus, watching
from fakes.receiver import Answer, FakeReceiver, listening
from fakes.runbook import Operator
from fakes.running import ENVIRONMENT, ROOT, command, wait_until
from registry import Registry
from rescuewire_connectors.record import Record

SOURCE, SINK, LETTERS = "news-articles", "rescue-events", "rescue-events-dlq"
ALERT_GROUP, ALERT_LETTERS = "rescuewire-alert.news-desk", "rescue-events-alert-dlq"
GIVE_UP_SECONDS = 30
RULES = """
receivers:
  news-desk:
    webhook: {{url: {url}, timeout_seconds: 2, give_up_seconds: {give_up}}}
rules:
  every-event: {{events: {{}}, send_to: [news-desk]}}
"""
ARTICLES: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests" / "articles").glob("*.json"))
]


class Process:
    """A verb that goes on, its standard error in a file."""

    def __init__(self, folder: Path, words: list[str], variables: dict[str, str]) -> None:
        self._log = folder / f"{uuid.uuid4().hex}.log"
        with self._log.open("wb") as log:
            environment = {**ENVIRONMENT, **variables}
            self._process = subprocess.Popen(words, env=environment, stderr=log, stdout=log, cwd=folder)

    def wait(self, seconds: float = 120) -> int:
        """How it ends by itself."""
        return self._process.wait(seconds)

    def stop(self) -> None:
        """Let it drain, as Kubernetes would."""
        self._process.send_signal(signal.SIGTERM)
        assert self.wait() == 0, self.said()

    def said(self) -> str:
        """What it said until now."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def kill(self) -> None:
        """End it however it stands."""
        self._process.kill()
        self._process.wait(30)


@dataclass
class System:
    """What runs. `answer` is what the receiver of alerts says from now on."""

    folder: Path
    broker: Broker
    registry: Registry
    operator: Operator
    receiver: FakeReceiver
    ports: dict[str, int]
    answer: int = 200
    processes: list[Process] = field(default_factory=list)

    @property
    def driver(self) -> Driver:
        return Driver(self.broker.address)

    @property
    def places(self) -> tuple[str, str]:
        """Where the pipeline reads and writes."""
        return self.driver.address(SOURCE), self.driver.address(SINK)

    def start(self, words: list[str], **variables: str) -> Process:
        """Start a command; it is ended at the latest with the system."""
        self.processes.append(Process(self.folder, words, variables))
        return self.processes[-1]

    def start_replica(self, job: str = "rescuewire", **variables: str) -> Process:
        """Start a replica of the pipeline on the port of a job; it is ready when this returns."""
        settings = ("--registry", self.registry.url, "--metrics-port", str(self.ports[job]))
        replica = self.start(command("run", *self.places, *settings), **variables)
        wait_until(lambda: self.is_ready(job), "the replica to be ready", seconds=120)
        return replica

    def start_alerts(self) -> Process:
        """Start alerts to the receiver."""
        rules = self.folder / "rules.yaml"
        rules.write_text(RULES.format(url=self.receiver.url, give_up=GIVE_UP_SECONDS))
        settings = ("--registry", self.registry.url, "--metrics-port", str(self.ports["rescuewire_alert"]))
        return self.start(command("alert", str(rules), self.places[1], *settings), NO_PROXY="127.0.0.1")

    def is_ready(self, job: str) -> bool:
        try:
            return fetch_page(self.ports[job], "/readyz")[0] == 200
        except OSError:
            return False

    def send(self, *sent: Sent) -> int:
        """Send records to the pipeline; returns how many."""
        return len(self.driver.send(SOURCE, sent))

    def send_articles(self) -> int:
        """Send all bundled articles under ids that are new."""
        return self.send(*(Sent(json.dumps({**each, "id": f"{uuid.uuid4()}"}).encode(), "") for each in ARTICLES))

    def wait_for_commits(self, group: str = "rescuewire", topic: str = SOURCE) -> None:
        """Wait until a group has done every record of its topic; the markers of transactions behind are nobody's."""
        wait_until(lambda: self.has_done_all(group, topic), f"{group} to commit all", seconds=300)

    def has_done_all(self, group: str, topic: str) -> bool:
        """True when nothing that a reader would get is left for the group."""
        done = self.driver.committed(group, topic)
        return all(record.offset < done.get(record.partition, 0) for record in self.driver.records(topic))

    def events(self, topic: str = SINK) -> list[Record]:
        """The records of a topic of events."""
        return self.driver.records(topic)


@contextmanager
def whole_system(folder: Path) -> Iterator[tuple[System, Prometheus]]:
    """Broker, registry, receiver and Prometheus, with a folder for the operator; the rest is started by the test."""
    with ExitStack() as stack:
        broker, registry = Broker(_made(folder / "kafka")), Registry(_made(folder / "registry"))
        stack.callback(broker.stop)
        broker.format()
        broker.start()
        stack.callback(registry.stop)
        registry.start()
        ports = dict(zip(("rescuewire", "rescuewire_alert", "beside"), free_ports(3), strict=True))

        def answer(_number: int, _key: str) -> Answer:
            return system.answer

        receiver = stack.enter_context(listening(FakeReceiver(answer)))
        system = System(folder, broker, registry, Operator(folder), receiver, ports)
        stack.callback(lambda: [process.kill() for process in system.processes])
        system.operator.put_in({"kafka:9092": broker.address, "http://registry:8080/apis/ccompat/v7": registry.url})
        system.operator.set("RESCUEWIRE_REGISTRY", registry.url)
        system.operator.put_in({"127.0.0.1:9108": f"127.0.0.1:{ports['rescuewire']}"})
        watched = {job: port for job, port in ports.items() if job != "beside"}
        yield system, stack.enter_context(watching(folder, **watched))


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
