"""Framing: from a trigger in its sentence to the frame of the act it tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span

from rescuewire.extraction.chains import Antecedent, find_antecedent
from rescuewire.extraction.compatriots import citizenship_of
from rescuewire.extraction.frames.actors import find_actor
from rescuewire.extraction.frames.appositions_before import told_before
from rescuewire.extraction.frames.country_roles import assign_countries
from rescuewire.extraction.frames.embedded_clauses import embedded_tokens
from rescuewire.extraction.frames.event_dates import find_event_date, is_of_announcement
from rescuewire.extraction.frames.event_types import type_of_act
from rescuewire.extraction.frames.frame import CountryRoles, Frame
from rescuewire.extraction.frames.joining import joined, united_count
from rescuewire.extraction.frames.origin_phrases import origins_behind, origins_beside
from rescuewire.extraction.frames.parts_of_wholes import part_of_whole, wholes_of
from rescuewire.extraction.frames.patients import Patient, find_patient
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

_MOST_FRAMES = 300


def frames_of(story: Story, grammar: ClosedClasses) -> list[Frame]:
    """Return the frames of the triggers of the article in order, at most 300: text that repeats itself has more."""
    frames: list[Frame] = []
    for view in story.views:
        for trigger in view.triggers[: _MOST_FRAMES - len(frames)]:
            frames.append(_frame(story, view, trigger, frames, grammar))
    return frames


def _frame(story: Story, view: SentenceView, trigger: Span, frames: list[Frame], grammar: ClosedClasses) -> Frame:
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    group = read_verb_group(view, trigger, grammar)
    patient = find_patient(view, trigger, group, grammar) or find_unspoken_patient(view, trigger, group, grammar)
    patient = part_of_whole(view, patient, group, grammar)
    others = joined(view, trigger, patient, grammar) if patient is not None else []
    earlier = [frame.patient.span for frame in frames if frame.patient is not None]
    antecedent = _with_others(find_antecedent(story, view, patient, earlier, grammar), frames)
    actor = find_actor(view, trigger, group, patient, grammar)
    is_led = not actor.told and (story.is_led_by_state(view) or story.follows_operation(view))
    event_type = type_of_act(view, mention, group, actor, is_led, grammar)
    date = find_event_date(view, trigger, _embedded(view, group, patient, grammar), grammar)
    phrases = [*_phrases(view, patient, others, antecedent, grammar), *wholes_of(view, patient, grammar)]
    countries = assign_countries(view, trigger, event_type, phrases, actor, grammar)
    countries = _with_antecedent(countries, story, view, antecedent, grammar)
    own = citizenship_of(story, view, event_type, phrases, (countries, actor), grammar)
    return Frame(
        view=view,
        trigger=trigger,
        mention=mention,
        group=group,
        event_type=event_type,
        patient=patient,
        count=_count(view, patient, others, antecedent, grammar),
        actor=actor,
        countries=_with_origin(countries, own),
        date=date,
        antecedent=antecedent.span if antecedent is not None else None,
        date_is_announcement=date is not None and is_of_announcement(view, date, trigger, grammar),
    )


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
    return [*phrases, antecedent.span] if antecedent is not None else phrases


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
