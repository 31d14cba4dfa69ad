"""What is known of a candidate, as a few features with names that mean something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import DATES, DateKind, DateMention, PeopleClass, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType

_MANY = 5
_TENS_OF_THOUSANDS = 10_000
_BEST_FIT = 4.0
_BY_TYPE = {event_type: f"type_{event_type.value.lower()}" for event_type in EventType}
_BY_CLASS = {people_class: f"patient_{people_class.value}" for people_class in PeopleClass}
Feature: TypeAlias = tuple[str, float]


def features_of(frame: Frame, story: Story) -> dict[str, float]:
    """Return the features of a candidate that are not zero."""
    near = _told_near(story.near(frame.view))
    named = (
        *_trigger(frame),
        *_patient(frame),
        *_contexts(frame, story, near),
        *_actor(frame),
        *_told(frame),
        *_together(frame, near),
    )
    return {name: value for name, value in named if value}


class _Near(NamedTuple):
    """What the sentences around a candidate tell of the state before."""

    harm: bool
    holding: bool
    unlike: bool


def _told_near(views: Sequence[SentenceView]) -> _Near:
    harm = holding = unlike = False
    for view in views:
        harm |= view.tells_harm
        holding |= view.tells_holding
        unlike |= view.tells_unlike
    return _Near(harm, holding, unlike)


def _trigger(frame: Frame) -> tuple[Feature, ...]:
    strong = frame.mention.strength is Strength.STRONG
    return (
        ("trigger_strong" if strong else "trigger_weak", 1.0),
        ("trigger_noun", float(frame.mention.is_noun)),
        ("trigger_bare_participle", float(frame.group.bare)),
        ("trigger_present", float(frame.group.form == "present")),
        ("in_title", float(frame.view.in_title)),
        (_BY_TYPE[frame.event_type], float(frame.event_type is not EventType.RESCUE)),
    )


def _patient(frame: Frame) -> tuple[Feature, ...]:
    patient = frame.patient
    if patient is None:
        return (("patient_none", 1.0),)
    mention = patient.mention
    identified = mention is not None and mention.people_class is PeopleClass.VICTIM
    identified &= frame.event_type is EventType.IDENTIFICATION
    return (
        (_BY_CLASS[mention.people_class] if mention is not None else "patient_figure_alone", 1.0),
        ("patient_fit", max(0.0, min(1.0, patient.score / _BEST_FIT))),
        ("patient_counted", float(_is_counted(frame))),
        ("patient_victim_identified", float(identified)),
        ("patient_chained", float(frame.antecedent is not None)),
    )


def _contexts(frame: Frame, story: Story, near: _Near) -> tuple[Feature, ...]:
    view = frame.view
    return (
        ("harm_in_sentence", float(view.tells_harm)),
        ("held_in_sentence", float(view.tells_holding)),
        ("held_near", float(near.holding)),
        ("harm_near", float(near.harm)),
        ("harm_in_title", float(any(v.tells_harm for v in story.title))),
        ("harm_in_article", min(1.0, story.harms.total() / _MANY)),
        ("weak_without_harm", float(frame.mention.strength is Strength.WEAK and not view.tells_harm)),
        ("unlike_in_sentence", float(view.tells_unlike)),
        ("unlike_near", float(near.unlike)),
        ("unlike_share", story.unlike_share),
    )


def _is_counted(frame: Frame) -> bool:
    return frame.count is not None and frame.count.best != 1


def _actor(frame: Frame) -> tuple[Feature, ...]:
    return (("actor_state", float(frame.actor.is_state)), ("actor_captor", float(frame.actor.is_captor)))


def _told(frame: Frame) -> tuple[Feature, ...]:
    """Return what else the sentence tells: an act that is reported has a place or a time.

    Of weak words without a harm or an actor a stretch of time makes a huge figure a statistic: "82,000 migrants were
    stopped in seven months".
    """
    weak = frame.mention.strength is Strength.WEAK
    return (
        ("place_told", float(bool(frame.countries.place or frame.countries.loose))),
        ("time_told", float(frame.date is not None and not (weak and _is_statistic(frame)))),
        ("weak_uncounted", float(weak and not _is_counted(frame))),
        ("weak_without_actor", float(weak and not frame.actor.is_state)),
    )


def _is_statistic(frame: Frame) -> bool:
    stretched = frame.date is not None and _is_stretch(meaning(frame.date, DATES))
    huge = frame.count is not None and (frame.count.best or 0) >= _TENS_OF_THOUSANDS
    return stretched and huge and not frame.actor.told and not frame.view.tells_harm


def _is_stretch(date: DateMention) -> bool:
    return date.kind is DateKind.PERIOD or (date.edtf or "").isdecimal()


def _together(frame: Frame, near: _Near) -> tuple[Feature, ...]:
    """Return what says more together than each part by itself."""
    strong = frame.mention.strength is Strength.STRONG
    harm, held = frame.view.tells_harm, frame.view.tells_holding
    single = frame.count is not None and frame.count.best == 1
    captured = harm or near.harm
    return (
        ("strong_with_harm", float(strong and harm)),
        ("strong_with_capture", float(strong and held)),
        ("single_with_capture", float(single and held)),
        ("actor_with_harm", float(frame.actor.is_state and captured)),
        ("uncounted_without_harm", float(frame.count is None and not captured)),
    )
