"""The verb `config`: settings to begin with, and those in force."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from rescuewire.commands.settings_flags import takes_settings
from rescuewire.configuration.keys import all_keys
from rescuewire.configuration.loading import Loaded

config = typer.Typer(name="config", help="Settings: a file to begin with, and what is in force.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print names, values, origins and places as JSON")]


@config.command()
def init() -> None:
    """Print a file of all settings with their defaults, each under a comment that tells what it is."""
    from rescuewire.configuration.printing import initial_file  # noqa: PLC0415  help must not wait for these

    typer.echo(initial_file(), nl=False)


@config.command()
@takes_settings(*all_keys())
def show(
    *,
    as_json: AsJson = False,
    loaded: Loaded,
) -> None:
    """Show the settings in force and where each comes from; secrets are masked."""
    from rescuewire.configuration.printing import file_name, in_force  # noqa: PLC0415

    if as_json:
        rows = [dict(zip(("name", "value", "origin", "place"), row, strict=True)) for row in in_force(loaded)]
        typer.echo(json.dumps(rows, indent=2))
        return
    _print_table(file_name(loaded), list(in_force(loaded)))


def _print_table(file: str, rows: list[tuple[str, str, str, str]]) -> None:
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from rescuewire.table_console import table_console  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("setting", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("given as", overflow="fold")
    for name, value, origin, place in rows:
        table.add_row(name, escape(value), escape(place) or origin, style="dim" if origin == "default" else None)
    console = table_console()
    console.print(table)
    console.print(f"File of settings: {file}", markup=False)
