"""`topics create` on a real broker: what is missing is made, once; what is there is compared and left alone."""

from __future__ import annotations

import subprocess
import uuid

import pytest

from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import run_command
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.inspecting import ClusterInspector, TopicFacts
from rescuewire_connectors.stopping import ExitCode, NoInput

pytestmark = pytest.mark.kafka


@pytest.fixture
def names() -> tuple[str, str]:
    own = uuid.uuid4().hex[:8]
    return f"news-{own}", f"events-{own}"


def _create(driver: Driver, names: tuple[str, ...], *words: str) -> subprocess.CompletedProcess[str]:
    return run_command("topics", "create", *map(driver.address, names), *words)


def _topic(driver: Driver, name: str) -> TopicFacts:
    with ClusterInspector(Cluster((driver.server,))) as inspector:
        return inspector.find_topic(name)


def test_topics_are_created_once(driver: Driver, names: tuple[str, str]) -> None:
    words = ("--partitions", "3", "--dead-letter-days", "7", "--event-days", "365", "--max-message-bytes", "2000000")
    first, second = (_create(driver, names, *words) for _ in range(2))
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    source, events = names
    assert [line.partition(": ")[0] for line in first.stdout.splitlines()] == [
        driver.address(name) for name in (source, events, f"{events}-dlq")
    ]
    assert all(": created: 3 partitions, replication factor 1, " in line for line in first.stdout.splitlines())
    assert all(line.endswith(": is there, as wanted") for line in second.stdout.splitlines())
    letters = _topic(driver, f"{events}-dlq")
    assert (letters.partitions, letters.configs["retention.ms"]) == (3, str(7 * 86_400_000))
    assert _topic(driver, events).configs["retention.ms"] == str(365 * 86_400_000)
    assert int(letters.configs["max.message.bytes"]) > int(_topic(driver, source).configs["max.message.bytes"])


def test_a_topic_that_is_there_is_left_alone_and_the_difference_said(
    driver: Driver, make_topic: MakeTopic, names: tuple[str, str]
) -> None:
    source = make_topic("news", partitions=2, max_message_bytes="3000000")
    ended = _create(driver, (source, names[1]))
    differs = "is there, left alone; differs: partitions 2, not 4; max.message.bytes 3000000, not 1048588"
    assert ended.stdout.splitlines()[0] == f"{driver.address(source)}: {differs}"
    assert _topic(driver, source).partitions == 2
    letters = _topic(driver, f"{names[1]}-dlq")
    assert int(letters.configs["max.message.bytes"]) > 3_000_000


def test_a_dry_run_creates_nothing(driver: Driver, names: tuple[str, str]) -> None:
    ended = _create(driver, names, "--dry-run")
    assert (ended.returncode, ended.stdout.count("would be created")) == (0, 3)
    with pytest.raises(NoInput):
        _topic(driver, names[1])


def test_what_the_cluster_cannot_have_creates_nothing(driver: Driver, names: tuple[str, str]) -> None:
    ended = _create(driver, names, "--replication-factor", "3")
    assert ended.returncode == ExitCode.SETTINGS
    assert "the cluster cannot have it so: " in ended.stderr
    with pytest.raises(NoInput):
        _topic(driver, names[0])


def test_a_file_is_no_topic() -> None:
    ended = run_command("topics", "create", "events.avro")
    assert (ended.returncode, "only topics are created" in ended.stderr) == (ExitCode.USAGE, True)
