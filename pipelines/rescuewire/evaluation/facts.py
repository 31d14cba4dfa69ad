"""What an event tells, in the one form in which gold and found events are compared."""

from __future__ import annotations

from dataclasses import dataclass

from rescuewire_schemas.rescue_event import Countries, EventType, Form, Harm, RescueEvent, Scope, VictimCount


@dataclass(frozen=True)
class Quotation:
    """Words of an article; `start` is the code point where they are said to stand, None where nothing is said."""

    text: str
    start: int | None = None


@dataclass(frozen=True)
class Facts:
    """One event without its identity. `edtf` is None where no time is told; the order of countries says nothing."""

    event_type: EventType
    harm: Harm
    scope: Scope
    victims: VictimCount
    countries: Countries
    edtf: str | None
    forms: frozenset[Form]
    evidence: tuple[Quotation, ...]


def facts_of(event: RescueEvent) -> Facts:
    """Return the facts of an event that leaves the pipeline."""
    return Facts(
        event_type=event.event_type,
        harm=event.harm,
        scope=event.scope,
        victims=event.victims,
        countries=event.countries,
        edtf=event.time.edtf or None,
        forms=frozenset(event.forms),
        evidence=tuple(Quotation(evidence.text, evidence.start) for evidence in event.evidence),
    )
