"""The outcome: every record that comes in ends in exactly one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from rescuewire_connectors.record import Place, Record

Event = TypeVar("Event")


class OutcomeKind(str, Enum):
    """What became of a record."""

    EVENTS = "events"
    NO_EVENT = "no_event"
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    TOMBSTONE = "tombstone"
    DEAD_LETTER = "dead_letter"


@dataclass(frozen=True)
class DeadLetter:
    """A record that can never be read: the record as it came, and why.

    `reason` is a word for programs, `field` names the part of the article at fault, `message` is for people.
    """

    record: Record
    reason: str
    message: str
    field: str | None = None


@dataclass(frozen=True)
class Outcome(Generic[Event]):
    """What became of one record. `events` are in text order; events with one `group` stay in one partition.

    `group` is the id of the article, empty where the record was not read as one.
    """

    record: Record
    kind: OutcomeKind
    events: tuple[Event, ...] = ()
    group: str = ""
    dead_letter: DeadLetter | None = None

    @property
    def place(self) -> Place:
        """The partition whose offset the outcome moves."""
        return self.record.place

    @property
    def offset(self) -> int:
        """The offset of the record within its partition."""
        return self.record.offset


@dataclass(frozen=True)
class CommittedBatch(Generic[Event]):
    """The outcomes of a batch as written, in order, and the seconds from its fetch to its commit."""

    outcomes: Sequence[Outcome[Event]]
    seconds: float


def dead_letter_outcome(record: Record, reason: str, message: str, field: str | None = None) -> Outcome[Event]:
    """The outcome of a record that cannot be read."""
    return Outcome(record, OutcomeKind.DEAD_LETTER, dead_letter=DeadLetter(record, reason, message, field))


@dataclass
class Tally:
    """Counts of what was written and acknowledged; `outcomes` add up to `records`."""

    events: int = 0
    value_bytes: int = 0
    outcomes: Counter[OutcomeKind] = field(default_factory=Counter)

    @property
    def records(self) -> int:
        """Records that have their outcome."""
        return sum(self.outcomes.values())

    def add(self, outcome: Outcome[Event]) -> None:
        """Count one outcome."""
        self.events += len(outcome.events)
        self.value_bytes += len(outcome.record.value or b"")
        self.outcomes[outcome.kind] += 1

    def summary(self) -> dict[str, object]:
        """The counts in the form of `--summary`."""
        outcomes = {kind.value: self.outcomes[kind] for kind in OutcomeKind}
        return {"records": self.records, "events": self.events, "outcomes": outcomes}
