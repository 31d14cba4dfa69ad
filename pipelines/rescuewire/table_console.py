"""The console that tables are printed on."""

from __future__ import annotations

import sys

from rich.console import Console

MOST_COLUMNS = 1_000
"""Where there is no terminal: programs that search lines must not find words broken."""


def table_console() -> Console:
    """As wide as the terminal; where output goes to a file or a program, so wide that hardly a line is broken."""
    return Console(width=None if sys.stdout.isatty() else MOST_COLUMNS, highlight=False)
