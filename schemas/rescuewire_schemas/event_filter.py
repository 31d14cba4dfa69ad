"""Choosing rescue events: one definition, for `rescuewire tail`, `rescuewire alert` and every other reader."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rescuewire_schemas.earliest_day import earliest_day, earliest_day_of_publication
from rescuewire_schemas.rescue_event import Countries, EventType, Form, Harm, RescueEvent, Scope

ROLES = ("agent", "origin", "place", "transit", "return_to")
"""What a country can be in an event: the fields of `Countries`."""

_CODE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True)
class EventFilter:
    """What events are wanted. Every field that is given must hold; of several values in a field, one must.

    What an event does not tell never matches: a filter asks for what the article guarantees.

    - `country`: ISO 3166-1 alpha-2 codes, in any role; `agent` … `return_to`: in this one.
    - `min_victims`: `victims.min` is told and at least this. "About 1000" guarantees no figure.
    - `harm`, `form`, `event_type`, `scope`: one of these; of an event's forms any.
    - `min_confidence`: told and at least this, from 0 to 1; 0 asks for nothing.
    - `since`: the victims came out on this day or later: the first day of `time.edtf` is. "2023" begins on 1 January;
      "2023-05~" and an interval with an open start guarantee no day.
    - `published_since`: the article is of this day or later, by its day as the publisher wrote it.
    - `language`: the article was read in one of these, as codes of language packs.

    Raises:
        ValueError: a code is not two capital letters, or a number is out of its range.
    """

    country: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    origin: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    transit: frozenset[str] = frozenset()
    return_to: frozenset[str] = frozenset()
    min_victims: int | None = None
    harm: frozenset[Harm] = frozenset()
    form: frozenset[Form] = frozenset()
    event_type: frozenset[EventType] = frozenset()
    scope: frozenset[Scope] = frozenset()
    min_confidence: float | None = None
    since: date | None = None
    published_since: date | None = None
    language: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name in ("country", *ROLES):
            for code in sorted(getattr(self, name)):
                if not _CODE.fullmatch(code):
                    raise ValueError(f"{name}: {code!r} is no country code; write two capital letters of ISO 3166-1")
        if self.min_victims is not None and self.min_victims < 1:
            raise ValueError(f"min_victims: {self.min_victims} is no number of people from 1 on")
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence: {self.min_confidence} is no probability from 0 to 1")

    def matches(self, event: RescueEvent) -> bool:
        """Whether the event is wanted."""
        return (
            self._matches_countries(event.countries)
            and self._matches_kind(event)
            and _is_at_least(event.victims.min, self.min_victims)
            and _is_at_least(event.confidence, self.min_confidence)
            and _is_since(earliest_day(event.time.edtf), self.since)
            and _is_since(earliest_day_of_publication(event.article.published_at), self.published_since)
            and _is_one_of((event.article.language,), self.language)
        )

    def _matches_countries(self, countries: Countries) -> bool:
        by_role = {role: getattr(countries, role) for role in ROLES}
        anywhere = [code for codes in by_role.values() for code in codes]
        return _is_one_of(anywhere, self.country) and all(
            _is_one_of(codes, getattr(self, role)) for role, codes in by_role.items()
        )

    def _matches_kind(self, event: RescueEvent) -> bool:
        return (
            _is_one_of((event.harm,), self.harm)
            and _is_one_of(event.forms, self.form)
            and _is_one_of((event.event_type,), self.event_type)
            and _is_one_of((event.scope,), self.scope)
        )


def _is_one_of(told: Collection[object], wanted: frozenset[object]) -> bool:
    return not wanted or not wanted.isdisjoint(told)


def _is_at_least(told: float | None, wanted: float | None) -> bool:
    return not wanted or (told is not None and told >= wanted)


def _is_since(told: date | None, wanted: date | None) -> bool:
    return wanted is None or (told is not None and told >= wanted)
