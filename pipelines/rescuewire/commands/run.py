"""The verb `run`: the pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from rescuewire.confidence import DEFAULT_MIN_CONFIDENCE
from rescuewire.confidence import HELP as MIN_CONFIDENCE_HELP
from rescuewire.counting import counted
from rescuewire.delivery import Delivery
from rescuewire.draining import Drain, draining_on_signals
from rescuewire.harms import DEFAULT_WORDS, HELP
from rescuewire.logs.choices import LogFormat, LogLevel
from rescuewire.metrics import LOCALHOST
from rescuewire_connectors.addresses import SinkAddress, StandardStream, refuse_unwritable
from rescuewire_connectors.opening import Places
from rescuewire_connectors.outcome import OutcomeKind, Tally

SourceArgument = Annotated[
    str,
    typer.Argument(help="Articles: x.jsonl, x.json, x.txt, x.html, folder/, - (JSON lines), kafka://host:port/topic"),
]
SinkArgument = Annotated[str, typer.Argument(help="Events: x.avro, x.jsonl, - (JSON lines), kafka://host:port/topic")]
DeadLetters = Annotated[
    str | None,
    typer.Option(help="Where unreadable records go; by default TOPIC-dlq, FILE.dead.jsonl, standard error for -"),
]
DeliveryOption = Annotated[
    Delivery | None,
    typer.Option(help="What is promised when something dies; by default exactly_once where events go to a topic"),
]
Group = Annotated[str, typer.Option(help="Consumer group on Kafka; replicas share it")]
Replica = Annotated[str | None, typer.Option(help="Name of this member of the group; by default HOST-0, HOST-1 …")]
StateFolder = Annotated[
    Path | None,
    typer.Option(envvar="RESCUEWIRE_STATE_FOLDER", help="Where replicas keep locks and the places of fatal articles"),
]
Start = Annotated[
    str,
    typer.Option(
        help="Where the group begins without committed offsets: committed (stop if there is none), "
        "earliest, latest, a time"
    ),
]
Harms = Annotated[str, typer.Option("--harm", help=HELP)]
MinConfidence = Annotated[float, typer.Option(help=MIN_CONFIDENCE_HELP)]
Summary = Annotated[Path | None, typer.Option(help="Write the counts as JSON to this file")]
MetricsPort = Annotated[
    int | None,
    typer.Option(min=1, max=65_535, help="Serve /metrics, /healthz and /readyz at this port; by default none is open"),
]
MetricsHost = Annotated[str, typer.Option(help="The address to serve them at; 0.0.0.0 for everybody")]
LogFormatOption = Annotated[
    LogFormat | None, typer.Option("--log-format", help="How log lines look; by default text on a terminal, else json")
]
LogLevelOption = Annotated[
    LogLevel,
    typer.Option("--log-level", help="warning: a line a dead letter; info: also an article with events; debug: each"),
]
DetectorOption = Annotated[str | None, typer.Option("--detector", hidden=True)]


def run(  # noqa: PLR0913, PLR0917  one parameter an option
    source: SourceArgument,
    sink: SinkArgument,
    dead_letters: DeadLetters = None,
    delivery: DeliveryOption = None,
    group: Group = "rescuewire",
    replica: Replica = None,
    state_folder: StateFolder = None,
    start: Start = "earliest",
    harm: Harms = DEFAULT_WORDS,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    summary: Summary = None,
    metrics_port: MetricsPort = None,
    metrics_host: MetricsHost = LOCALHOST,
    log_format: LogFormatOption = None,
    log_level: LogLevelOption = LogLevel.WARNING,
    detector: DetectorOption = None,
) -> None:
    """Read articles, find rescue events, write them."""
    given = {"dead_letters": dead_letters, "replica": replica, "state_folder": state_folder, "detector": detector}
    words = {
        "delivery": delivery,
        "group": group,
        "start": start,
        "harm": harm,
        "min_confidence": min_confidence,
        "metrics_port": metrics_port,
        "metrics_host": metrics_host,
        "log_format": log_format,
        "log_level": log_level,
        **given,
    }
    if summary is not None:
        refuse_unwritable(summary, f"--summary {summary}")
    tally = Tally()
    try:
        with draining_on_signals() as drain:
            places = _run(source, sink, {name: word for name, word in words.items() if word is not None}, tally, drain)
    finally:
        if summary is not None:
            summary.write_text(json.dumps(tally.summary()) + "\n")
    print(counts_line(tally, _words_of(places.dead_letters)), file=sys.stderr)  # noqa: T201  the last line of a run


def _run(source: str, sink: str, words: dict[str, Any], tally: Tally, drain: Drain) -> Places:
    # Imported here, since help and errors of usage must not wait for Beam.
    from rescuewire.logs.setting_up import set_up_logs  # noqa: PLC0415
    from rescuewire.settings import RunSettings  # noqa: PLC0415

    settings = RunSettings(source, sink, **words)
    places = settings.places()
    settings.detector_settings()
    set_up_logs(settings.log_format, settings.log_level)
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
