"""The verdict on a candidate: an event with its nature, or the reason why it is none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

import msgspec

from rescuewire.extraction.frames.frame import Frame
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.judgement.features import features_of
from rescuewire.extraction.judgement.nature import judge_forms, judge_harm, judge_scope
from rescuewire.extraction.judgement.realis import Cue, Realis, judge_realis
from rescuewire.extraction.mentions.kinds import PeopleClass
from rescuewire.extraction.story import Story
from rescuewire.extraction.token_patterns import PatternTable
from rescuewire_schemas.rescue_event import Form, Harm, Scope

WEIGHTS = Path(__file__).parent / "weights.yaml"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `weights.yaml`: a logistic model over named features."""

    bias: float
    threshold: float
    weights: dict[str, float]


class Rejection(str, Enum):
    """Why a candidate is no event."""

    NOT_ACTUAL = "not_actual"
    NO_PATIENT = "no_patient"
    UNLIKELY = "unlikely"
    HARM_NOT_WANTED = "harm_not_wanted"


@dataclass(frozen=True)
class Verdict:
    """What was judged of a frame; `rejection` is None for an event, `likelihood` is between 0 and 1."""

    frame: Frame
    realis: Realis
    harm: Harm
    forms: tuple[Form, ...]
    scope: Scope
    likelihood: float
    features: Mapping[str, float]
    rejection: Rejection | None


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the fitted weights."""
    return msgspec.yaml.decode(WEIGHTS.read_bytes(), type=Weights)


def judge(
    frame: Frame, story: Story, cues: PatternTable[Cue], grammar: ClosedClasses, wanted: frozenset[Harm]
) -> Verdict:
    """Judge one frame against the whole article; only harms of `wanted` become events."""
    realis = judge_realis(frame, cues, grammar)
    harm = judge_harm(frame, story)
    features = features_of(frame, story)
    likelihood = likelihood_of(features)
    return Verdict(
        frame=frame,
        realis=realis,
        harm=harm,
        forms=judge_forms(frame, story, harm),
        scope=judge_scope(frame),
        likelihood=likelihood,
        features=features,
        rejection=_rejection(frame, realis, harm, likelihood, wanted),
    )


def likelihood_of(features: Mapping[str, float]) -> float:
    """Return the logistic of the weighted sum of features."""
    weights = load_weights()
    total = weights.bias + sum(weights.weights.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-total))


def _rejection(
    frame: Frame, realis: Realis, harm: Harm, likelihood: float, wanted: frozenset[Harm]
) -> Rejection | None:
    if realis is not Realis.ACTUAL:
        return Rejection.NOT_ACTUAL
    if frame.patient is None or _is_lost_pronoun(frame):
        return Rejection.NO_PATIENT
    if likelihood < load_weights().threshold:
        return Rejection.UNLIKELY
    return None if harm in wanted else Rejection.HARM_NOT_WANTED


def _is_lost_pronoun(frame: Frame) -> bool:
    """Tell whether the Patient is a pronoun that nothing before explains."""
    if frame.patient is None or frame.patient.mention is None or frame.antecedent is not None:
        return False
    return frame.patient.mention.people_class is PeopleClass.PRONOUN
