"""The verb `topics create`: the topics that a run needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rescuewire.commands.settings_flags import KAFKA_CONNECTION, takes_settings
from rescuewire.configuration.loading import Loaded
from rescuewire.counting import counted
from rescuewire_connectors.addresses import KAFKA_PREFIX, TopicAddress, parse_topic
from rescuewire_connectors.stopping import WrongUsage

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.creating import TopicStanding

topics = typer.Typer(name="topics", help="The topics that a run needs.", no_args_is_help=True)

AddressArguments = Annotated[
    list[str],
    typer.Argument(metavar="[SOURCE] SINK", help="Topics as kafka://host:port/topic: articles, if wanted, and events"),
]
Partitions = Annotated[int, typer.Option(min=1, help="Of each topic; no more replicas than this share the source")]
Copies = Annotated[
    int | None,
    typer.Option(
        "--replication-factor", min=1, help="By default 3, or as many as there are brokers", show_default=False
    ),
]
DeadLetterDays = Annotated[float, typer.Option(min=0.1, help="How long dead letters are kept")]
ArticleDays = Annotated[
    float | None, typer.Option(min=0.1, help="How long articles are kept; by default as brokers say")
]
EventDays = Annotated[float | None, typer.Option(min=0.1, help="How long events are kept; by default as brokers say")]
LargestRecord = Annotated[
    int,
    typer.Option("--max-message-bytes", min=1024, help="Of source and events; dead letters take what the source does"),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Ask the brokers whether they would, and create nothing")]


@topics.command()
@takes_settings("dead_letters", *KAFKA_CONNECTION)
def create(  # noqa: PLR0913  one parameter an option
    addresses: AddressArguments,
    *,
    partitions: Partitions = 4,
    copies: Copies = None,
    article_days: ArticleDays = None,
    event_days: EventDays = None,
    dead_letter_days: DeadLetterDays = 30.0,
    largest: LargestRecord = 1_048_588,
    dry_run: DryRun = False,
    loaded: Loaded,
) -> None:
    """Create those of the source, events and dead-letter topics that are missing.

    Topics that are there are compared and left alone. Exits with 77 where the brokers do not let us create.
    """
    from rescuewire.creating_topics import Days, TopicChoices, create_topics  # noqa: PLC0415  help must not wait for Kafka

    source, events = _places(addresses)
    choices = TopicChoices(partitions, copies, largest, Days(article_days, event_days, dead_letter_days))
    for address, standing in create_topics(loaded.settings, source, events, choices, dry_run=dry_run):
        typer.echo(_line(address, standing, dry_run=dry_run))


def _places(addresses: list[str]) -> tuple[TopicAddress | None, TopicAddress]:
    if len(addresses) > 2:
        raise WrongUsage("topics create: give SINK, or SOURCE and SINK")
    *source, events = map(_topic, addresses)
    return source[0] if source else None, events


def _topic(address: str) -> TopicAddress:
    if not address.startswith(KAFKA_PREFIX):
        raise WrongUsage(f"{address}: only topics are created; write kafka://host:port,host:port/topic")
    return parse_topic(address)


def _line(address: TopicAddress, standing: TopicStanding, *, dry_run: bool) -> str:
    wanted = standing.topic
    if standing.created:
        configs = ", ".join(f"{name} {value}" for name, value in wanted.configs.items())
        words = f"{counted(wanted.partitions, 'partition')}, replication factor {wanted.copies}, {configs}"
        return f"{address}: {'would be created' if dry_run else 'created'}: {words}"
    if standing.differences:
        return f"{address}: is there, left alone; differs: {'; '.join(standing.differences)}"
    return f"{address}: is there, as wanted"
