"""The command line: one module a verb, gathered in `app`."""

from __future__ import annotations

import os

# Read by numpy when it is imported: its threads would fight for the cores that replicas share.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Run the command line; the entry point of `rescuewire`."""
    from rescuewire.commands.app import run_app  # noqa: PLC0415  after the environment is set

    run_app()
