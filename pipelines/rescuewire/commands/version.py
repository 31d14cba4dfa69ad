"""The verb `version`."""

from __future__ import annotations

from importlib.metadata import version as installed_version

import typer


def version() -> None:
    """Print the version of rescuewire."""
    typer.echo(installed_version("rescuewire"))
