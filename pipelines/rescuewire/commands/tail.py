"""The verb `tail`: events, as people and programs read them."""

from __future__ import annotations

import os
import sys
from enum import Enum
from functools import partial
from typing import Annotated

import typer

from rescuewire.commands.settings_flags import KAFKA_CONNECTION, takes_settings
from rescuewire.confidence import checked_min_confidence
from rescuewire.configuration.applying import cluster_at
from rescuewire.configuration.loading import Loaded


class Format(str, Enum):
    """How events are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


AddressArgument = Annotated[
    str, typer.Argument(help="Events: x.avro, x.jsonl, - (JSON lines), kafka://host:port/topic")
]
UntilEnd = Annotated[bool, typer.Option("--until-end", help="Stop at the last event that a topic has now")]
FormatOption = Annotated[Format, typer.Option("--format", help="table is for people, json and csv for programs")]
MinConfidence = Annotated[
    float, typer.Option(help="Leave out events that are less probable than this, or that do not tell; from 0 to 1")
]
Start = Annotated[str, typer.Option(help="Where to begin in a topic: earliest, latest or a time")]


@takes_settings(*KAFKA_CONNECTION)
def tail(
    address: AddressArgument,
    *,
    until_end: UntilEnd = False,
    output: FormatOption = Format.TABLE,
    start: Start = "earliest",
    min_confidence: MinConfidence = 0.0,
    loaded: Loaded,
) -> None:
    """Print events: of a file to its end, of a topic until stopped."""
    from rescuewire.events.printing import printer_of  # noqa: PLC0415  help must not wait for these
    from rescuewire.events.reading import read_events_at  # noqa: PLC0415

    least = checked_min_confidence(min_confidence)
    show = printer_of(output.value)
    connect = partial(cluster_at, loaded.settings)
    try:
        for event in read_events_at(address, start=start, until_end=until_end, connect=connect):
            if not least or (event.confidence is not None and event.confidence >= least):
                show(event)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
