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
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.kafka.starting import parse_start
from rescuewire_connectors.opening import Places
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
    harm: str = DEFAULT_WORDS
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    article_seconds: float = 20.0
    session_seconds: float = 6.0
    timeouts: Timeouts = field(default_factory=Timeouts)
    state_folder: Path = field(default_factory=default_state_folder)
    metrics_port: int | None = None
    metrics_host: str = LOCALHOST
    log_format: LogFormat | None = None
    log_level: LogLevel = LogLevel.WARNING
    detector: str = REAL_DETECTOR

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
        delivery = resolve_delivery(self.delivery, source, sink, dead_letters)
        return Places(source, sink, dead_letters, self._group_settings(), delivery is Delivery.EXACTLY_ONCE)

    def _group_settings(self) -> GroupSettings:
        return GroupSettings(
            group=self.group,
            replica=self.replica,
            start=self.start,
            timeouts=self.timeouts,
            session_seconds=self.session_seconds,
            state_folder=self.state_folder,
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
