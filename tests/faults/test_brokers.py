"""Brokers are killed, stopped and frozen, and events too large are sent to them."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest
from broker import Broker

from fakes.articles import Sent, article
from fakes.kafka_driver import header_values
from fakes.running import wait_until
from faults.world import Finish, MakeWorld, World
from rescuewire_connectors.dead_letters import REASON, TRUNCATED

pytestmark = [pytest.mark.kafka, pytest.mark.faults]


@pytest.mark.timeout(300)
def test_the_broker_is_frozen(make_world: MakeWorld, kafka_broker: Broker, finish: Finish) -> None:
    world = make_world()
    with world.under_way(), world.recovering() as recovery:
        os.kill(kafka_broker.pid, signal.SIGSTOP)
        time.sleep(20)
        os.kill(kafka_broker.pid, signal.SIGCONT)
    finish(world, "broker frozen for 20 s", recovery.seconds)


@pytest.mark.timeout(300)
def test_the_broker_is_restarted_in_good_order(make_world: MakeWorld, kafka_broker: Broker, finish: Finish) -> None:
    world = make_world()
    with world.under_way(), world.recovering() as recovery:
        kafka_broker.stop()
        kafka_broker.start()
    finish(world, "the only broker stopped and started again", recovery.seconds)


@pytest.mark.timeout(300)
def test_sigterm_while_the_broker_is_away(make_world: MakeWorld, kafka_broker: Broker, finish: Finish) -> None:
    world = make_world()
    world.send(50)
    replica = world.add_replica()
    world.seconds_until_done()
    kafka_broker.stop()
    began = time.monotonic()
    death = replica.stop()
    seconds = time.monotonic() - began
    kafka_broker.start()
    world.send(50)
    world.add_replica()
    finish(world, "SIGTERM while the broker is away", None, f"{death.code} within {seconds:.1f} s")


@pytest.mark.timeout(600)
def test_brokers_of_three_are_killed(three_brokers: list[Broker], tmp_path: Path, finish: Finish) -> None:
    world, chance, longest = World(three_brokers, tmp_path), random.Random(3), 0.0
    try:
        with world.under_way(replicas=2):
            for broker in three_brokers * 2:
                time.sleep(chance.uniform(0.0, 2.0))
                with world.recovering() as recovery:
                    broker.kill()
                    broker.start()
                longest = max(longest, recovery.seconds)
        finish(world, "each of three brokers killed with -9 and started again, twice; two replicas", longest)
    finally:
        world.close()


def test_events_and_dead_letters_too_large_for_their_topics(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world(sink_settings={"max.message.bytes": "4000"})
    world.send(20)
    world.add_replica()
    world.seconds_until_done()
    text = "Police rescued 1 people. They rescued 2 in " + "a very long sentence " * 300 + "."
    large = [Sent(article(id="large", text=text), "dead_letter"), Sent(b"x" * 5_000, "dead_letter")]
    world.send_these(large)
    seconds = world.seconds_until_done()
    truncated = [headers[REASON] for headers in letters_of(world) if TRUNCATED in headers]
    assert sorted(truncated) == ["not_json", "too_large"]
    finish(world, "an event and a dead letter larger than their topics take", seconds, "2 dead letters")


def letters_of(world: World) -> list[dict[str, str]]:
    """The headers of all dead letters."""
    return [header_values(letter) for letter in world.driver.records(f"{world.sink}-dlq")]


def test_an_article_kills_the_process(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    world.send(30)
    fatal = Sent(article(id="fatal", text="KILL. Police rescued 3 people."), "dead_letter")
    world.send_these([fatal])
    world.send(30)
    replica = world.add_replica()
    wait_until(lambda: len(replica.deaths) >= 3, "three deaths")
    seconds = world.seconds_until_done()
    assert [headers[REASON] for headers in letters_of(world)].count("crashed") == 1
    finish(world, "an article that kills the process", seconds)


def test_an_article_hangs(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    hanging = Sent(article(id="hanging", text="HANG. Police rescued 3 people."), "dead_letter")
    world.send_these([hanging])
    world.send(30)
    world.add_replica()
    finish(world, "an article that hangs (limit 20 s)", world.seconds_until_done())
