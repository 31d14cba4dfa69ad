"""The verbs `schema list`, `schema show`, `schema check` and `schema register`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from rescuewire.commands.settings_flags import REGISTRY, takes_settings
from rescuewire.configuration.applying import registry_of
from rescuewire.configuration.loading import Loaded
from rescuewire_connectors.stopping import BadData, WrongUsage

schema = typer.Typer(name="schema", help="What crosses the wire: list, show, check and register schemas.")

Name = Annotated[str, typer.Argument(help="rescue_event or article")]
Version = Annotated[str | None, typer.Option(help="By default the latest")]
Candidate = Annotated[Path, typer.Argument(help="An .avsc file: the schema that is to be the next version")]
Topic = Annotated[str, typer.Option(help="The topic of events; the subject is TOPIC-value")]


@schema.command("list")
def list_() -> None:
    """List every published schema: name, version, language; the fingerprint of those in Avro."""
    from rescuewire_schemas.avro_schemas import event_fingerprint  # noqa: PLC0415  help must not wait for fastavro
    from rescuewire_schemas.published import PUBLISHED  # noqa: PLC0415

    for each in PUBLISHED:
        fingerprint = event_fingerprint(each.version).hex() if each.language == "Avro" else ""
        typer.echo(f"{each.name:<13} {each.version:<8} {each.language:<12} {fingerprint}".rstrip())


@schema.command()
def show(name: Name, version: Version = None) -> None:
    """Print a published schema as it is."""
    from rescuewire_schemas.published import find_published  # noqa: PLC0415

    try:
        typer.echo(find_published(name, version).source(), nl=False)
    except LookupError as error:
        raise WrongUsage(str(error.args[0])) from error


@schema.command()
def check(file: Candidate) -> None:
    """Compare a candidate with every published version of the event, both ways; 0 if all read each other, else 65."""
    from rescuewire_schemas.avro_schemas import VERSIONS  # noqa: PLC0415
    from rescuewire_schemas.compatibility import check_candidate  # noqa: PLC0415

    try:
        refusals = check_candidate(json.loads(file.read_bytes()), file.name)
    except ValueError as error:
        raise BadData(f"{file}: {error}") from error
    for refusal in refusals:
        typer.echo(refusal)
    if refusals:
        raise BadData(f"{file}: not compatible with every published version: {len(refusals)} rules broken")
    typer.echo(f"{file}: compatible both ways with {', '.join(VERSIONS)}")


@schema.command()
@takes_settings(*REGISTRY)
def register(*, topic: Topic = "rescue-events", loaded: Loaded) -> None:
    """Register every published version of the event for a topic, and have the registry refuse what would break it."""
    from rescuewire.event_wire import event_texts  # noqa: PLC0415
    from rescuewire_connectors.registry.client import registry_of_process  # noqa: PLC0415
    from rescuewire_connectors.registry.subjects import register_all, topic_subject  # noqa: PLC0415
    from rescuewire_schemas.avro_schemas import VERSIONS  # noqa: PLC0415

    registry = registry_of(loaded.settings)
    if registry is None:
        raise WrongUsage("--registry is missing: say where the schema registry is, http://host:port")
    subject = topic_subject(topic)
    ids = register_all(registry_of_process(registry), subject, event_texts())
    for version, schema_id in zip(VERSIONS, ids, strict=True):
        typer.echo(f"{subject}: rescue_event {version} has id {schema_id}")
