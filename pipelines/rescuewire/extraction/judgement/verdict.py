"""The verdict on a candidate: an event with its nature, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from rescuewire.extraction.frames.frame import Frame
from rescuewire.extraction.judgement.features import features_of
from rescuewire.extraction.judgement.forms import judge_forms
from rescuewire.extraction.judgement.nature import judge_harm, judge_scope, way_out_of
from rescuewire.extraction.judgement.no_way_out import tells_no_way_out
from rescuewire.extraction.judgement.realis import Cue, Realis, judge_realis
from rescuewire.extraction.judgement.weights import calibrated, load_weights, log_odds_of, logistic
from rescuewire.extraction.mentions.kinds import PeopleClass, Strength
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType, Form, Harm, Scope


class Rejection(str, Enum):
    """Why a candidate is no event."""

    NOT_ACTUAL = "not_actual"
    NO_PATIENT = "no_patient"
    HARM_NOT_WANTED = "harm_not_wanted"
    UNLIKELY = "unlikely"
    TOLD_AGAIN = "told_again"
    DENIED_LATER = "denied_later"


@dataclass(frozen=True)
class Verdict:
    """What was judged of a frame; `rejection` is None for an event.

    `likelihood`, between 0 and 1, is the model's own; `confidence` is it as a calibrated probability of two digits.
    """

    frame: Frame
    realis: Realis
    harm: Harm
    forms: tuple[Form, ...]
    scope: Scope
    likelihood: float
    confidence: float
    features: Mapping[str, float]
    rejection: Rejection | None


def judge(
    frame: Frame, story: Story, cues: PatternTable[Cue], grammar: ClosedClasses, wanted: frozenset[Harm]
) -> Verdict:
    """Judge one frame against the whole article; only harms of `wanted` become events.

    Candidates under the default confidence are `unlikely` here, whatever the run asks for (`acts.py`).
    """
    realis = judge_realis(frame, cues, grammar)
    harm = judge_harm(frame, story, grammar)
    features = features_of(frame, story)
    event_type = way_out_of(frame, harm, story)
    frame = frame if event_type is frame.event_type else replace(frame, event_type=event_type)
    weights = load_weights()
    log_odds = log_odds_of(features, weights)
    confidence = calibrated(log_odds, weights.calibration)
    return Verdict(
        frame=frame,
        realis=realis,
        harm=harm,
        forms=judge_forms(frame, story, harm, grammar),
        scope=judge_scope(frame, grammar),
        likelihood=logistic(log_odds),
        confidence=confidence,
        features=features,
        rejection=_rejection(frame, realis, harm, confidence, wanted, grammar),
    )


def _rejection(
    frame: Frame, realis: Realis, harm: Harm, confidence: float, wanted: frozenset[Harm], grammar: ClosedClasses
) -> Rejection | None:
    if realis is not Realis.ACTUAL:
        return Rejection.NOT_ACTUAL
    if frame.patient is None or _is_lost_pronoun(frame) or tells_no_way_out(frame, grammar):
        return Rejection.NO_PATIENT
    if _is_abandonment(frame, harm):
        return Rejection.NO_PATIENT
    if harm not in wanted:
        return Rejection.HARM_NOT_WANTED
    return Rejection.UNLIKELY if confidence < load_weights().min_confidence else None


def _is_abandonment(frame: Frame, harm: Harm) -> bool:
    """Tell whether smugglers leave people behind, who have not come out by that: "whom the guide had dumped there"."""
    is_left = frame.mention.event_type is EventType.RELEASE and frame.mention.strength is Strength.WEAK
    return harm is Harm.SMUGGLING and is_left and frame.actor.is_captor


def _is_lost_pronoun(frame: Frame) -> bool:
    """Tell whether the Patient is a pronoun that nothing before explains."""
    if frame.patient is None or frame.patient.mention is None or frame.antecedent is not None:
        return False
    return frame.patient.mention.people_class is PeopleClass.PRONOUN
