"""The frame of a trigger: what the sentence tells of one act."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import Patient
from rescuewire.extraction.frames.verb_groups import VerbGroup
from rescuewire.extraction.mentions.kinds import CountMention, TriggerMention
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire_schemas.rescue_event import EventType


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


@dataclass(frozen=True)
class Frame:
    """One act as one sentence tells it.

    `date_is_announcement` is true where the date tells when somebody spoke of the act, for want of the act's own.
    """

    view: SentenceView
    trigger: Span
    mention: TriggerMention
    group: VerbGroup
    event_type: EventType
    patient: Patient | None
    count: CountMention | None
    actor: Actor
    countries: CountryRoles
    date: Span | None
    antecedent: Span | None = None
    date_is_announcement: bool = False
