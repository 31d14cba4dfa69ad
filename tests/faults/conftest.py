"""Worlds for fault tests, and the table that they fill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broker import Broker, new_cluster

from faults.table import ROWS, Row, markdown
from faults.world import Finish, MakeWorld, World


@pytest.fixture
def make_world(kafka_broker: Broker, tmp_path: Path) -> Iterator[MakeWorld]:
    """Makes a world on the broker of all tests; its processes end with the test."""
    made: list[World] = []

    def make(*options: str, **settings: Any) -> World:
        made.append(World([kafka_broker], tmp_path / str(len(made)), options, **settings))
        return made[-1]

    yield make
    for world in made:
        world.close()


@pytest.fixture(scope="module")
def three_brokers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Broker]]:
    """A cluster that survives the death of one broker."""
    brokers = new_cluster(tmp_path_factory.mktemp("cluster"), 3)
    yield brokers
    for broker in brokers:
        broker.kill()


@pytest.fixture
def finish() -> Finish:
    """Ends a world in good order, notes its row, and fails where anything was lost or came twice."""

    def finish_world(world: World, fault: str, seconds: float | None, sees: str = "") -> None:
        if seconds is None:
            world.seconds_until_done()
        sees = sees or "; ".join(world.deaths()) or "nothing"
        world.check_offsets_are_not_ahead()
        world.stop()
        verdict = world.verdict()
        ROWS.append(Row(fault, len(world.sent()), sees, verdict, seconds))
        assert verdict.good, (verdict, world.deaths())

    return finish_world


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table."""
    if ROWS:
        terminalreporter.section("faults")
        for line in markdown():
            terminalreporter.write_line(line)
