"""The sink: one place that takes outcomes, and parts them into events and dead letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Generic, TypeVar

from rescuewire_connectors.interfaces import Refused, Writer
from rescuewire_connectors.outcome import DeadLetter, Outcome, dead_letter_outcome

Event = TypeVar("Event")


class Sink(Generic[Event]):
    """Writes the events of outcomes to one writer and dead letters to another."""

    def __init__(self, events: Writer[Outcome[Event]], dead_letters: Writer[DeadLetter]) -> None:
        self._events = events
        self._dead_letters = dead_letters

    def write(self, outcome: Outcome[Event]) -> Outcome[Event]:
        """Take an outcome; return it as written: events that cannot be written make a dead letter of their article."""
        if outcome.events:
            outcome = self._write_events(outcome)
        if outcome.dead_letter is not None:
            self._dead_letters.write(outcome.dead_letter)
        return outcome

    def _write_events(self, outcome: Outcome[Event]) -> Outcome[Event]:
        try:
            self._events.write(outcome)
        except Refused as refused:
            refusal: Outcome[Event] = dead_letter_outcome(outcome.record, refused.reason, refused.message)
            return replace(refusal, group=outcome.group)
        return outcome

    def flush(self) -> None:
        """Return when all that was taken is durable."""
        self._events.flush()
        self._dead_letters.flush()

    def complete(self) -> None:
        """The input has ended: give what was written its final name."""
        self._events.complete()
        self._dead_letters.complete()

    def close(self) -> None:
        """Let go of both writers."""
        self._events.close()
        self._dead_letters.close()
