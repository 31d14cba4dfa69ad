"""Fixtures for all tests: the real broker and the real schema registry, started once a run when first needed."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from kafka.admin import NewTopic

from kafka import KafkaAdminClient

ROOT = Path(__file__).resolve().parent.parent
sys.path.extend(str(ROOT / "infra" / name) for name in ("kafka", "registry"))

from broker import Broker  # noqa: E402

from fakes.kafka_driver import Driver, MakeTopic  # noqa: E402
from registry import Registry  # noqa: E402


@pytest.fixture(scope="session")
def kafka_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    """A running broker. It dies with this process, whatever ends that."""
    subprocess.run([ROOT / "infra" / "kafka" / "fetch"], check=True)
    broker = Broker(tmp_path_factory.mktemp("kafka"))
    broker.format()
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture(scope="session")
def schema_registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """A running schema registry, in memory. It dies with this process, whatever ends that."""
    subprocess.run([ROOT / "infra" / "registry" / "fetch"], check=True)
    registry = Registry(tmp_path_factory.mktemp("registry"))
    registry.start()
    yield registry
    registry.stop()


@pytest.fixture(scope="session")
def make_topic(kafka_broker: Broker) -> MakeTopic:
    """Makes a topic and returns its name: one that nobody else has, or `exactly` the one given."""

    def make(name: str, *, exactly: bool = False, partitions: int = 2, **configs: str) -> str:
        name = name if exactly else f"{name}-{uuid.uuid4().hex[:8]}"
        settings = {key.replace("_", "."): value for key, value in configs.items()}
        admin = KafkaAdminClient(bootstrap_servers=kafka_broker.address)
        admin.create_topics([NewTopic(name, partitions, 1, topic_configs=settings)])
        admin.wait_for_topics([name])
        admin.close()
        return name

    return make


@pytest.fixture
def driver(kafka_broker: Broker) -> Driver:
    """A driver of the broker."""
    return Driver(kafka_broker.address)
