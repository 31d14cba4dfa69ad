"""The verb `dlq`: dead letters listed, shown and replayed."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from rescuewire.commands.settings_flags import KAFKA_CONNECTION, takes_settings
from rescuewire.commands.tail import Format
from rescuewire.configuration.applying import cluster_at
from rescuewire.configuration.loading import Loaded
from rescuewire_connectors.stopping import NoInput

if TYPE_CHECKING:
    from rescuewire.dead_letters.opening import Opener

LettersArgument = Annotated[
    str, typer.Argument(metavar="ADDRESS", help="Dead letters: kafka://host:port/TOPIC-dlq, FILE.dead.jsonl")
]
PlaceArgument = Annotated[
    str, typer.Argument(metavar="PLACE", help="As list prints it: PARTITION/OFFSET in a topic, a line in a file")
]
TargetArgument = Annotated[
    str | None,
    typer.Argument(metavar="TARGET", help="A topic; by default the one that each record came from"),
]
Reasons = Annotated[list[str] | None, typer.Option("--reason", help="Only letters of this reason; may be repeated")]
Fields = Annotated[list[str] | None, typer.Option("--field", help="Only letters of this field; may be repeated")]
Places = Annotated[
    list[str] | None,
    typer.Option("--place", help="Only letters here: 0/17, 0/17-40, in a file 12, 12-20; may be repeated"),
]
Since = Annotated[
    str | None,
    typer.Option(help="Only letters since a time, or 90m, 12h, 2d ago; in a file by the time of the original record"),
]
Limit = Annotated[int, typer.Option(min=0, help="Only so many, the newest; 0: all")]
Summary = Annotated[bool, typer.Option("--summary", help="Only the counts by reason")]
Pending = Annotated[bool, typer.Option("--pending", help="Only letters that were not replayed")]
FormatOption = Annotated[Format, typer.Option("--format", help="table is for people, json and csv for programs")]
Rate = Annotated[float, typer.Option(min=0, help="At most so many articles a second; 0: as fast as it goes")]
MaxHops = Annotated[int, typer.Option(min=1, help="Leave records alone that were replayed so many times")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print what would be sent, and send nothing")]

dlq = typer.Typer(name="dlq", help="List, show and replay dead letters.", no_args_is_help=True)


@dlq.command("list")
@takes_settings(*KAFKA_CONNECTION)
def list_letters(  # noqa: PLR0913  one parameter an option
    address: LettersArgument,
    *,
    reason: Reasons = None,
    field: Fields = None,
    place: Places = None,
    since: Since = None,
    limit: Limit = 0,
    pending: Pending = False,
    summary: Summary = False,
    output: FormatOption = Format.TABLE,
    loaded: Loaded,
) -> None:
    """List dead letters; their counts by reason come last, on standard error.

    With --summary the counts alone, on standard output.
    """
    from rescuewire.dead_letters.choosing import parse_choice  # noqa: PLC0415  help must not wait for these
    from rescuewire.dead_letters.listing import Listing, newest  # noqa: PLC0415
    from rescuewire.dead_letters.opening import parse_letters  # noqa: PLC0415
    from rescuewire.dead_letters.printing import print_counts, print_letters  # noqa: PLC0415

    choice = parse_choice(reason or (), field or (), place or (), since)
    listing = Listing(_opener(loaded).open_letters(parse_letters(address)), choice)
    letters = listing.read(pending=pending)
    try:
        if summary:
            print_counts(letters, output.value)
            return
        print_letters(newest(letters, limit) if limit else letters, output.value)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        return
    _say(listing.words())


@dlq.command()
@takes_settings(*KAFKA_CONNECTION)
def show(address: LettersArgument, place: PlaceArgument, *, loaded: Loaded) -> None:
    """Show one dead letter in full: why, from where, its key, headers and value."""
    from rescuewire.dead_letters.opening import parse_letters  # noqa: PLC0415
    from rescuewire.dead_letters.printing import print_letter  # noqa: PLC0415

    store = _opener(loaded).open_letters(parse_letters(address))
    stored = store.at(place)
    print_letter(stored, replayed=stored.identity in store.replayed())


@dlq.command()
@takes_settings(*KAFKA_CONNECTION)
def replay(  # noqa: PLR0913  one parameter an option
    address: LettersArgument,
    target: TargetArgument = None,
    *,
    reason: Reasons = None,
    field: Fields = None,
    place: Places = None,
    since: Since = None,
    rate: Rate = 0.0,
    max_hops: MaxHops = 3,
    dry_run: DryRun = False,
    loaded: Loaded,
) -> None:
    """Send dead letters back to where they came from, each once, however often this is run.

    The record goes as it came, with the header rescuewire.replays that counts its replays.
    """
    from rescuewire.dead_letters.choosing import parse_choice  # noqa: PLC0415
    from rescuewire.dead_letters.opening import parse_letters  # noqa: PLC0415
    from rescuewire.dead_letters.printing import print_preview  # noqa: PLC0415
    from rescuewire.dead_letters.replaying import ReplaySettings, ReplayTally, preview  # noqa: PLC0415
    from rescuewire.dead_letters.replaying import replay as replay_letters  # noqa: PLC0415

    choice = parse_choice(reason or (), field or (), place or (), since)
    opener, letters = _opener(loaded), parse_letters(address)
    to = opener.parse_target(letters, target)
    settings = ReplaySettings(opener, letters, to, choice, max_hops, rate)
    tally = ReplayTally()
    if dry_run:
        preview(settings, tally, print_preview)
        _say(tally.words("would be replayed"))
        return
    try:
        replay_letters(settings, tally)
    except BaseException:
        if tally.replayed:
            _say(tally.words("replayed until then"))
        raise
    if tally.impossible:
        raise NoInput(tally.words("replayed"))
    _say(tally.words("replayed"))


def _opener(loaded: Loaded) -> Opener:
    from rescuewire.dead_letters.opening import Opener  # noqa: PLC0415  help must not wait for it

    return Opener(partial(cluster_at, loaded.settings))


def _say(words: str) -> None:
    print(f"rescuewire: {words}", file=sys.stderr)  # noqa: T201  the last line of the verb
