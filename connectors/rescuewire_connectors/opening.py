"""Opening feeds and sinks by their addresses. Kafka's client is imported only where an address names a topic."""

# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
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
from rescuewire_connectors.stream import Ends

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.opening import GroupSettings, Member

Event = TypeVar("Event")


@dataclass(frozen=True)
class Places:
    """Where records come from and go to. `dead_letters` None means standard error.

    `exactly_once` asks for one transaction a batch; it needs events and dead letters on topics of one cluster, and the
    source there too or no topic at all.
    """

    source: SourceAddress
    events: SinkAddress
    dead_letters: SinkAddress | None
    kafka: GroupSettings
    exactly_once: bool = False

    @property
    def endless(self) -> bool:
        """True where the source has no end, so that files must grow rather than be finished."""
        return isinstance(self.source, TopicAddress)

    @property
    def topics(self) -> list[TopicAddress]:
        """Those of the places that are topics."""
        return [place for place in (self.source, self.events, self.dead_letters) if isinstance(place, TopicAddress)]


def open_ends(places: Places, codec: EventCodec[Event]) -> Ends[Event]:
    """Open both ends of a stream; raise Stop where that cannot be, with nothing left open."""
    with ExitStack() as opened:
        member = _join(places)
        if member is not None:
            opened.callback(member.replica.close)
        feed = _open_feed(places, member)
        opened.callback(feed.close)
        sink = _open_sink(places, codec, member)
        opened.callback(sink.close)
        if member is not None:
            member.begin()
        opened.pop_all()
    return Ends(feed, sink, None if member is None else member.replica)


def _join(places: Places) -> Member | None:
    """Become a member of the group where there is a topic to read from or to write to."""
    if not places.topics:
        return None
    from rescuewire_connectors.kafka.opening import join, join_exactly_once

    if places.exactly_once and isinstance(places.events, TopicAddress):
        return join_exactly_once(places.kafka, places.topics, places.events)
    return join(places.kafka, places.topics)


def _open_feed(places: Places, member: Member | None) -> Feed:
    source = places.source
    if isinstance(source, TopicAddress):
        return _known(member).open_feed(source)
    feed = StandardInputFeed() if isinstance(source, StandardStream) else open_files(source)
    return feed if member is None else member.in_transactions(feed)


def _open_sink(places: Places, codec: EventCodec[Event], member: Member | None) -> Sink[Event]:
    events = _open_events(places, codec, member)
    try:
        return Sink(events, open_dead_letters(places.dead_letters, member, endless=places.endless))
    except BaseException:
        events.close()
        raise


def _open_events(places: Places, codec: EventCodec[Event], member: Member | None) -> Writer[Outcome[Event]]:
    address = places.events
    if isinstance(address, TopicAddress):
        return _known(member).open_events(address, codec)
    if isinstance(address, StandardStream):
        return LinesWriter(StandardTarget(sys.stdout.buffer), _lines(codec))
    target = _target(address, endless=places.endless)
    if address.form is FileForm.AVRO:
        return ContainerWriter(target, codec)
    return LinesWriter(target, _lines(codec))


def open_dead_letters(address: SinkAddress | None, member: Member | None, *, endless: bool) -> Writer[DeadLetter]:
    """A writer of dead letters, None for standard error; for an `endless` source the file grows. Raises Stop."""
    if isinstance(address, TopicAddress):
        return _known(member).open_dead_letters(address)
    if isinstance(address, FileAddress):
        return LinesWriter(_target(address, endless=endless, even_if_empty=False), _dead_letter_lines)
    stream = sys.stderr if address is None else sys.stdout
    return LinesWriter(StandardTarget(stream.buffer), _dead_letter_lines)


def _known(member: Member | None) -> Member:
    if member is None:
        raise RuntimeError("a topic is opened by no member of a group; a bug")
    return member


def _target(address: FileAddress, *, endless: bool, even_if_empty: bool = True) -> Target:
    if endless:
        return GrowingFile(address.path, cut_torn_line if address.form is FileForm.JSON_LINES else leave_alone)
    return FinishedFile(address.path, even_if_empty=even_if_empty)


def _lines(codec: EventCodec[Event]) -> Callable[[Outcome[Event]], Iterable[bytes]]:
    return lambda outcome: (codec.to_json(event) for event in outcome.events)


def _dead_letter_lines(letter: DeadLetter) -> Iterable[bytes]:
    yield as_line(letter)
