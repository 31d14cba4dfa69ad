"""`rescuewire` with a death inside: `FAIL_POINT=sent:SIGKILL:3 python -m fakes.fail_points run …`.

The process gets the signal at the third transaction, at the point named: `sent` (the records lie on the broker, the
offsets do not), `offsets` (these too, but nothing is committed), `committed` (but nobody here knows it yet).
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rescuewire.commands import main
from rescuewire_connectors.kafka.transactions import TransactionalOutbox

POINTS = ("sent", "offsets", "committed")


@dataclass
class FailPoint:
    """A point to get a signal at, when it is passed for the nth time."""

    point: str
    number: signal.Signals
    remaining: int

    def passed(self, point: str) -> None:
        if point == self.point:
            self.remaining -= 1
            if self.remaining == 0:
                os.kill(os.getpid(), self.number)


def install(fail_point: FailPoint) -> None:
    """Let each transaction pass the points."""
    outbox: Any = TransactionalOutbox
    _tell(outbox, "_send_offsets", before=lambda: fail_point.passed("sent"))
    _tell(
        outbox,
        "_commit",
        before=lambda: fail_point.passed("offsets"),
        after=lambda: fail_point.passed("committed"),
    )


def _nothing() -> None:
    pass


def _tell(owner: Any, name: str, before: Callable[[], None], after: Callable[[], None] = _nothing) -> None:
    original = getattr(owner, name)

    def telling(*arguments: Any) -> None:
        before()
        original(*arguments)
        after()

    setattr(owner, name, telling)


if __name__ == "__main__":
    point, name, count = os.environ["FAIL_POINT"].split(":")
    install(FailPoint(point, signal.Signals[name], int(count)))
    main()
