"""Checks made in this process, with settings as flags give them and without models."""

from __future__ import annotations

from functools import partial

from fakes.running import KEYWORD_DETECTOR
from rescuewire.checking.checking import check_all
from rescuewire.checking.findings import Finding, Findings, State
from rescuewire.configuration.loading import load_settings


def checked(*addresses: str, **flags: str) -> Findings:
    """All checks of a run between two addresses, or without any; `kafka__username` is `kafka.username`."""
    given = {name.replace("__", "."): value for name, value in flags.items()}
    both = (addresses[0], addresses[1]) if addresses else None
    return check_all(partial(load_settings, given), both, KEYWORD_DETECTOR, lambda _: None)


def found(findings: Findings, check: str) -> Finding:
    """The finding of the check whose name begins so."""
    (only,) = [each for each in findings.all if each.check.startswith(check)]
    return only


def names(findings: Findings, state: State) -> list[str]:
    """The checks that ended so."""
    return [each.check for each in findings.all if each.state is state]
