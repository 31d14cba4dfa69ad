"""The settings of a run, checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rescuewire.confidence import DEFAULT_MIN_CONFIDENCE, checked_min_confidence
from rescuewire.delivery import Delivery, resolve_delivery
from rescuewire.detection import REAL_DETECTOR, DetectorSettings
from rescuewire.harms import DEFAULT_WORDS, parse_harms
from rescuewire.logs.choices import LogFormat, LogLevel
from rescuewire.metrics import LOCALHOST
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
from rescuewire_connectors.kafka.security import Security
from rescuewire_connectors.kafka.starting import parse_start
from rescuewire_connectors.lost_offsets import LostOffsets
from rescuewire_connectors.opening import Places
from rescuewire_connectors.registry.address import parse_registry
from rescuewire_connectors.replicas import default_state_folder
from rescuewire_connectors.stopping import WrongSettings, WrongUsage
from rescuewire_connectors.timeouts import Timeouts


@dataclass(frozen=True)
class RunSettings:
    """Everything that `run` needs to know; addresses and words as people write them."""

    source: str
    sink: str
    dead_letters: str | None = None
    delivery: Delivery | None = None
    group: str = "rescuewire"
    replica: str | None = None
    start: str = "earliest"
    lost_offsets: LostOffsets = LostOffsets.STOP
    harm: str = DEFAULT_WORDS
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    dead_letter_share: float = DeadLetterLimit.share
    dead_letter_window: int = DeadLetterLimit.window
    dead_letter_run: int = DeadLetterLimit.run
    article_seconds: float = 20.0
    session_seconds: float = 6.0
    timeouts: Timeouts = field(default_factory=Timeouts)
    state_folder: Path = field(default_factory=default_state_folder)
    registry: str | None = None
    metrics_port: int | None = None
    metrics_host: str = LOCALHOST
    log_format: LogFormat | None = None
    log_level: LogLevel = LogLevel.WARNING
    detector: str = REAL_DETECTOR
    connect_seconds: float = 15.0
    security: Security = field(default_factory=Security)

    def __post_init__(self) -> None:
        if self.article_seconds >= self.timeouts.watchdog:
            raise WrongSettings(
                f"an article may take {self.article_seconds:g} s, but the watchdog ends the process after "
                f"{self.timeouts.watchdog:g} s; give articles less"
            )

    def places(self) -> Places:
        """Where everything comes from and goes to; raise Stop where an address is wrong."""
        source, sink = parse_source(self.source), parse_sink(self.sink)
        dead_letters = parse_sink(self.dead_letters) if self.dead_letters else default_dead_letters(sink)
        _refuse_the_same_twice(source, sink, dead_letters)
        parse_start(self.start)
        if self.registry is not None:
            parse_registry(self.registry)
        delivery = resolve_delivery(self.delivery, source, sink, dead_letters)
        return Places(source, sink, dead_letters, self._group_settings(), delivery is Delivery.EXACTLY_ONCE)

    def dead_letter_limit(self) -> DeadLetterLimit:
        """How many dead letters are too many; raise WrongUsage for what is no limit."""
        return DeadLetterLimit(self.dead_letter_share, self.dead_letter_window, self.dead_letter_run)

    def _group_settings(self) -> GroupSettings:
        return GroupSettings(
            group=self.group,
            replica=self.replica,
            start=self.start,
            lost_offsets=self.lost_offsets,
            timeouts=self.timeouts,
            session_seconds=self.session_seconds,
            state_folder=self.state_folder,
            connect_seconds=self.connect_seconds,
            security=self.security,
        )

    def detector_settings(self) -> DetectorSettings:
        """The detector of the wanted events; raise WrongUsage for a harm or a confidence that is none."""
        least = checked_min_confidence(self.min_confidence)
        return DetectorSettings(parse_harms(self.harm), least, self.detector)


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
