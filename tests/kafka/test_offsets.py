"""Where a group stands, and moving it: what is shown, what is refused, and a member that comes in between."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone

import pytest

from fakes.articles import Sent
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import run_command, wait_until
from kafka import KafkaAdminClient, KafkaConsumer, OffsetAndMetadata, TopicPartition
from rescuewire_connectors.kafka.clients import Cluster
from rescuewire_connectors.kafka.moving_offsets import commit_moves, parse_target, plan_move
from rescuewire_connectors.stopping import ExitCode, NoInput, TryAgain, WrongUsage

pytestmark = pytest.mark.kafka
ARTICLE = Sent(b"{}", "")


class Place:
    """A topic with one partition, 8 records of which two are gone, and a group that has read 4."""

    def __init__(self, driver: Driver, make_topic: MakeTopic) -> None:
        self.driver, self.cluster = driver, Cluster((driver.server,), "reader")
        self.topic = self.group = make_topic("news", partitions=1)
        self.name = TopicPartition(self.topic, 0)
        driver.send(self.topic, [ARTICLE] * 4)
        time.sleep(0.05)
        self.middle = datetime.now(timezone.utc)
        driver.send(self.topic, [ARTICLE] * 4)
        self.take_away(2)
        self.commit(4)

    def take_away(self, first: int) -> None:
        with closing(KafkaAdminClient(bootstrap_servers=self.driver.server)) as admin:
            admin.delete_records({self.name: first})

    def commit(self, offset: int) -> None:
        with closing(KafkaConsumer(bootstrap_servers=self.driver.server, group_id=self.group)) as consumer:
            consumer.commit({self.name: OffsetAndMetadata(offset, "", -1)})

    def committed(self) -> dict[int, int]:
        return self.driver.committed(self.group, self.topic)

    def move(self, to: str) -> list[str]:
        moves = plan_move(self.cluster, self.topic, self.group, parse_target(to))
        commit_moves(self.cluster, self.group, moves)
        return [str(move).partition(": ")[2] for move in moves]

    @contextmanager
    def member(self) -> Iterator[None]:
        with closing(self.cluster.consumer(self.group, 10)) as consumer:
            consumer.subscribe([self.topic])
            wait_until(lambda: _has_joined(consumer), "a member to join")
            yield


def _has_joined(consumer: KafkaConsumer) -> bool:
    consumer.poll(100)
    return bool(consumer.assignment())


@pytest.fixture
def place(driver: Driver, make_topic: MakeTopic) -> Place:
    return Place(driver, make_topic)


def show(place: Place, form: str) -> str:
    ended = run_command("offsets", "show", place.driver.address(place.topic), "--group", place.group, "--format", form)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_what_is_shown(place: Place) -> None:
    told = json.loads(show(place, "json"))
    (row,) = told["partitions"]
    assert abs(datetime.fromisoformat(row.pop("next_time")) - place.middle).total_seconds() < 10
    assert row == {"partition": 0, "committed": 4, "beginning": 2, "end": 8, "lag": 4, "lost": 0, "member": None}
    assert told["members"] == []


def test_members_are_named(place: Place) -> None:
    with place.member():
        told = json.loads(show(place, "json"))
        (row,) = csv.DictReader(show(place, "csv").splitlines())
    assert told["members"] == [{"client": "rescuewire-reader", "host": "127.0.0.1", "partitions": [0]}]
    assert row["member"] == "rescuewire-reader at 127.0.0.1"


def test_the_table_is_for_people(place: Place) -> None:
    shown = show(place, "table")
    assert all(word in shown for word in (place.group, "committed", "lag", "no members"))


def test_offsets_that_are_gone_are_counted(place: Place) -> None:
    place.take_away(7)
    (row,) = json.loads(show(place, "json"))["partitions"]
    assert (row["lost"], row["lag"]) == (3, 4)
    assert row["next_time"] is not None


def test_an_unknown_group_has_nothing(place: Place) -> None:
    place.group += "-other"
    told = json.loads(show(place, "json"))
    assert told["state"] == "Dead"
    assert told["partitions"][0]["committed"] is told["partitions"][0]["lag"] is None


@pytest.mark.parametrize(
    ("to", "after"), [("earliest", 2), ("latest", 8), ("+4", 8), ("-2", 2), ("0:7", 7), ("2099-01-01", 8)]
)
def test_a_group_is_moved(place: Place, to: str, after: int) -> None:
    assert place.move(to) == [f"4 -> {after}"]
    assert place.committed() == {0: after}


def test_a_group_is_moved_to_a_time(place: Place) -> None:
    place.move("earliest")
    assert place.move(place.middle.isoformat()) == ["2 -> 4"]


def test_a_group_that_has_committed_nothing_is_moved(place: Place) -> None:
    place.group += "-other"
    with pytest.raises(WrongUsage, match="nothing is committed there to count from"):
        place.move("+1")
    assert place.move("earliest") == ["none -> 2"]


@pytest.mark.parametrize("to", ["+5", "-3", "0:9", "0:1"])
def test_what_is_out_of_range_is_refused_with_the_range(place: Place, to: str) -> None:
    with pytest.raises(WrongUsage, match=r"nothing was moved: .*-0 has 2 to 8, not \d"):
        place.move(to)
    assert place.committed() == {0: 4}


def test_a_partition_that_is_not_there_is_refused(place: Place) -> None:
    with pytest.raises(WrongUsage, match="has no partition 7; it has 0 to 0"):
        place.move("7:0")


def test_a_topic_that_is_not_there_is_refused(place: Place) -> None:
    place.topic += "-gone"
    with pytest.raises(NoInput, match="no such topic"):
        place.move("earliest")


def test_a_group_with_members_is_not_moved(place: Place) -> None:
    with place.member():
        ended = run_command(*_move(place), "--to", "earliest")
        assert ended.returncode == ExitCode.TRY_AGAIN
        assert "has members, and nothing was moved; stop them first: rescuewire-reader at 127.0.0.1" in ended.stderr
        assert place.committed() == {0: 4}


def test_a_member_that_comes_between_check_and_commit_is_left_alone(place: Place) -> None:
    moves = plan_move(place.cluster, place.topic, place.group, parse_target("earliest"))
    with place.member(), pytest.raises(TryAgain, match="has got a member meanwhile, and nothing was moved"):
        commit_moves(place.cluster, place.group, moves)
    assert place.committed() == {0: 4}


def test_a_dry_run_moves_nothing(place: Place) -> None:
    ended = run_command(*_move(place), "--to", "-1", "--dry-run")
    assert (ended.returncode, ended.stdout) == (0, f"{place.topic}-0: 4 -> 3\n")
    assert place.committed() == {0: 4}
    assert run_command(*_move(place), "--to", "-1").stdout == ended.stdout
    assert place.committed() == {0: 3}


def _move(place: Place) -> tuple[str, ...]:
    return ("offsets", "move", place.driver.address(place.topic), "--group", place.group)
