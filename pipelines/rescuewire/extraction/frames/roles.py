"""Who acts in a frame, and the countries in it by their role."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span


@dataclass(frozen=True)
class Actor:
    """Who brought them out: a state's organ, another body, or nobody told; `codes` where a country is told.

    `is_mission` marks an embassy or consulate, which acts for its own citizens.
    """

    told: bool = False
    is_state: bool = False
    is_captor: bool = False
    codes: tuple[str, ...] = ()
    span: Span | None = None
    is_mission: bool = False


NOBODY = Actor()


@dataclass(frozen=True)
class CountryRoles:
    """ISO codes by role, in order of mention, as the words of the frame tell them.

    `loose` are places where no other is told: where an embassy stands, both sides of a border.
    """

    origin: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    transit: tuple[str, ...] = ()
    return_to: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
