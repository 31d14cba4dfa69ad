"""Framing: from a trigger in its sentence to the frame of the act it tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from spacy.tokens import Span

from rescuewire.extraction.chains import Antecedent, find_antecedent
from rescuewire.extraction.compatriots import citizenship_of
from rescuewire.extraction.frames.actors import find_actor
from rescuewire.extraction.frames.appositions_before import told_before
from rescuewire.extraction.frames.country_roles import assign_countries
from rescuewire.extraction.frames.embedded_clauses import embedded_tokens
from rescuewire.extraction.frames.event_dates import find_event_date, is_of_announcement
from rescuewire.extraction.frames.event_types import type_of_act
from rescuewire.extraction.frames.families import people_of_families
from rescuewire.extraction.frames.joining import joined, united_count
from rescuewire.extraction.frames.origin_phrases import origins_behind, origins_beside
from rescuewire.extraction.frames.parts_of_wholes import part_of_whole, wholes_of
from rescuewire.extraction.frames.patients import Patient, find_patient
from rescuewire.extraction.frames.roles import Actor, CountryRoles
from rescuewire.extraction.frames.unspoken_patients import find_unspoken_patient
from rescuewire.extraction.frames.verb_groups import NOUN, VerbGroup, read_verb_group
from rescuewire.extraction.mentions.kinds import (
    TRIGGERS,
    CountMention,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire.extraction.unasked import UNASKED, Unasked
from rescuewire_schemas.rescue_event import EventType

_MOST_FRAMES = 300


class Frame:
    """One act as one sentence tells it, with `count` the figure of its Patient.

    Who came out is read at once. Who acted, when and where is worked out when it is asked for: most candidates are
    rejected by less.
    """

    def __init__(self, story: Story, view: SentenceView, trigger: Span, earlier: list[Frame]) -> None:
        self._story, self._grammar, self.view, self.trigger = story, story.grammar, view, trigger
        self.mention: TriggerMention = meaning(trigger, TRIGGERS)
        self.group = read_verb_group(view, trigger, self._grammar)
        self.patient = _patient(view, trigger, self.group, self._grammar)
        self._others = joined(view, trigger, self.patient, self._grammar) if self.patient is not None else []
        self._antecedent = _antecedent(story, view, self.patient, earlier)
        self.antecedent = self._antecedent.span if self._antecedent is not None else None
        self.count = _count(view, self.patient, self._others, self._antecedent, self._grammar)
        self._actor: Actor | None = None
        self._event_type: EventType | None = None
        self._date: Span | Unasked | None = UNASKED
        self._date_is_announcement: bool | None = None
        self._countries: CountryRoles | None = None

    @property
    def actor(self) -> Actor:
        """Who brought them out."""
        if self._actor is None:
            self._actor = find_actor(self.view, self.trigger, self.group, self.patient, self._grammar)
        return self._actor

    @property
    def event_type(self) -> EventType:
        """The type of the act as the sentences around it tell it."""
        if self._event_type is None:
            is_led = not self.actor.told and (
                self._story.is_led_by_state(self.view) or self._story.follows_operation(self.view)
            )
            self._event_type = type_of_act(self.view, self.mention, self.group, self.actor, is_led, self._grammar)
        return self._event_type

    @property
    def date(self) -> Span | None:
        """The words that tell when."""
        if self._date is UNASKED:
            embedded = _embedded(self.view, self.group, self.patient, self._grammar)
            self._date = find_event_date(self.view, self.trigger, embedded, self._grammar)
        return self._date

    @property
    def date_is_announcement(self) -> bool:
        """Whether the date tells when somebody spoke of the act, for want of the act's own."""
        if self._date_is_announcement is None:
            self._date_is_announcement = self.date is not None and is_of_announcement(
                self.view, self.date, self.trigger, self._grammar
            )
        return self._date_is_announcement

    @property
    def countries(self) -> CountryRoles:
        """The countries by their role."""
        if self._countries is None:
            view, grammar = self.view, self._grammar
            phrases = _phrases(view, self.patient, self._others, self._antecedent, grammar)
            countries = assign_countries(view, self.trigger, self.event_type, phrases, self.actor, grammar)
            countries = _with_antecedent(countries, self._story, view, self._antecedent, grammar)
            own = citizenship_of(self._story, view, self.event_type, phrases, (countries, self.actor), grammar)
            self._countries = _with_origin(countries, own or _origin_of(self.patient))
        return self._countries


