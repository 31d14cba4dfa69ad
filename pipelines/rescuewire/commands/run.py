"""The verb `run`: the pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rescuewire.commands.settings_flags import takes_settings
from rescuewire.configuration.keys import all_keys
from rescuewire.configuration.loading import Loaded
from rescuewire.counting import counted
from rescuewire.detection import REAL_DETECTOR
from rescuewire.draining import Drain, draining_on_signals
from rescuewire_connectors.addresses import SinkAddress, StandardStream, refuse_unwritable
from rescuewire_connectors.opening import Places
from rescuewire_connectors.outcome import OutcomeKind, Tally

if TYPE_CHECKING:
    from rescuewire.settings import RunSettings

SourceArgument = Annotated[
    str,
    typer.Argument(help="Articles: x.jsonl, x.json, x.txt, x.html, folder/, - (JSON lines), kafka://host:port/topic"),
]
SinkArgument = Annotated[str, typer.Argument(help="Events: x.avro, x.jsonl, - (JSON lines), kafka://host:port/topic")]
Summary = Annotated[Path | None, typer.Option(help="Write the counts as JSON to this file")]
DetectorOption = Annotated[str, typer.Option("--detector", hidden=True)]


@takes_settings(*all_keys())
def run(
    source: SourceArgument,
    sink: SinkArgument,
    *,
    summary: Summary = None,
    detector: DetectorOption = REAL_DETECTOR,
    loaded: Loaded,
) -> None:
    """Read articles, find rescue events, write them."""
    if summary is not None:
        refuse_unwritable(summary, f"--summary {summary}")
    from rescuewire.settings import RunSettings  # noqa: PLC0415  help must not wait for Kafka's client

    tally = Tally()
    try:
        with draining_on_signals(loaded.settings.timeouts.drain) as drain:
            places = _run(RunSettings(source, sink, loaded.settings, detector), tally, drain)
    finally:
        if summary is not None:
            summary.write_text(json.dumps(tally.summary()) + "\n")
    print(counts_line(tally, _words_of(places.dead_letters)), file=sys.stderr)  # noqa: T201  the last line of a run


def _run(settings: RunSettings, tally: Tally, drain: Drain) -> Places:
    # Imported here, since help and errors of usage must not wait for Beam.
    from rescuewire.logs.setting_up import set_up_logs  # noqa: PLC0415

    places = settings.places()
    set_up_logs(settings.common.log_format, settings.common.log_level)
    from rescuewire.commands.observing import observing  # noqa: PLC0415
    from rescuewire.running import run_pipeline  # noqa: PLC0415

    with observing(settings, places) as observe:
        run_pipeline(settings, tally, drain, observe)
    return places


def _words_of(place: SinkAddress | None) -> str:
    if place is None:
        return "standard error"
    return "standard output" if isinstance(place, StandardStream) else str(place)


def counts_line(tally: Tally, dead_letters: str) -> str:
    """The counts in one line, and where the dead letters are if there are any; the outcomes add up to the records."""
    kinds = ", ".join(f"{tally.outcomes[kind]:,} {kind.value}" for kind in OutcomeKind)
    counts = f"{counted(tally.records, 'record')}, {counted(tally.events, 'event')}; outcomes: {kinds}"
    letters = tally.outcomes[OutcomeKind.DEAD_LETTER]
    where = f"; {counted(letters, 'dead letter')} in {dead_letters}" if letters else ""
    return f"rescuewire: {counts}{where}"
