"""How findings follow from each other, and which of several failures is the gravest."""

from __future__ import annotations

import pytest

from rescuewire.checking.findings import Answer, Finding, Findings, State
from rescuewire_connectors.stopping import (
    NoInput,
    NotAuthorised,
    Stop,
    TryAgain,
    Unreachable,
    WrongSettings,
    WrongUsage,
)


def _fails(stop: Exception) -> Answer:
    raise stop


def test_a_check_that_needs_a_failed_one_is_skipped_and_says_so() -> None:
    told: list[Finding] = []
    findings = Findings(told.append)
    findings.check("broker", lambda: _fails(Unreachable("nobody answers")))
    findings.check("topic", lambda: Answer("there"), ["broker"])
    findings.check("right", lambda: Answer("granted"), ["topic"])
    findings.check("packs", lambda: Answer("loaded"))
    assert [each.state for each in told] == [State.FAILED, State.SKIPPED, State.SKIPPED, State.OK]
    assert [each.words for each in told[1:3]] == [
        "not checked, since it needs: broker",
        "not checked, since it needs: topic",
    ]


def test_a_warning_keeps_nothing_from_being_checked() -> None:
    findings = Findings(lambda _: None)
    assert findings.check("topic", lambda: Answer("2 partitions", ("one copy",)))
    assert findings.check("size", lambda: Answer("fits"), ["topic"])
    assert findings.all[0].words == "2 partitions; one copy"
    assert findings.gravest() is None


@pytest.mark.parametrize(
    ("stops", "code"),
    [
        ((NoInput("a"), Unreachable("b"), NotAuthorised("c"), WrongSettings("d")), 78),
        ((NoInput("a"), Unreachable("b"), NotAuthorised("c"), WrongUsage("d")), 2),
        ((NoInput("a"), Unreachable("b"), NotAuthorised("c")), 77),
        ((NoInput("a"), Unreachable("b")), 69),
        ((TryAgain("b"), NoInput("a")), 66),
    ],
)
def test_what_waiting_does_not_cure_is_graver(stops: tuple[Stop, ...], code: int) -> None:
    findings = Findings(lambda _: None)
    for number, stop in enumerate(stops):
        findings.check(str(number), lambda stop=stop: _fails(stop))  # type: ignore[misc]
    gravest = findings.gravest()
    assert gravest is not None
    assert gravest.code == code


def test_a_file_that_the_system_refuses_is_a_finding() -> None:
    findings = Findings(lambda _: None)
    findings.check("folder", lambda: _fails(PermissionError(13, "Permission denied", "/x")))
    assert (findings.all[0].state, findings.count(State.FAILED)) == (State.FAILED, 1)
    assert "/x" in findings.all[0].words
