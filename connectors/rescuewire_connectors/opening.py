"""Opening feeds and sinks by their addresses. Kafka's client is imported only where an address names a topic."""

# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rescuewire_connectors.addresses import (
    FileAddress,
    FileForm,
    SinkAddress,
    SourceAddress,
    StandardStream,
    TopicAddress,
)
from rescuewire_connectors.dead_letters import as_line
from rescuewire_connectors.files.reading import open_files
from rescuewire_connectors.files.standard_input import StandardInputFeed
from rescuewire_connectors.files.targets import (
    FinishedFile,
    GrowingFile,
    StandardTarget,
    Target,
    cut_torn_line,
    leave_alone,
)
from rescuewire_connectors.files.writing import ContainerWriter, LinesWriter
from rescuewire_connectors.interfaces import EventCodec, Feed, Writer
from rescuewire_connectors.outcome import DeadLetter, Outcome
from rescuewire_connectors.sink import Sink

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.opening import GroupSettings

Event = TypeVar("Event")


@dataclass(frozen=True)
class Places:
    """Where records come from and go to. `dead_letters` None means standard error."""

    source: SourceAddress
    events: SinkAddress
    dead_letters: SinkAddress | None
    kafka: GroupSettings

    @property
    def endless(self) -> bool:
        """True where the source has no end, so that files must grow rather than be finished."""
        return isinstance(self.source, TopicAddress)


def open_feed(places: Places) -> Feed:
    """Open the source; raise Stop where that cannot be."""
    source = places.source
    if isinstance(source, StandardStream):
        return StandardInputFeed()
    if not isinstance(source, TopicAddress):
        return open_files(source)
    from rescuewire_connectors.kafka.opening import open_feed_topic

    return open_feed_topic(source, places.kafka)


def open_sink(places: Places, codec: EventCodec[Event]) -> Sink[Event]:
    """Open the places that events and dead letters go to; raise Stop where that cannot be."""
    events = open_event_writer(places, codec)
    try:
        return Sink(events, _open_dead_letters(places))
    except BaseException:
        events.close()
        raise


def open_event_writer(places: Places, codec: EventCodec[Event]) -> Writer[Outcome[Event]]:
    """Open the place that events go to; raise Stop where that cannot be."""
    address = places.events
    if isinstance(address, TopicAddress):
        from rescuewire_connectors.kafka.opening import open_event_topic

        return open_event_topic(address, places.kafka, codec)
    if isinstance(address, StandardStream):
        return LinesWriter(StandardTarget(sys.stdout.buffer), _lines(codec))
    target = _target(address, places)
    if address.form is FileForm.AVRO:
        return ContainerWriter(target, codec)
    return LinesWriter(target, _lines(codec))


def _open_dead_letters(places: Places) -> Writer[DeadLetter]:
    address = places.dead_letters
    if isinstance(address, TopicAddress):
        from rescuewire_connectors.kafka.opening import open_dead_letter_topic

        return open_dead_letter_topic(address, places.kafka)
    if isinstance(address, FileAddress):
        return LinesWriter(_target(address, places, even_if_empty=False), _dead_letter_lines)
    stream = sys.stderr if address is None else sys.stdout
    return LinesWriter(StandardTarget(stream.buffer), _dead_letter_lines)


def _target(address: FileAddress, places: Places, *, even_if_empty: bool = True) -> Target:
    if places.endless:
        return GrowingFile(address.path, cut_torn_line if address.form is FileForm.JSON_LINES else leave_alone)
    return FinishedFile(address.path, even_if_empty=even_if_empty)


def _lines(codec: EventCodec[Event]) -> Callable[[Outcome[Event]], Iterable[bytes]]:
    return lambda outcome: (codec.to_json(event) for event in outcome.events)


def _dead_letter_lines(letter: DeadLetter) -> Iterable[bytes]:
    yield as_line(letter)
