"""One Apache Kafka broker on this machine: for tests, and for trying by hand.

As a script it starts a broker, prints its address, and stops it on Ctrl-C or SIGTERM. Needs the jars that `fetch` gets.
"""

from __future__ import annotations

import argparse
import base64
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
JARS = f"{HERE}/lib/*"
HEAP = "-Xmx384m"
READY_SECONDS = 180.0
STOP_SECONDS = 10.0
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""

PROPERTIES = """\
process.roles=broker,controller
node.id={node.number}
controller.quorum.voters={voters}
listeners=PLAINTEXT://127.0.0.1:{node.port},CONTROLLER://127.0.0.1:{node.controller_port}
advertised.listeners=PLAINTEXT://127.0.0.1:{node.port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
log.dirs={data}
default.replication.factor={copies}
min.insync.replicas={least_copies}
offsets.topic.replication.factor={copies}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor={copies}
transaction.state.log.min.isr={least_copies}
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor={copies}
share.coordinator.state.topic.min.isr={least_copies}
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=2000
auto.create.topics.enable=false
log.cleaner.dedupe.buffer.size=2097152
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
log.retention.check.interval.ms=1000
"""


class BrokerFailed(Exception):
    """The broker did not start; the message has the end of its log."""


@dataclass(frozen=True)
class Node:
    """A broker's number in its cluster, and its ports on 127.0.0.1."""

    number: int
    port: int
    controller_port: int


def new_nodes(count: int) -> list[Node]:
    """Nodes on ports that are free now."""
    ports = free_ports(2 * count)
    return [Node(index + 1, *ports[2 * index : 2 * index + 2]) for index in range(count)]


class Broker:
    """A broker on free ports of 127.0.0.1, with its data in `folder`. It dies with the process that started it.

    With others in `nodes` it is the broker of the first of them in a cluster: each record lies on three, and
    is acknowledged when it lies on two.
    """

    def __init__(self, folder: Path, nodes: Sequence[Node] = ()) -> None:
        self._nodes = list(nodes) or new_nodes(1)
        self._node = self._nodes[0]
        self.log = folder / "broker.log"
        self._settings = folder / "broker.properties"
        self._settings.write_text(self._properties(folder / "data"))
        self._process: subprocess.Popen[bytes] | None = None

    def _properties(self, data: Path) -> str:
        many = len(self._nodes) > 1
        return PROPERTIES.format(
            node=self._node,
            voters=",".join(f"{each.number}@127.0.0.1:{each.controller_port}" for each in self._nodes),
            data=data,
            copies=3 if many else 1,
            least_copies=2 if many else 1,
        )

    @property
    def port(self) -> int:
        """The port that clients are served at."""
        return self._node.port

    @property
    def address(self) -> str:
        """Host and port, as clients want them."""
        return f"127.0.0.1:{self.port}"

    @property
    def runs(self) -> bool:
        """True while the process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The broker's process."""
        return self._running().pid

    def format(self, cluster: str = "", *options: str) -> None:
        """Make the data folder, of a cluster of its own or of the one named; `options` are those of Kafka's tool."""
        cluster = cluster or new_cluster_id()
        self._java("kafka.tools.StorageTool", "format", "-t", cluster, "-c", str(self._settings), *options).wait()

    def start(self) -> None:
        """Start, and return when clients are served; raise BrokerFailed."""
        self.launch()
        self.await_service()

    def launch(self) -> None:
        """Start, and return at once."""
        self._process = self._java("kafka.Kafka", str(self._settings))

    def await_service(self) -> None:
        """Return when clients are served by all nodes; raise BrokerFailed."""
        deadline = time.monotonic() + READY_SECONDS
        while not self._serves():
            if not self.runs or time.monotonic() > deadline:
                self.kill()
                raise BrokerFailed(f"the broker did not start; {self.log} ends with:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop in good order."""
        process = self._running()
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Stop as a machine that loses power does."""
        process = self._running()
        process.kill()
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise BrokerFailed("the broker was not started")
        return self._process

    def _java(self, *arguments: str) -> subprocess.Popen[bytes]:
        quiet = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
        with self.log.open("ab") as log:
            return subprocess.Popen(
                ["java", HEAP, "-XX:+UseSerialGC", quiet, "-cp", JARS, *arguments],
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,  # noqa: PLW1509  only a system call
            )

    def _serves(self) -> bool:
        """True when the cluster describes itself with all its brokers; an open port is too early."""
        from kafka.errors import KafkaError  # noqa: PLC0415

        from kafka import KafkaAdminClient  # noqa: PLC0415  the script's help needs no client

        if not _is_open(self.port):
            return False
        try:
            admin = KafkaAdminClient(bootstrap_servers=self.address, bootstrap_timeout_ms=2_000)
        except KafkaError:
            return False
        try:
            return len(admin.describe_cluster()["brokers"]) == len(self._nodes)
        except KafkaError:
            return False
        finally:
            admin.close()


def new_cluster_id() -> str:
    """A random name as clusters have them: 16 bytes, which must not begin with a minus."""
    return base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=").replace("-", "a")


def new_cluster(folder: Path, count: int) -> list[Broker]:
    """Brokers of one cluster, formatted and started; each dies with this process."""
    nodes, cluster, brokers = new_nodes(count), new_cluster_id(), []
    for index, node in enumerate(nodes):
        own = folder / str(node.number)
        own.mkdir()
        brokers.append(Broker(own, nodes[index:] + nodes[:index]))
        brokers[-1].format(cluster)
    for broker in brokers:
        broker.launch()
    for broker in brokers:
        broker.await_service()
    return brokers


def free_ports(count: int) -> list[int]:
    """Ports that are free now: all bound at once, so that they differ."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)


def _create_topics(address: str, names: list[str], partitions: int) -> None:
    from kafka.admin import NewTopic  # noqa: PLC0415

    from kafka import KafkaAdminClient  # noqa: PLC0415

    admin = KafkaAdminClient(bootstrap_servers=address)
    admin.create_topics([NewTopic(name, num_partitions=partitions, replication_factor=1) for name in names])
    admin.close()


def main() -> None:
    """Run a broker until a signal comes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--topics", nargs="*", default=["news-articles", "rescue-events", "rescue-events-dlq"])
    parser.add_argument("--partitions", type=int, default=4)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rescuewire-kafka-"))
    broker = Broker(folder)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    try:
        _serve(broker, options.topics, options.partitions)
    finally:
        broker.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _serve(broker: Broker, topics: list[str], partitions: int) -> None:
    broker.format()
    broker.start()
    _create_topics(broker.address, topics, partitions)
    print(f"kafka://{broker.address}")
    print(f"topics: {' '.join(topics)}; Ctrl-C stops the broker", file=sys.stderr, flush=True)
    os.waitpid(broker.pid, 0)


if __name__ == "__main__":
    main()
