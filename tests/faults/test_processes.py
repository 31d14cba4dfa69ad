"""Processes are killed, stopped, frozen and added, and what a reader of committed records sees does not show it."""

from __future__ import annotations

import random
import signal
import time
from contextlib import closing

import pytest

from fakes.articles import Sent, article
from fakes.fail_points import POINTS
from fakes.running import wait_until
from faults.supervised import Supervised
from faults.world import Finish, MakeWorld, World
from kafka import KafkaAdminClient
from rescuewire_connectors.stopping import ExitCode

pytestmark = pytest.mark.kafka
FROZEN_SECONDS = 12.0
"""Twice the time-out of a session."""


@pytest.mark.parametrize("point", POINTS)
def test_killed_between_sending_and_committing(make_world: MakeWorld, finish: Finish, point: str) -> None:
    world = make_world()
    world.send(200)
    replica = world.add_replica(f"{point}:SIGKILL:1")
    wait_until(lambda: bool(replica.deaths), "the process to kill itself")
    finish(world, f"kill -9 in a transaction, point “{point}”", world.seconds_until_done())


def test_frozen_before_its_offsets_are_sent_and_woken_when_another_has_done_its_work(
    make_world: MakeWorld, finish: Finish
) -> None:
    world = make_world()
    world.send(200)
    zombie = world.add_replica("sent:SIGSTOP:1")
    wait_until(zombie.is_frozen, "the process to freeze itself")
    world.add_replica()
    seconds = world.seconds_until_done()
    zombie.wake()
    wait_until(lambda: bool(zombie.deaths), "the zombie to end itself")
    assert zombie.deaths[0].code == ExitCode.TRY_AGAIN
    finish(
        world, "two replicas, one frozen in a transaction, point “sent”, woken when the other has done it all", seconds
    )


def test_frozen_before_its_commit_and_woken_while_another_waits_for_it(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    world.send(200)
    zombie = world.add_replica("offsets:SIGSTOP:1")
    wait_until(zombie.is_frozen, "the process to freeze itself")
    world.add_replica()
    time.sleep(FROZEN_SECONDS)
    zombie.wake()
    fault = f"two replicas, one frozen for {FROZEN_SECONDS:g} s in a transaction, point “offsets”"
    finish(world, fault, world.seconds_until_done())


@pytest.mark.faults
@pytest.mark.timeout(400)
def test_killed_at_random(make_world: MakeWorld, finish: Finish) -> None:
    world, seconds, chance = make_world(), [], random.Random(20)
    with world.under_way() as (replica,):
        for _ in range(20):
            time.sleep(chance.uniform(0.0, 3.0))
            replica.send(signal.SIGKILL)
            seconds.append(world.seconds_until_done())
            world.check_offsets_are_not_ahead()
    finish(world, "kill -9 at random, 20 times", max(seconds))


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_killed_while_it_comes_up(make_world: MakeWorld, finish: Finish) -> None:
    world, chance = make_world(), random.Random(5)
    with world.under_way() as (replica,):
        for _ in range(20):
            time.sleep(chance.uniform(0.5, 4.0))
            replica.send(signal.SIGKILL)
        seconds = world.seconds_until_done()
    finish(world, "kill -9 every few seconds, 20 times, whatever it is doing", seconds)


@pytest.mark.faults
def test_two_replicas_one_killed_for_good(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    first, _second = world.add_replica(), world.add_replica()
    with world.feeding():
        world.wait_for_members(2)
        first.kill_for_good()
        seconds = world.seconds_until_done()
    finish(world, "two replicas, one killed for good", seconds)


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_two_replicas_one_killed_for_good_in_a_transaction(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    world.send(100)
    first = world.add_replica("offsets:SIGSTOP:1")
    wait_until(first.is_frozen, "the transaction")
    world.add_replica()
    wait_until(lambda: any(world.folder.rglob("*-1.lock")), "the other to have a name of its own")
    first.kill_for_good()
    fault = "two replicas, one killed for good in a transaction, point “offsets”"
    finish(world, fault, world.seconds_until_done())


@pytest.mark.faults
def test_two_replicas_one_frozen(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    first, _second = world.add_replica(), world.add_replica()
    with world.feeding():
        world.wait_for_members(2)
        first.send(signal.SIGSTOP)
        seconds = world.seconds_until_done()
        time.sleep(max(0.0, FROZEN_SECONDS - seconds))
        first.wake()
    finish(world, f"two replicas, one frozen for {FROZEN_SECONDS:g} s at any moment", seconds)


@pytest.mark.faults
def test_a_replica_is_added(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    with world.under_way():
        world.add_replica()
        began = time.monotonic()
        world.wait_for_members(2)
        seconds = time.monotonic() - began
    finish(world, "a replica added", seconds)


@pytest.mark.faults
@pytest.mark.timeout(400)
def test_replicas_killed_frozen_and_added_at_random(make_world: MakeWorld, finish: Finish) -> None:
    world, chance = make_world(), random.Random(7)
    with world.under_way(replicas=3, count=20) as replicas:
        for _ in range(8):
            _disturb(world, chance.choice(replicas), chance)
        seconds = world.seconds_until_done()
    finish(world, "three replicas, killed and frozen at random, 8 times", seconds)


def _disturb(world: World, replica: Supervised, chance: random.Random) -> None:
    if chance.random() < 0.5:
        replica.send(signal.SIGKILL)
        time.sleep(chance.uniform(1.0, 6.0))
        return
    replica.send(signal.SIGSTOP)
    time.sleep(chance.uniform(1.0, FROZEN_SECONDS))
    replica.wake()
    world.check_offsets_are_not_ahead()


@pytest.mark.faults
def test_a_partition_is_added(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world(partitions=1)
    world.add_replica()
    world.send(50)
    world.seconds_until_done()
    with closing(KafkaAdminClient(bootstrap_servers=world.driver.server)) as admin:
        admin.create_partitions({world.source: 3})
        admin.wait_for_topics([world.source])
    world.send(100)
    finish(world, "two partitions added while running", world.seconds_until_done())


@pytest.mark.faults
def test_stopped_by_sigterm(make_world: MakeWorld, finish: Finish) -> None:
    world, longest = make_world(), 0.0
    with world.feeding():
        for _ in range(3):
            replica = world.add_replica()
            world.seconds_until_done()
            began = time.monotonic()
            assert replica.stop().code == ExitCode.DONE
            longest = max(longest, time.monotonic() - began)
    world.add_replica()
    finish(world, "SIGTERM, 3 times", None, f"0 and the counts, within {longest:.1f} s")


@pytest.mark.faults
def test_stopped_by_sigterm_twice(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    replica = world.add_replica()
    world.seconds_until_done()
    world.send_these([Sent(article(id="slow", text="SLEEP 15 and nothing."), "no_event")])
    time.sleep(1.0)
    replica.send(signal.SIGTERM)
    time.sleep(1.5)
    death = replica.stop()
    assert death.code == ExitCode.TRY_AGAIN
    world.add_replica()
    finish(world, "SIGTERM twice, an article in hand", None, str(death))


@pytest.mark.faults
def test_stopped_by_sigterm_during_start(make_world: MakeWorld, finish: Finish) -> None:
    world = make_world()
    for tenths in range(0, 50, 5):
        replica = world.add_replica()
        time.sleep(tenths / 10)
        assert replica.stop().code in {ExitCode.DONE, -signal.SIGTERM}
    world.add_replica()
    finish(world, "SIGTERM 0 to 4.5 s after start, 10 times", None, "0, or SIGTERM within the first second")
