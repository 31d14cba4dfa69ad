"""The settings of alerting, checked."""

from __future__ import annotations

from dataclasses import dataclass, field

from rescuewire.alerting.rules import AlertRules
from rescuewire.configuration.applying import dead_letter_limit_of, group_settings
from rescuewire.configuration.model import Settings
from rescuewire_connectors.addresses import FileAddress, SinkAddress, TopicAddress, parse_events, parse_sink
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.kafka.opening import GroupSettings
from rescuewire_connectors.kafka.starting import parse_start
from rescuewire_connectors.stopping import WrongUsage

DEFAULT_GROUP = "rescuewire-alert"
BATCH_RECORDS = 100


@dataclass(frozen=True)
class AlertSettings:
    """Everything that alerting needs to know; addresses and words as people write them."""

    rules: AlertRules
    source: str
    dead_letters: str | None = None
    group: str = DEFAULT_GROUP
    start: str = "earliest"
    common: Settings = field(default_factory=Settings)
    """What holds for every verb: how brokers and the registry are reached, and where locks are kept."""

    def source_address(self) -> FileAddress | TopicAddress:
        """Where events are read; raise Stop where that is no file and no topic."""
        address = parse_events(self.source)
        if isinstance(address, (FileAddress, TopicAddress)):
            return address
        raise WrongUsage(f"{address}: each receiver reads the events for itself; write them to x.jsonl and give that")

    def dead_letter_address(self) -> SinkAddress:
        """Where goes what can never be sent: `<topic>-alert-dlq`, `<file>.alert.dead.jsonl` unless told otherwise."""
        if self.dead_letters is not None:
            return parse_sink(self.dead_letters)
        source = self.source_address()
        if isinstance(source, TopicAddress):
            return TopicAddress(source.servers, f"{source.topic}-alert-dlq")
        return parse_sink(f"{source.path}.alert.dead.jsonl")

    def dead_letter_limit(self) -> DeadLetterLimit:
        """How many dead letters of one receiver are too many."""
        return dead_letter_limit_of(self.common)

    def group_settings(self, receiver: str | None = None) -> GroupSettings:
        """The group of a receiver's lane, `<group>.<receiver>`; without one, of the process."""
        parse_start(self.start)
        group = self.group if receiver is None else f"{self.group}.{receiver}"
        return group_settings(self.common, group=group, start=self.start, batch_records=BATCH_RECORDS)
