"""The slots of an event that are scored, as the detector fills them for a passage."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from generalisation.figure_words import Count
from generalisation.marked_passages import Passage
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import load_detector
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

ALL_HARMS = frozenset(Harm) - {Harm.UNRECOGNISED}


@dataclass(frozen=True)
class ScoredSlots:
    """What the scorer compares."""

    event_type: str
    harm: str
    scope: str
    count: Count
    agent: frozenset[str]
    origin: frozenset[str]
    place: frozenset[str]
    transit: frozenset[str]
    return_to: frozenset[str]
    time: str | None
    forms: frozenset[str]

    def with_country(self, role: str, old: str, new: str | None) -> ScoredSlots:
        """The slots with `new` (or none) in the place of `old` in a role."""
        codes = (getattr(self, role) - {old}) | ({new} if new else set())
        return replace(self, **{role: codes})

    def differing(self, other: ScoredSlots) -> list[str]:
        """Names of the slots that differ."""
        return [slot.name for slot in fields(self) if getattr(self, slot.name) != getattr(other, slot.name)]

    def differences(self, other: ScoredSlots) -> str:
        """The slots that differ, each with both values."""
        told = (
            f"{name}: {_told(getattr(self, name))} -> {_told(getattr(other, name))}" for name in self.differing(other)
        )
        return ", ".join(told)


def _told(value: object) -> str:
    if isinstance(value, frozenset):
        return ",".join(sorted(value)) or "-"
    return "/".join("-" if part is None else str(part) for part in value) if isinstance(value, tuple) else str(value)


def slots_of(event: RescueEvent) -> ScoredSlots:
    """The scored slots of an event."""
    victims, countries = event.victims, event.countries
    return ScoredSlots(
        event.event_type.value,
        event.harm.value,
        event.scope.value,
        (victims.best, victims.min, victims.max, victims.qualifier.value),
        *(frozenset(codes) for codes in (countries.agent, countries.origin, countries.place)),
        *(frozenset(codes) for codes in (countries.transit, countries.return_to)),
        event.time.edtf,
        frozenset(form.value for form in event.forms),
    )


def events_told(passage: Passage, text: str) -> tuple[RescueEvent, ...]:
    """The events that the detector finds in `text`, published when the passage was."""
    article = Article(id=passage.id, title="", text=text, language=passage.language, published_at=passage.published)
    return load_detector(ALL_HARMS if passage.all_harms else DEFAULT_HARMS).detect(article).events
