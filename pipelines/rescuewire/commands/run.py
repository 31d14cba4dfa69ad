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
from rescuewire_connectors.addresses import SinkAddress, StandardStream, refuse_unwritable
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.lost_offsets import LostOffsets
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
LostOffsetsOption = Annotated[
    LostOffsets,
    typer.Option(
        help="When the next record is gone by retention: stop with the number lost, or say it and continue at the "
        "first record there is"
    ),
]
Harms = Annotated[str, typer.Option("--harm", help=HELP)]
MinConfidence = Annotated[float, typer.Option(help=MIN_CONFIDENCE_HELP)]
DeadLetterShare = Annotated[
    float,
    typer.Option(help="End with 65 when more of the last records than this part are dead letters; 0: no limit"),
]
DeadLetterWindow = Annotated[
    int, typer.Option(help="How many records --dead-letter-share looks back; fewer are let be")
]
DeadLetterRun = Annotated[int, typer.Option(help="End with 65 after so many dead letters in succession; 0: no limit")]
Registry = Annotated[
    str | None,
    typer.Option(
        envvar="RESCUEWIRE_REGISTRY",
        help="Schema registry, http://host:port: events on a topic are written in Confluent's wire format",
    ),
]
Summary = Annotated[Path | None, typer.Option(help="Write the counts as JSON to this file")]
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
    lost_offsets: LostOffsetsOption = LostOffsets.STOP,
    harm: Harms = DEFAULT_WORDS,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    dead_letter_share: DeadLetterShare = DeadLetterLimit.share,
    dead_letter_window: DeadLetterWindow = DeadLetterLimit.window,
    dead_letter_run: DeadLetterRun = DeadLetterLimit.run,
    registry: Registry = None,
    summary: Summary = None,
    detector: DetectorOption = None,
) -> None:
    """Read articles, find rescue events, write them."""
    given = {"dead_letters": dead_letters, "replica": replica, "state_folder": state_folder}
    words = {
        "delivery": delivery,
        "group": group,
        "start": start,
        "lost_offsets": lost_offsets,
        "harm": harm,
        "min_confidence": min_confidence,
        "dead_letter_share": dead_letter_share,
        "dead_letter_window": dead_letter_window,
        "dead_letter_run": dead_letter_run,
        "registry": registry,
        "detector": detector,
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
    from rescuewire.commands.progress import showing_progress  # noqa: PLC0415
    from rescuewire.settings import RunSettings  # noqa: PLC0415

    settings = RunSettings(source, sink, **words)
    places = settings.places()
    settings.detector_settings()
    settings.dead_letter_limit()
    from rescuewire.running import run_pipeline  # noqa: PLC0415

    run_pipeline(settings, tally, drain, showing_progress(places.source))
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
