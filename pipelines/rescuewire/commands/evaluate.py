"""The verb `evaluate`: how good extraction is on gold articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rescuewire.harms import DEFAULT_WORDS, HELP, parse_harms

GoldArguments = Annotated[
    list[Path],
    typer.Argument(metavar="GOLD...", help="Gold articles: x.jsonl, an article a line with its events"),
]
Errors = Annotated[bool, typer.Option("--errors", help="Also list each missed, spurious and wrong event")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the same as JSON")]
Harms = Annotated[str, typer.Option("--harm", help=HELP)]


def evaluate(
    gold: GoldArguments,
    errors: Errors = False,  # noqa: FBT002  typer's way to say a flag
    as_json: AsJson = False,  # noqa: FBT002
    harm: Harms = DEFAULT_WORDS,
) -> None:
    """Measure extraction on gold articles, by language and slot.

    An event is found where its sentence or its figure is. A record is right where count, agent, origin and place
    are; it is fully right where type, harm, scope, time, forms, transit and return are too. Slots are measured on
    the events that were found. F1 is the harmonic mean of precision and recall.
    """
    harms = parse_harms(harm)
    from rescuewire.evaluation.gold import read_gold  # noqa: PLC0415  help must not wait for these
    from rescuewire.evaluation.json_form import print_json  # noqa: PLC0415
    from rescuewire.evaluation.measuring import measure  # noqa: PLC0415
    from rescuewire.evaluation.terminal_form import print_measurement  # noqa: PLC0415

    measurement = measure([article for path in gold for article in read_gold(path)], harms)
    (print_json if as_json else print_measurement)(measurement, errors=errors)
