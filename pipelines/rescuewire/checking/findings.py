"""What checks find: one finding a check, and the check that fails keeps only those from being made that need it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from rescuewire_connectors.stopping import ExitCode, Stop, stop_for_os

GRAVEST_FIRST = (
    ExitCode.SETTINGS,
    ExitCode.USAGE,
    ExitCode.NOT_AUTHORISED,
    ExitCode.UNREACHABLE,
    ExitCode.NO_INPUT,
    ExitCode.TRY_AGAIN,
)
"""What cannot be cured by waiting comes before what can."""


class State(str, Enum):
    """How a check ended. With a warning a run would start; with a failed check it would not, or not for long."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Answer:
    """What a check saw where it did not fail, and what is doubtful about it."""

    words: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One line: the check, how it ended, and what, where and what to do. `stop` is how a run would end."""

    check: str
    state: State
    words: str
    stop: Stop | None = None


class Findings:
    """Makes checks, and tells each finding as soon as it is there."""

    def __init__(self, tell: Callable[[Finding], None]) -> None:
        self.all: list[Finding] = []
        self._tell = tell

    def check(self, name: str, ask: Callable[[], Answer], needs: Iterable[str] = ()) -> bool:
        """Make a check, unless one that it needs has failed or was skipped; True where it did not fail."""
        lacking = [need for need in needs if not self.passed(need)]
        finding = _skipped(name, lacking[0]) if lacking else _made(name, ask)
        self.all.append(finding)
        self._tell(finding)
        return self.passed(name)

    def passed(self, name: str) -> bool:
        """True of a check that was made and did not fail."""
        return any(each.check == name and each.state in (State.OK, State.WARNING) for each in self.all)

    def count(self, state: State) -> int:
        """How many checks ended so."""
        return sum(each.state is state for each in self.all)

    def gravest(self) -> Stop | None:
        """How a run would end by the gravest of the failed checks; None where none failed."""
        stops = [each.stop for each in self.all if each.stop is not None]
        return min(stops, key=lambda stop: GRAVEST_FIRST.index(stop.code), default=None)


def _skipped(name: str, need: str) -> Finding:
    return Finding(name, State.SKIPPED, f"not checked, since it needs: {need}")


def _made(name: str, ask: Callable[[], Answer]) -> Finding:
    try:
        answer = ask()
    except (Stop, OSError) as error:
        stop = error if isinstance(error, Stop) else stop_for_os(error)
        return Finding(name, State.FAILED, str(stop), stop)
    words = "; ".join((answer.words, *answer.warnings))
    return Finding(name, State.WARNING if answer.warnings else State.OK, words)
