"""Time-outs: one ordered set, each longer than the one it must outlast."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields

from rescuewire_connectors.stopping import WrongSettings


@dataclass(frozen=True)
class Timeouts:
    """All in seconds, in rising order; raises WrongSettings where they are not.

    A request below 30 s breaks on a broker that is frozen for a moment. A delivery outlasts its requests, the
    watchdog outlasts a delivery, and a transaction outlasts the watchdog, or it would end under a living process.
    """

    request: float = 30.0
    delivery: float = 60.0
    watchdog: float = 75.0
    transaction: float = 90.0

    def __post_init__(self) -> None:
        values = astuple(self)
        if list(values) != sorted(set(values)) or values[0] <= 0:
            names = " < ".join(f"{entry.name} {value:g}" for entry, value in zip(fields(self), values, strict=True))
            raise WrongSettings(f"time-outs must rise in this order: {names}")
