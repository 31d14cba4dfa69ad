"""Records that are gone before they are read, topics that are gone, and articles that come again."""

from __future__ import annotations

import signal
import time
from contextlib import closing

import pytest

from fakes.articles import Sent, article
from fakes.running import has_done, run_until, wait_until
from faults.expected import At, Verdict, judge
from faults.supervised import Supervised
from faults.table import ROWS, Row
from faults.world import MakeWorld, World
from kafka import KafkaAdminClient, TopicPartition
from rescuewire.detection import REAL_DETECTOR
from rescuewire_connectors.stopping import ExitCode

pytestmark = [pytest.mark.kafka, pytest.mark.faults]
LEFT = 5
"""So many of the records that were not read are left by retention."""


def take_away(world: World) -> dict[At, Sent]:
    """Delete what was not read but for the last few; return what is gone."""
    committed, end = world.committed()[0], world.driver.ends(world.source)[0]
    with closing(KafkaAdminClient(bootstrap_servers=world.driver.server)) as admin:
        before = world.sent()
        admin.delete_records({TopicPartition(world.source, 0): end - LEFT})
    return {at: each for at, each in before.items() if committed <= at[1] < end - LEFT}


def delete_source(world: World) -> None:
    with closing(KafkaAdminClient(bootstrap_servers=world.driver.server)) as admin:
        admin.delete_topics([world.source])


def await_end(replica: Supervised) -> str:
    """How the process ended that must not be started again."""
    wait_until(lambda: bool(replica.deaths), "the process to end")
    assert replica.deaths[-1].code == ExitCode.NO_INPUT
    return replica.deaths[-1].last_line


def go_on(world: World, fault: str, read: dict[At, Sent], gone: dict[At, Sent]) -> None:
    """Start again as the operator must, and check that what is missing is what was told, and nothing else."""
    death = world.deaths()[0]
    world.options = ("--lost-offsets", "continue")
    world.add_replica()
    seconds = world.seconds_until_done()
    world.stop()
    kept = {**read, **world.sent()}
    verdict = judge(kept, world.look())
    ROWS.append(Row(fault, len({**kept, **gone}), death, Verdict(len(gone), verdict.twice, 0), seconds))
    assert verdict.good


def test_offsets_gone_by_retention_while_stopped(make_world: MakeWorld) -> None:
    world = make_world(partitions=1)
    world.send(30)
    first = world.add_replica()
    world.seconds_until_done()
    first.stop()
    read = world.sent()
    world.send(40)
    gone = take_away(world)
    assert f": {len(gone)} records are lost" in await_end(world.add_replica())
    go_on(world, "offsets gone by retention while stopped, then --lost-offsets continue", read, gone)


def test_offsets_gone_by_retention_while_running(make_world: MakeWorld) -> None:
    world = make_world(partitions=1)
    world.send(30)
    replica = world.add_replica()
    world.seconds_until_done()
    read = world.sent()
    replica.send(signal.SIGSTOP)
    time.sleep(0.5)
    world.send(40)
    gone = take_away(world)
    replica.wake()
    assert f": {len(gone)} records are lost" in await_end(replica)
    go_on(world, "offsets gone by retention while running, then --lost-offsets continue", read, gone)


def test_the_topic_is_deleted_while_running(make_world: MakeWorld) -> None:
    world = make_world()
    world.send(30)
    replica = world.add_replica()
    world.seconds_until_done()
    read = world.sent()
    began = time.monotonic()
    delete_source(world)
    assert "was deleted while it was read" in await_end(replica)
    seconds = time.monotonic() - began
    assert "no such topic; create it first" in await_end(world.add_replica())
    verdict = judge(read, world.look())
    ROWS.append(Row("the topic deleted while running", len(read), world.deaths()[0], verdict, seconds))
    ROWS.append(Row("the topic missing at start", 0, world.deaths()[1], Verdict(0, 0, 0), None))
    assert verdict.good


RESCUE = "Police rescued 12 trafficked women from a brothel in Kampala on Monday."


def test_an_article_comes_again_and_with_new_text(make_world: MakeWorld) -> None:
    world = make_world(partitions=1)
    texts = (RESCUE, RESCUE, f"{RESCUE} The paper has now learnt more.", RESCUE.replace("12", "13"))
    world.driver.send(world.source, [Sent(article(language="en", text=text), "events") for text in texts])
    places = (world.driver.address(world.source), world.driver.address(world.sink))
    tally = run_until(has_done(len(texts)), *places, group=world.source, detector=REAL_DETECTOR)
    assert tally.records == len(texts)
    first, again, longer, other = (event.event_id for event in world.driver.events(world.sink))
    assert first == again == longer != other
    sees = "an event each, with one id; another id where the sentence itself is another"
    ROWS.append(Row("the same article twice, and again with new text", len(texts), sees, Verdict(0, 0, 0), None))
