"""The verb `check`: whether a run could start, and what is wrong where it could not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rescuewire.commands.run import DetectorOption
from rescuewire.commands.settings_flags import takes_settings
from rescuewire.configuration.keys import all_keys
from rescuewire.detection import REAL_DETECTOR
from rescuewire_connectors.stopping import WrongUsage

if TYPE_CHECKING:
    from rescuewire.checking.findings import Finding, Findings

SourceArgument = Annotated[
    str | None, typer.Argument(help="As of `run`; left out, only settings and packs are checked")
]
SinkArgument = Annotated[str | None, typer.Argument(help="As of `run`")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the findings as JSON")]
STATE_COLUMNS = 8
COLOURS = {"ok": "green", "warning": "yellow", "failed": "red", "skipped": "dim"}


@takes_settings(*all_keys())
def check(
    source: SourceArgument = None,
    sink: SinkArgument = None,
    *,
    as_json: AsJson = False,
    detector: DetectorOption = REAL_DETECTOR,
    load: Callable[[], Any],
) -> None:
    """Check what a run with these addresses and settings needs, and say what to do about each; nothing is written.

    Exits with 0 where a run could start, warnings or not; else with the code that the run would have ended with, of
    several the gravest: 78, 2, 77, 69, 66, 75.
    """
    if (source is None) != (sink is None):
        raise WrongUsage("check: give both addresses, SOURCE and SINK as of run, or none")
    from rescuewire.checking.checking import check_all  # noqa: PLC0415  help must not wait for it

    addresses = None if source is None or sink is None else (source, sink)
    findings = check_all(load, addresses, detector, _keep_quiet if as_json else _print_line)
    if as_json:
        typer.echo(json.dumps([_as_object(each) for each in findings.all], indent=2, ensure_ascii=False))
    _end(findings)


def _keep_quiet(_: Finding) -> None:
    pass


def _print_line(finding: Finding) -> None:
    """One line a finding, so that it can be searched for; on a terminal broken under itself, where it is too long."""
    from rich.table import Table  # noqa: PLC0415  help must not wait for it
    from rich.text import Text  # noqa: PLC0415

    from rescuewire.table_console import table_console  # noqa: PLC0415

    table = Table.grid(padding=(0, 1, 0, 0))
    state = Text(finding.state.value, style=COLOURS[finding.state.value])
    table.add_column(width=STATE_COLUMNS)
    table.add_row(state, Text(f"{finding.check}: {finding.words}", overflow="fold"))
    table_console().print(table)


def _as_object(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "state": finding.state.value,
        "message": finding.words,
        "exit": None if finding.stop is None else int(finding.stop.code),
    }


def _end(findings: Findings) -> None:
    from rescuewire.checking.findings import State  # noqa: PLC0415  as above

    counts = ", ".join(f"{findings.count(state)} {state.value}" for state in State)
    gravest = findings.gravest()
    if gravest is not None:
        raise type(gravest)(f"check: {counts}; a run would end with {int(gravest.code)}")
    typer.echo(f"rescuewire: check: {counts}", err=True)