def frames_of(story: Story) -> list[Frame]:
    """Return the frames of the triggers of the article in order, at most 300: text that repeats itself has more."""
    frames: list[Frame] = []
    for view in story.views:
        # "In March from a brothel" tells no march from it.
        told = (trigger for trigger in view.triggers if not view.in_date(meaning(trigger, TRIGGERS).head))
        for trigger in islice(told, _MOST_FRAMES - len(frames)):
            frames.append(Frame(story, view, trigger, frames))
    return frames


def _origin_of(patient: Patient | None) -> tuple[str, ...]:
    return patient.mention.origin if patient is not None and patient.mention is not None else ()


def _patient(view: SentenceView, trigger: Span, group: VerbGroup, grammar: ClosedClasses) -> Patient | None:
    patient = find_patient(view, trigger, group, grammar) or find_unspoken_patient(view, trigger, group, grammar)
    return people_of_families(view, part_of_whole(view, patient, group, grammar), grammar)


def _antecedent(story: Story, view: SentenceView, patient: Patient | None, frames: list[Frame]) -> Antecedent | None:
    earlier = [frame.patient.span for frame in frames if frame.patient is not None]
    return _with_others(find_antecedent(story, view, patient, earlier, story.grammar), frames)


def _with_others(antecedent: Antecedent | None, frames: list[Frame]) -> Antecedent | None:
    """Give an antecedent the figure of an act told of it, which counts those joined to it: "3 men and 2 women"."""
    if antecedent is None:
        return None
    told = (f for f in frames if f.patient is not None and f.patient.span == antecedent.span and f.count is not None)
    count = next((f.count for f in told), None)
    return replace(antecedent, count=count) if count is not None else antecedent


def _embedded(view: SentenceView, group: VerbGroup, patient: Patient | None, grammar: ClosedClasses) -> range:
    """Return the tokens of clauses between the Patient and the verb."""
    if patient is None or group.bare or group.form in {NOUN, "infinitive"}:
        return range(0)
    return embedded_tokens(view, patient.span.end, group.start, grammar)


def _phrases(
    view: SentenceView,
    patient: Patient | None,
    others: list[Span],
    antecedent: Antecedent | None,
    grammar: ClosedClasses,
) -> list[Span]:
    """Return all phrases of the sentence for those who come out, and what the Patient points back to."""
    phrases = list(others)
    if patient is not None and patient.mention is not None:
        before = told_before(view, patient.span, grammar)
        phrases = [*([before] if before is not None else []), patient.span, *phrases]
    behind = [antecedent.span] if antecedent is not None else []
    return [*phrases, *behind, *wholes_of(view, patient, grammar)]


def _count(
    view: SentenceView,
    patient: Patient | None,
    others: list[Span],
    antecedent: Antecedent | None,
    grammar: ClosedClasses,
) -> CountMention | None:
    if antecedent is not None:
        return antecedent.count
    return united_count(view, patient, others, grammar) if patient is not None else None


def _with_antecedent(
    countries: CountryRoles, story: Story, view: SentenceView, antecedent: Antecedent | None, grammar: ClosedClasses
) -> CountryRoles:
    """Add the origins that the sentence of the antecedent tells of it."""
    told_in = None if antecedent is None else story.view_at(antecedent.span)
    if antecedent is None or told_in is None or told_in is view:
        return countries
    beside = origins_beside(told_in, antecedent.span, grammar)
    return _with_origin(countries, beside or origins_behind(told_in, antecedent.span, grammar))


def _with_origin(countries: CountryRoles, codes: Iterable[str]) -> CountryRoles:
    further = [code for code in codes if code not in countries.origin]
    return replace(countries, origin=(*countries.origin, *dict.fromkeys(further))) if further else countries
