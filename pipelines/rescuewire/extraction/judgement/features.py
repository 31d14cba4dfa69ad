"""What is known of a candidate, as a few features with names that mean something."""

from __future__ import annotations

from collections.abc import Iterator

from rescuewire.extraction.frames.frame import Frame
from rescuewire.extraction.mentions.kinds import DATES, ContextMention, DateKind, DateMention, PeopleClass, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType

_MANY = 5
_TENS_OF_THOUSANDS = 10_000
_BEST_FIT = 4.0


def features_of(frame: Frame, story: Story) -> dict[str, float]:
    """Return the features of a candidate that are not zero."""
    named = [
        *_trigger(frame),
        *_patient(frame),
        *_contexts(frame, story),
        *_actor(frame),
        *_told(frame, story),
        *_together(frame, story),
    ]
    return {name: value for name, value in named if value}


def _trigger(frame: Frame) -> Iterator[tuple[str, float]]:
    strong = frame.mention.strength is Strength.STRONG
    yield "trigger_strong" if strong else "trigger_weak", 1.0
    yield "trigger_noun", float(frame.mention.is_noun)
    yield "trigger_bare_participle", float(frame.group.bare)
    yield "trigger_present", float(frame.group.form == "present")
    yield "in_title", float(frame.view.in_title)
    yield f"type_{frame.event_type.value.lower()}", float(frame.event_type is not EventType.RESCUE)


def _patient(frame: Frame) -> Iterator[tuple[str, float]]:
    patient = frame.patient
    if patient is None:
        yield "patient_none", 1.0
        return
    if patient.mention is None:
        yield "patient_figure_alone", 1.0
    else:
        yield f"patient_{patient.mention.people_class.value}", 1.0
    yield "patient_fit", max(0.0, min(1.0, patient.score / _BEST_FIT))
    yield "patient_counted", float(_is_counted(frame))
    yield "patient_victim_identified", float(_is_victims(frame) and frame.event_type is EventType.IDENTIFICATION)
    yield "patient_chained", float(frame.antecedent is not None)


def _is_victims(frame: Frame) -> bool:
    mention = frame.patient.mention if frame.patient is not None else None
    return mention is not None and mention.people_class is PeopleClass.VICTIM


def _contexts(frame: Frame, story: Story) -> Iterator[tuple[str, float]]:
    own, near = story.contexts([frame.view]), story.contexts(story.near(frame.view))
    yield "harm_in_sentence", float(_tell_harm(own))
    yield "held_in_sentence", float(_tell_holding(own))
    yield "held_near", float(_tell_holding(near))
    yield "harm_near", float(_tell_harm(near))
    yield "harm_in_title", float(_tell_harm(story.contexts([v for v in story.views if v.in_title])))
    yield "harm_in_article", min(1.0, sum(story.harms.values(), 0.0) / _MANY)
    yield "weak_without_harm", float(frame.mention.strength is Strength.WEAK and not _tell_harm(own))
    yield "unlike_in_sentence", float(_tell_unlike(own))
    yield "unlike_near", float(_tell_unlike(near))
    yield "unlike_share", _unlike_share(story)


def _tell_harm(contexts: list[ContextMention]) -> bool:
    return any(c.harm is not None for c in contexts)


def _tell_holding(contexts: list[ContextMention]) -> bool:
    return any(c.holds for c in contexts)


def _is_counted(frame: Frame) -> bool:
    return frame.count is not None and frame.count.best != 1


def _tell_unlike(contexts: list[ContextMention]) -> bool:
    return any(c.unlike is not None for c in contexts)


def _unlike_share(story: Story) -> float:
    contexts = [c for c in story.all_contexts if c.harm is not None or c.unlike is not None]
    unlike = sum(c.unlike is not None for c in contexts)
    return unlike / len(contexts) if contexts else 0.0


def _actor(frame: Frame) -> Iterator[tuple[str, float]]:
    yield "actor_state", float(frame.actor.is_state)
    yield "actor_captor", float(frame.actor.is_captor)


def _told(frame: Frame, story: Story) -> Iterator[tuple[str, float]]:
    """Yield what else the sentence tells: an act that is reported has a place or a time.

    Of weak words without a harm or an actor a stretch of time makes a huge figure a statistic: "82,000 migrants were
    stopped in seven months".
    """
    weak = frame.mention.strength is Strength.WEAK
    yield "place_told", float(bool(frame.countries.place or frame.countries.loose))
    yield "time_told", float(frame.date is not None and not (weak and _is_statistic(frame, story)))
    yield "weak_uncounted", float(weak and not _is_counted(frame))
    yield "weak_without_actor", float(weak and not frame.actor.is_state)


def _is_statistic(frame: Frame, story: Story) -> bool:
    stretched = frame.date is not None and _is_stretch(meaning(frame.date, DATES))
    huge = frame.count is not None and (frame.count.best or 0) >= _TENS_OF_THOUSANDS
    return stretched and huge and not frame.actor.told and not _tell_harm(story.contexts([frame.view]))


def _is_stretch(date: DateMention) -> bool:
    return date.kind is DateKind.PERIOD or (date.edtf or "").isdecimal()


def _together(frame: Frame, story: Story) -> Iterator[tuple[str, float]]:
    """Yield what says more together than each part by itself."""
    strong = frame.mention.strength is Strength.STRONG
    harm = _tell_harm(story.contexts([frame.view]))
    held = _tell_holding(story.contexts([frame.view]))
    single = frame.count is not None and frame.count.best == 1
    captured = harm or _tell_harm(story.contexts(story.near(frame.view)))
    yield "strong_with_harm", float(strong and harm)
    yield "strong_with_capture", float(strong and held)
    yield "single_with_capture", float(single and held)
    yield "actor_with_harm", float(frame.actor.is_state and captured)
    yield "uncounted_without_harm", float(frame.count is None and not captured)
