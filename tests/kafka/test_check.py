"""`check` beside a real broker: all well, nobody there, a topic missing, and nothing left behind."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from fakes.checked import checked, found, names
from fakes.kafka_driver import Driver, MakeTopic
from fakes.running import KEYWORD_DETECTOR, run_command
from kafka import KafkaAdminClient
from rescuewire.checking.findings import State
from rescuewire_connectors.stopping import ExitCode

pytestmark = pytest.mark.kafka


@pytest.fixture
def topics(make_topic: MakeTopic) -> tuple[str, str]:
    source, sink = make_topic("news"), make_topic("events")
    make_topic(f"{sink}-dlq", exactly=True)
    return source, sink


def test_all_is_well(driver: Driver, topics: tuple[str, str]) -> None:
    source, sink = map(driver.address, topics)
    ended = run_command("check", source, sink, "--json", "--detector", KEYWORD_DETECTOR)
    assert ended.returncode == ExitCode.DONE, ended.stdout
    states = {each["check"]: each["state"] for each in json.loads(ended.stdout)}
    warned = [name for name, state in states.items() if state != "ok"]
    assert warned == [f"broker {driver.server}"]  # a single one
    assert {"transactions", "group rescuewire", "right to write dead letters", "size of events"} <= set(states)


def test_checking_leaves_nothing_behind(driver: Driver, topics: tuple[str, str]) -> None:
    source, sink = topics
    findings = checked(driver.address(source), driver.address(sink), group=f"of-{source}")
    assert found(findings, "transactional.id").state is State.OK
    with closing(KafkaAdminClient(bootstrap_servers=driver.server)) as admin:
        groups = {each["group_id"] for each in admin.list_groups()}
        transactions = {each.transactional_id for all_of in admin.list_transactions().values() for each in all_of}
    assert f"of-{source}" not in groups
    assert [name for name in transactions if source in name] == []
    assert set(driver.ends(sink).values()) == {0}


def test_a_topic_that_is_missing_is_told_and_all_else_is_checked(driver: Driver, make_topic: MakeTopic) -> None:
    source, sink = make_topic("news"), make_topic("events")
    findings = checked(driver.address(source), driver.address(sink))
    assert names(findings, State.FAILED) == ["topic of dead letters"]
    assert names(findings, State.SKIPPED) == ["right to write dead letters", "size of dead letters"]
    assert found(findings, "topic of dead").words == (
        f"topic {sink}-dlq at {driver.server}: no such topic; create it, with `rescuewire topics create` for instance"
    )
    gravest = findings.gravest()
    assert gravest is not None
    assert gravest.code == ExitCode.NO_INPUT


def test_no_broker_is_one_failure_and_what_needs_it_is_skipped() -> None:
    findings = checked("kafka://127.0.0.1:1/news", "kafka://127.0.0.1:1/events", timeouts__connect="1")
    assert names(findings, State.FAILED) == ["broker 127.0.0.1:1"]
    assert "no Kafka broker answers" in found(findings, "broker").words
    assert {"source topic", "transactions", "group rescuewire"} <= set(names(findings, State.SKIPPED))
    gravest = findings.gravest()
    assert gravest is not None
    assert gravest.code == ExitCode.UNREACHABLE


def test_transactions_longer_than_the_brokers_allow(driver: Driver, topics: tuple[str, str]) -> None:
    source, sink = map(driver.address, topics)
    findings = checked(source, sink, timeouts__transaction="1000")
    assert names(findings, State.FAILED) == ["transactions"]
    assert (
        "1000 s are longer than transaction.max.timeout.ms of the brokers, 900 s"
        in found(findings, "transactions").words
    )
