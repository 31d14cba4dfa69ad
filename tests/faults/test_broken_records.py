"""Ten thousand broken records, and a death among them: each is one dead letter."""

from __future__ import annotations

import signal
import time
from itertools import cycle, islice

import pytest

from fakes.articles import Sent, article
from faults.world import Finish, MakeWorld

pytestmark = [pytest.mark.kafka, pytest.mark.faults]
RECORDS = 10_000
NO_LIMIT = ("--dead-letter-share", "0", "--dead-letter-run", "0")
KINDS = (
    lambda number: b'{"number": %d' % number,
    lambda number: b"\xff\xfe%d" % number,
    lambda number: b"[%d]" % number,
    lambda number: article(id=f"a{number}", text=""),
    lambda number: article(id=f"a{number}", text=number),
    lambda number: article(id=f"a{number}", title=["t"]),
    lambda number: article(id=f"a{number}", published_at="yesterday"),
    lambda number: b"[" * 5_000 + b"%d" % number,
)


def broken(count: int) -> list[Sent]:
    """Records that are broken in many ways, no two alike."""
    return [Sent(kind(number), "dead_letter") for number, kind in enumerate(islice(cycle(KINDS), count))]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("killed", [False, True], ids=["undisturbed", "killed"])
def test_ten_thousand_broken_records(make_world: MakeWorld, finish: Finish, killed: bool) -> None:
    world = make_world(*NO_LIMIT)
    world.send_these(broken(RECORDS))
    began = time.monotonic()
    replica = world.add_replica()
    if killed:
        for _ in range(3):
            time.sleep(4.5)
            replica.send(signal.SIGKILL)
    world.seconds_until_done()
    words = ", kill -9 three times meanwhile" if killed else ""
    finish(world, f"10,000 broken records, no limit set{words}", time.monotonic() - began)
