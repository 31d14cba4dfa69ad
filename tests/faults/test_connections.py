"""The connection between clients and a broker is cut, reset and stalled."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from broker import Broker, free_ports

from fakes.cutting_proxy import CuttingProxy
from fakes.running import wait_until
from faults.world import Finish, World

pytestmark = [pytest.mark.kafka, pytest.mark.faults, pytest.mark.timeout(300)]
AWAY_SECONDS = 5.0


class BrokerBehindProxy(Broker):
    """A broker whose clients are sent to another port."""

    def __init__(self, folder: Path, proxy_port: int) -> None:
        self._proxy_port = proxy_port
        super().__init__(folder)

    def _properties(self, data: Path) -> str:
        return f"{super()._properties(data)}advertised.listeners=PLAINTEXT://127.0.0.1:{self._proxy_port}\n"


class Connected:
    """A world that reaches its broker through a proxy alone."""

    def __init__(self, broker: Broker, proxy: CuttingProxy) -> None:
        self.broker, self.proxy = broker, proxy


@pytest.fixture(scope="module")
def connected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connected]:
    (port,) = free_ports(1)
    broker = BrokerBehindProxy(tmp_path_factory.mktemp("proxied"), port)
    proxy = CuttingProxy(port, broker.port)
    broker.format()
    broker.start()
    yield Connected(broker, proxy)
    broker.stop()
    proxy.close()


@pytest.fixture
def world(connected: Connected, tmp_path: Path) -> Iterator[World]:
    world = World([connected.broker], tmp_path)
    yield world
    world.close()


def test_the_connection_is_cut(world: World, connected: Connected, finish: Finish) -> None:
    with world.under_way(), world.recovering() as recovery, connected.proxy.cut():
        time.sleep(AWAY_SECONDS)
    finish(world, f"all connections cut for {AWAY_SECONDS:g} s", recovery.seconds)


@pytest.mark.parametrize("point", ["sent", "offsets"])
def test_the_connection_is_cut_in_a_transaction(world: World, connected: Connected, finish: Finish, point: str) -> None:
    world.send(200)
    replica = world.add_replica(f"{point}:SIGSTOP:1")
    wait_until(replica.is_frozen, "the transaction")
    with world.recovering() as recovery, connected.proxy.cut():
        replica.wake()
        time.sleep(AWAY_SECONDS)
    finish(world, f"all connections cut for {AWAY_SECONDS:g} s in a transaction, point “{point}”", recovery.seconds)


def test_connections_are_reset(world: World, connected: Connected, finish: Finish) -> None:
    longest = 0.0
    with world.under_way():
        for pause in (0.0, 0.3, 0.6, 0.9, 1.2):
            time.sleep(pause)
            with world.recovering() as recovery:
                connected.proxy.reset_all()
            longest = max(longest, recovery.seconds)
    finish(world, "all connections reset (RST), 5 times", longest)


@pytest.mark.parametrize("seconds", [5.0, 20.0])
def test_answers_stall(world: World, connected: Connected, finish: Finish, seconds: float) -> None:
    with world.under_way(), world.recovering() as recovery, connected.proxy.stalled():
        time.sleep(seconds)
    finish(world, f"answers of the broker stalled for {seconds:g} s, requests not", recovery.seconds)
