"""The slots of an event: what each holds, how it is scored, and which of them make a record right."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from rescuewire.evaluation.facts import Facts

Bounds: TypeAlias = tuple[int | None, int | None, int | None]
"""Of a count: best, min, max; None means not told."""

PLACED = ("agent", "origin", "place")
"""The roles of countries that a record stands or falls with."""
MOVED = ("transit", "return_to")


@dataclass(frozen=True)
class Slot:
    """A slot by name; `value` is compared as a whole."""

    name: str
    value: Callable[[Facts], Hashable]


@dataclass(frozen=True)
class SetSlot:
    """A slot that holds any number of values, each right or wrong by itself."""

    name: str
    value: Callable[[Facts], frozenset[Any]]


def bounds(facts: Facts) -> Bounds:
    """Return the count without its qualifier."""
    return facts.victims.best, facts.victims.min, facts.victims.max


def codes(facts: Facts, role: str) -> frozenset[str]:
    """Return the countries in a role: agent, origin, place, transit or return_to."""
    told: tuple[str, ...] = getattr(facts.countries, role)
    return frozenset(told)


def _codes_in(role: str) -> SetSlot:
    return SetSlot(role, lambda facts: codes(facts, role))


def _any_country(facts: Facts) -> frozenset[str]:
    return frozenset().union(*(codes(facts, role) for role in PLACED))


COUNT = Slot("count", bounds)
QUALIFIER = Slot("qualifier", lambda facts: facts.victims.qualifier)
NATURE = (
    Slot("type", lambda facts: facts.event_type),
    Slot("harm", lambda facts: facts.harm),
    Slot("scope", lambda facts: facts.scope),
    Slot("time", lambda facts: facts.edtf),
)
FORMS = SetSlot("forms", lambda facts: facts.forms)
COUNTRIES = tuple(_codes_in(role) for role in (*PLACED, *MOVED))
ANY_COUNTRY = SetSlot("any_country", _any_country)

WHOLE_SLOTS = (COUNT, QUALIFIER, *NATURE)
SET_SLOTS = (*COUNTRIES, FORMS, ANY_COUNTRY)
RECORD: tuple[Slot | SetSlot, ...] = (COUNT, *(slot for slot in COUNTRIES if slot.name in PLACED))
FULL: tuple[Slot | SetSlot, ...] = (*RECORD, *(slot for slot in COUNTRIES if slot.name in MOVED), FORMS, *NATURE)
SHOWN: tuple[Slot | SetSlot, ...] = (COUNT, QUALIFIER, *NATURE, *COUNTRIES, FORMS)
"""The slots of their own; `any_country` is read from others."""


def plain(value: Any) -> Any:
    """Return a slot's value as JSON has it: enums by name, sets as sorted lists."""
    if isinstance(value, frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, tuple):
        return dict(zip(("best", "min", "max"), value, strict=True))
    return value.value if isinstance(value, Enum) else value
