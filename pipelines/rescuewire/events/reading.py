"""Reading events from where they were written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from fastavro.validation import ValidationError, validate

from rescuewire_connectors.addresses import FileAddress, FileForm, StandardStream, TopicAddress, parse_events
from rescuewire_connectors.record import Record
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.avro_schemas import event_schema
from rescuewire_schemas.codec import CodecError, from_json, read_events
from rescuewire_schemas.rescue_event import RescueEvent

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.clients import Connect
    from rescuewire_connectors.registry.address import RegistryAddress

Decode: TypeAlias = Callable[[bytes], RescueEvent]


def read_events_at(
    address: str,
    *,
    start: str = "earliest",
    until_end: bool = False,
    connect: Connect | None = None,
    registry: RegistryAddress | None = None,
) -> Iterator[RescueEvent]:
    """The events at an address; what is none is told on standard error and skipped. Raises Stop as addresses do.

    `connect` makes a cluster of the servers in the address of a topic; without it, one that asks for no login.
    With a `registry`, records of a topic may be in Confluent's wire format; Unreachable where it does not answer.
    """
    place = parse_events(address)
    if isinstance(place, TopicAddress):
        yield from _read_topic(_records(place, start, connect, until_end=until_end), registry)
    elif isinstance(place, StandardStream):
        yield from _decode_each(_numbered("-", sys.stdin.buffer), event_of_line)
    else:
        yield from _read_file(place)


def _read_file(file: FileAddress) -> Iterator[RescueEvent]:
    with file.path.open("rb") as stream:
        if file.form is FileForm.AVRO:
            yield from _read_container(stream, file)
        else:
            yield from _decode_each(_numbered(str(file), stream), event_of_line)


def _read_container(stream: BinaryIO, file: FileAddress) -> Iterator[RescueEvent]:
    try:
        yield from read_events(stream)
    except CodecError as error:
        raise WrongUsage(f"{file}: {error}") from error


def _records(
    place: TopicAddress, start: str, connect: Connect | None, *, until_end: bool
) -> Generator[Record, None, None]:
    from rescuewire_connectors.kafka.clients import Cluster  # noqa: PLC0415  files need no Kafka client
    from rescuewire_connectors.kafka.starting import parse_start  # noqa: PLC0415
    from rescuewire_connectors.kafka.tailing import follow_topic  # noqa: PLC0415

    cluster = (connect or Cluster)(place.servers)
    return follow_topic(cluster, place.topic, parse_start(start), until_end=until_end)


def _read_topic(records: Generator[Record, None, None], registry: RegistryAddress | None) -> Iterator[RescueEvent]:
    from rescuewire.event_wire import decoder  # noqa: PLC0415  files need no client of a registry

    with closing(records):
        named = ((f"{record.topic}-{record.partition} at {record.offset}", record.value or b"") for record in records)
        yield from _decode_each(named, decoder(registry))


def event_of_line(line: bytes) -> RescueEvent:
    """The event of a line of JSON, every field of its type; raise CodecError where it is none.

    Avro sees to the types of what it reads, JSON does not: a count written as text must not reach who compares it.
    """
    event = from_json(line)
    try:
        validate(asdict(event), event_schema())
    except (ValidationError, ValueError) as error:
        raise CodecError(f"not a rescue event in JSON: {' '.join(str(error).split())}") from error
    return event


def _numbered(name: str, lines: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    return ((f"{name}:{number}", line) for number, line in enumerate(lines, 1) if line.strip())


def _decode_each(named: Iterable[tuple[str, bytes]], decode: Decode) -> Iterator[RescueEvent]:
    events = (_decoded(name, value, decode) for name, value in named)
    return (event for event in events if event is not None)


def _decoded(name: str, value: bytes, decode: Decode) -> RescueEvent | None:
    try:
        return decode(value)
    except CodecError as error:
        print(f"rescuewire: {name}: {error}", file=sys.stderr)  # noqa: T201  skipped, but not in silence
        return None
