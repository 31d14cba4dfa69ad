"""The settings of a run, checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rescuewire.configuration.applying import dead_letter_limit_of, group_settings
from rescuewire.configuration.model import Settings
from rescuewire.delivery import Delivery, resolve_delivery
from rescuewire.detection import REAL_DETECTOR, DetectorSettings
from rescuewire.harms import harms_named
from rescuewire_connectors.addresses import (
    FileAddress,
    SinkAddress,
    SourceAddress,
    TopicAddress,
    parse_sink,
    parse_source,
)
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.opening import Places
from rescuewire_connectors.stopping import WrongUsage


@dataclass(frozen=True)
class RunSettings:
    """Everything that `run` needs to know; addresses as people write them."""

    source: str
    sink: str
    common: Settings = field(default_factory=Settings)
    """What can be set beyond the addresses; its values are checked."""
    detector: str = REAL_DETECTOR

    def places(self) -> Places:
        """Where everything comes from and goes to; raise Stop where an address is wrong."""
        settings = self.common
        source, sink = parse_source(self.source), parse_sink(self.sink)
        dead_letters = parse_sink(settings.dead_letters) if settings.dead_letters else default_dead_letters(sink)
        _refuse_the_same_twice(source, sink, dead_letters)
        delivery = resolve_delivery(settings.delivery, source, sink, dead_letters)
        return Places(source, sink, dead_letters, self._group_settings(), delivery is Delivery.EXACTLY_ONCE)

    def _group_settings(self) -> GroupSettings:
        settings = self.common
        return group_settings(settings, group=settings.group, start=settings.start, lost_offsets=settings.lost_offsets)

    def dead_letter_limit(self) -> DeadLetterLimit:
        """How many dead letters are too many."""
        return dead_letter_limit_of(self.common)

    def detector_settings(self) -> DetectorSettings:
        """The detector of the wanted events."""
        return DetectorSettings(harms_named(self.common.harm), self.common.min_confidence, self.detector)


def default_dead_letters(sink: SinkAddress) -> SinkAddress | None:
    """Beside the events: `<topic>-dlq`, `<file>.dead.jsonl`; for standard output None, standard error."""
    if isinstance(sink, TopicAddress):
        return TopicAddress(sink.servers, f"{sink.topic}-dlq")
    if isinstance(sink, FileAddress):
        return parse_sink(f"{sink.path}.dead.jsonl")
    return None


def _refuse_the_same_twice(source: SourceAddress, sink: SinkAddress, dead_letters: SinkAddress | None) -> None:
    named = [place for place in (source, sink, dead_letters) if isinstance(place, (FileAddress, TopicAddress))]
    identities = [_identity(place) for place in named]
    for place, identity in zip(named, identities, strict=True):
        if identities.count(identity) > 1:
            raise WrongUsage(f"{place}: source, sink and dead letters must be different places")


def _identity(place: FileAddress | TopicAddress) -> TopicAddress | Path:
    if isinstance(place, TopicAddress):
        return TopicAddress(tuple(sorted(place.servers)), place.topic)
    return place.path.resolve()
