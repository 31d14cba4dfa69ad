"""The verbs of `rescuewire`, and how any of them ends."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from rescuewire.commands.alert import alert
from rescuewire.commands.check import check
from rescuewire.commands.config import config
from rescuewire.commands.dlq import dlq
from rescuewire.commands.evaluate import evaluate
from rescuewire.commands.extract import extract
from rescuewire.commands.offsets import offsets
from rescuewire.commands.run import run
from rescuewire.commands.schema import schema
from rescuewire.commands.tail import tail
from rescuewire.commands.topics import topics
from rescuewire.commands.version import version
from rescuewire.extraction.pack_errors import PackError
from rescuewire_connectors.stopping import ExitCode, Stop, stop_for_os

VERBS: tuple[Callable[..., Any], ...] = (run, check, extract, evaluate, tail, alert, version)
"""Each a function with typer's annotations; its name is the verb, its docstring the help."""

GROUPS: tuple[typer.Typer, ...] = (config, offsets, dlq, schema, topics)
"""Verbs of several acts (`dlq list`, `dlq show`): each an app with a name, a help and its acts as commands."""

QUIET_LOGGERS = ("kafka", "apache_beam", "root")
"""Libraries that warn of what they recover from by themselves; what they do not, ends in an exception."""

BEAM_SUFFIX = " [while running "
"""What Beam adds to the message of an exception that a step raised."""

app = typer.Typer(
    name="rescuewire",
    help="Find rescue events in streams of news articles.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _verb in VERBS:
    app.command()(_verb)
for _group in GROUPS:
    app.add_typer(_group)


def _print_version(asked: bool) -> None:
    if asked:
        version()
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit")
]


@app.callback()
def _options(
    version: VersionOption = False,  # noqa: FBT002  typer's way to say a flag
) -> None:
    """Take what stands before the verb."""


def run_app() -> None:
    """Run the verb on the command line and end the process with its exit code."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    for name in QUIET_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    sys.exit(_run())


def _run() -> int:
    try:
        return app(standalone_mode=False) or ExitCode.DONE
    except Stop as stop:
        return _end(stop.code, str(stop))
    except PackError as error:
        return _end(ExitCode.SETTINGS, str(error).partition(BEAM_SUFFIX)[0])
    except OSError as error:
        return _end(stop_for_os(error).code, str(stop_for_os(error)))
    except TyperException as error:
        return _end(error.exit_code, f"{error.format_message()} See rescuewire --help.")
    except (KeyboardInterrupt, typer.Abort):
        return _end(ExitCode.DONE, "stopped")
    except Exception as error:  # noqa: BLE001  the last line of a bug, after its traceback
        traceback.print_exc()
        return _end(ExitCode.BUG, f"a bug: {type(error).__name__}: {error}")


def _end(code: int, last_line: str) -> int:
    print(f"rescuewire: {last_line}", file=sys.stderr)  # noqa: T201  the command line speaks here
    return code
