"""What a receiver of alerts must offer, and how its deliveries may be interrupted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from rescuewire.alerting.alert import Alert

STEP_SECONDS = 5.0
"""How often somebody who waits says that he is alive; far below the watchdog's time."""


class Receiver(Protocol):
    """Where alerts go."""

    def deliver(self, alert: Alert) -> None:
        """Return when the receiver has the alert.

        Raises:
            Refused: it can never have this one.
            Drained: the process is ending, and the receiver does not have it.
            Stop: the receiver cannot be reached, or refuses us.
        """

    def close(self) -> None:
        """Let go of everything held; safe to call twice."""


class Drained(Exception):
    """The process is ending while an alert waits to be sent again: it is not delivered."""


@dataclass(frozen=True)
class Patience:
    """Waiting between tries: cut short by `stopping`, and `beat` is called while nothing happens."""

    stopping: threading.Event
    beat: Callable[[], None]

    def wait(self, seconds: float) -> None:
        """Wait so long, or until the process ends."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and not self.stopping.wait(min(left, STEP_SECONDS)):
            self.beat()
        self.beat()
