"""The verb `tail`: events, as people and programs read them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import partial
from typing import Annotated

import typer

from rescuewire.commands.settings_flags import KAFKA_CONNECTION, REGISTRY, takes_settings
from rescuewire.configuration.applying import cluster_at, registry_of
from rescuewire.configuration.loading import Loaded
from rescuewire.configuration.model import Settings
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.event_filter import EventFilter
from rescuewire_schemas.rescue_event import RescueEvent


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
Start = Annotated[str, typer.Option(help="Where to begin in a topic: earliest, latest or a time")]

Country = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="ISO codes, in any role; an event needs one of them")
]
Agent = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Countries whose authority acts")]
Origin = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Countries of the victims' citizenship")]
Place = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Countries where they were held or rescued")]
Transit = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Countries that they passed through")]
ReturnTo = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Countries that they are brought to afterwards")
]
MinVictims = Annotated[str | None, typer.Option(metavar="N", help="At least so many, guaranteed by the words told")]
Harms = Annotated[
    list[str] | None, typer.Option("--harm", metavar="NAMES", help="What they came out of: TRAFFICKING, CAPTIVITY, …")
]
Forms = Annotated[
    list[str] | None, typer.Option("--form", metavar="NAMES", help="Form of exploitation: FORCED_LABOUR, …")
]
EventTypes = Annotated[
    list[str] | None, typer.Option("--event-type", metavar="NAMES", help="RESCUE, RELEASE, ESCAPE, …")
]
Scopes = Annotated[list[str] | None, typer.Option("--scope", metavar="NAMES", help="INCIDENT or AGGREGATE")]
MinConfidence = Annotated[
    str | None,
    typer.Option(metavar="P", help="Leave out events that are less probable than this, or do not tell; from 0 to 1"),
]
Since = Annotated[
    str | None, typer.Option(metavar="DAY", help="The victims came out then or later, for certain: 2023-05-10, 2023-05")
]
PublishedSince = Annotated[str | None, typer.Option(metavar="DAY", help="The article is of that day or later")]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODES", help="Codes of the articles' languages")
]


@takes_settings(*KAFKA_CONNECTION, *REGISTRY)
def tail(  # noqa: PLR0913  one parameter an option
    address: AddressArgument,
    *,
    until_end: UntilEnd = False,
    output: FormatOption = Format.TABLE,
    start: Start = "earliest",
    country: Country = None,
    agent: Agent = None,
    origin: Origin = None,
    place: Place = None,
    transit: Transit = None,
    return_to: ReturnTo = None,
    min_victims: MinVictims = None,
    harm: Harms = None,
    form: Forms = None,
    event_type: EventTypes = None,
    scope: Scopes = None,
    min_confidence: MinConfidence = None,
    since: Since = None,
    published_since: PublishedSince = None,
    language: Languages = None,
    loaded: Loaded,
) -> None:
    """Print events: of a file to its end, of a topic until stopped.

    Filters choose among them: each that is given must hold. Several values are parted by commas, or the flag is
    repeated; one of them must hold. What an event does not tell never matches.
    """
    several = {"country": country, "agent": agent, "origin": origin, "place": place, "transit": transit}
    several |= {"return_to": return_to, "harm": harm, "form": form, "event_type": event_type, "scope": scope}
    single = {"min_victims": min_victims, "min_confidence": min_confidence}
    single |= {"since": since, "published_since": published_since}
    words = {**several, "language": language, **{name: [word] for name, word in single.items() if word is not None}}
    wanted = _parse_flags({name: given for name, given in words.items() if given})
    events = _events(address, loaded.settings, start=start, until_end=until_end)
    _print(filter(wanted.matches, events), output)


def _parse_flags(words: dict[str, list[str]]) -> EventFilter:
    from rescuewire.events.filter_words import FilterError, parse_filter  # noqa: PLC0415  help must not wait for it

    try:
        return parse_filter(words)
    except FilterError as error:
        flag = error.field.replace("_", "-")
        raise WrongUsage(f"--{flag} {','.join(words[error.field])}: {error}") from error


def _events(address: str, settings: Settings, *, start: str, until_end: bool) -> Iterator[RescueEvent]:
    from rescuewire.events.reading import read_events_at  # noqa: PLC0415  help must not wait for it

    connect = partial(cluster_at, settings)
    registry = registry_of(settings)
    return read_events_at(address, start=start, until_end=until_end, connect=connect, registry=registry)


def _print(events: Iterable[RescueEvent], output: Format) -> None:
    from rescuewire.events.printing import printer_of  # noqa: PLC0415  help must not wait for it

    show = printer_of(output.value)
    try:
        for event in events:
            show(event)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
