"""The broker goes away and comes back."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
from broker import Broker

from fakes.articles import driver_records
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, start_command, wait_until

pytestmark = pytest.mark.kafka


def test_a_restart_is_survived_and_a_signal_meanwhile_ends_the_process_at_once(
    kafka_broker: Broker, driver: Driver, make_topic: MakeTopic, tmp_path: Path
) -> None:
    source = make_topic("news")
    driver.send(source, driver_records(30, 3))
    groups = [f"{source}-stays", f"{source}-stops"]
    stays, stops = (
        start_command(
            *("run", driver.address(source), str(tmp_path / f"{group}.avro"), "--group", group),
            *("--summary", str(tmp_path / f"{group}.json"), "--detector", KEYWORD_DETECTOR),
        )
        for group in groups
    )
    wait_until(lambda: all(driver.lag(group, source) == 0 for group in groups), "both groups")

    kafka_broker.stop()
    stops.send_signal(signal.SIGTERM)
    _, said = stops.communicate(timeout=8)
    assert stops.returncode == 0, said
    kafka_broker.start()

    driver.send(source, driver_records(30, 3))
    wait_until(lambda: driver.lag(groups[0], source) == 0, "the records sent after the restart")
    stays.send_signal(signal.SIGTERM)
    _, said = stays.communicate(timeout=15)
    assert stays.returncode == 0, said
    assert json.loads((tmp_path / f"{groups[0]}.json").read_text())["records"] == 66
