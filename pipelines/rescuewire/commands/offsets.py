"""The verbs `offsets show` and `offsets move`: where a consumer group stands, and another place for it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from rescuewire.commands.settings_flags import KAFKA_CONNECTION, takes_settings
from rescuewire.commands.tail import Format, FormatOption
from rescuewire.configuration.applying import cluster_at
from rescuewire.configuration.loading import Loaded
from rescuewire_connectors.addresses import KAFKA_PREFIX, TopicAddress, parse_topic
from rescuewire_connectors.stopping import WrongUsage

offsets = typer.Typer(
    name="offsets", help="Show where a consumer group stands in a topic, or move it.", no_args_is_help=True
)

TopicArgument = Annotated[str, typer.Argument(help="The topic that the group reads: kafka://host:port/topic")]
To = Annotated[
    str,
    typer.Option(
        help="earliest, latest, a time (the first record sent then or later; 2026-05-31T08:00 is UTC), +N or -N "
        "(records on or back from what is committed, in every partition), or PARTITION:OFFSET,… (others stay)"
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would move, and move nothing")]


@offsets.command()
@takes_settings("group", *KAFKA_CONNECTION)
def show(topic: TopicArgument, *, output: FormatOption = Format.TABLE, loaded: Loaded) -> None:
    """Print by partition: the next offset, the first and the end, the lag, how many records are lost, and who reads it.

    `lost` are offsets that retention took before the group read them; `lag` is below 0 where the committed offset is
    beyond the end, in a topic made anew.
    """
    address = _topic(topic)
    # Imported here, since help must not wait for Kafka's client.
    from rescuewire.offset_printing import print_group_offsets  # noqa: PLC0415
    from rescuewire_connectors.kafka.group_offsets import find_group_offsets  # noqa: PLC0415

    cluster = cluster_at(loaded.settings, address.servers)
    print_group_offsets(find_group_offsets(cluster, address.topic, loaded.settings.group), output.value)


@offsets.command()
@takes_settings("group", *KAFKA_CONNECTION)
def move(topic: TopicArgument, *, to: To, dry_run: DryRun = False, loaded: Loaded) -> None:
    """Move a group that nobody is in, and print its offsets before and after.

    Exits with 75 while the group has members (stop them, then say it again), with 2 for an offset that is not there.
    """
    address = _topic(topic)
    from rescuewire_connectors.kafka.moving_offsets import commit_moves, parse_target, plan_move  # noqa: PLC0415

    target, cluster, group = parse_target(to), cluster_at(loaded.settings, address.servers), loaded.settings.group
    moves = plan_move(cluster, address.topic, group, target)
    if not dry_run:
        commit_moves(cluster, group, moves)
    sys.stdout.writelines(f"{each}\n" for each in moves)
    if dry_run:
        print("rescuewire: --dry-run: nothing was moved", file=sys.stderr)  # noqa: T201  the command line speaks here


def _topic(address: str) -> TopicAddress:
    if not address.startswith(KAFKA_PREFIX):
        raise WrongUsage(f"{address}: offsets are of a topic; write kafka://host:port,host:port/topic")
    return parse_topic(address)
