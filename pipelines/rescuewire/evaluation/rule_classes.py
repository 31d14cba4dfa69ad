"""Classes of rules of extraction, and what takes their place when they are switched off.

Nothing in extraction knows of this: functions are replaced from here, for as long as a block runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from unittest.mock import patch

import msgspec

from rescuewire.extraction import detector, event_records, framing, quotation
from rescuewire.extraction.acts import countries as act_countries
from rescuewire.extraction.acts import forming, times
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.acts.origins_taken_up import OriginsTakenUp
from rescuewire.extraction.detector import Detector
from rescuewire.extraction.frames import country_roles
from rescuewire.extraction.frames.datelines import Datelines
from rescuewire.extraction.frames.roles import Actor
from rescuewire.extraction.judgement import realis, verdict
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire.extraction.judgement.weights import Weights, load_weights
from rescuewire.extraction.mentions.kinds import TRIGGERS, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries


@dataclass(frozen=True)
class Replacement:
    """The attribute `name` of a module or class, and what takes its place."""

    owner: Any
    name: str
    value: Any


@dataclass(frozen=True)
class RuleClass:
    """Rules that are switched off together; `without` says in words what happens then."""

    name: str
    without: str
    replacements: tuple[Replacement, ...] = ()
    features: tuple[str, ...] = ()
    """Patterns of the names of features that are held at their mean."""


def _nothing(*_: Any, **__: Any) -> None:
    return None


def _no_codes(*_: Any, **__: Any) -> tuple[str, ...]:
    return ()


def _empty(*_: Any, **__: Any) -> list[Any]:
    return []


def _countries_as_given(_: Act, countries: Countries, *__: Any) -> Countries:
    return countries


def _never(*_: Any, **__: Any) -> bool:
    return False


def _nobody_acts(*_: Any, **__: Any) -> Actor:
    return Actor()


def _always_actual(*_: Any, **__: Any) -> Realis:
    return Realis.ACTUAL


def _each_by_itself(verdicts: Any) -> list[Act]:
    return [Act((each,)) for each in verdicts]


def _first_given(first: Any, *_: Any, **__: Any) -> Any:
    return first


def _strong_triggers(view: SentenceView) -> list[Any]:
    spans = view.groups[TRIGGERS]
    return [span for span in spans if meaning(span, TRIGGERS).strength is Strength.STRONG]


FEATURE_GROUPS = (
    RuleClass("features: trigger", "kind and form of the trigger weigh nothing", features=("trigger_*", "type_*")),
    RuleClass("features: title", "a headline weighs as a sentence of the body", features=("in_title",)),
    RuleClass("features: Patient", "the class and fit of the Patient weigh nothing", features=("patient_*",)),
    RuleClass(
        "features: figure",
        "that people are counted weighs nothing",
        features=("*counted*", "patient_chained", "patient_figure_alone", "single_*"),
    ),
    RuleClass(
        "features: contexts",
        "words for captivity, exploitation and danger weigh nothing",
        features=("*harm*", "held_*", "*capture*"),
    ),
    RuleClass("features: unlike topics", "words of sport, film, finance … weigh nothing", features=("unlike_*",)),
    RuleClass("features: actor", "who acts weighs nothing", features=("actor_*", "*_actor")),
    RuleClass("features: place and time", "that place and time are told weighs nothing", features=("*_told",)),
)
MECHANISMS = (
    RuleClass(
        "gate",
        "every article is read to the end",
        (Replacement(Detector, "detect", Detector.read),),
    ),
    RuleClass(
        "weak triggers",
        "only strong triggers open a candidate",
        (Replacement(SentenceView, "triggers", property(_strong_triggers)),),
    ),
    RuleClass("realis", "every act happened", (Replacement(verdict, "judge_realis", _always_actual),)),
    RuleClass("realis cues", "negation and verb forms alone decide", (Replacement(realis, "_find_cues", _empty),)),
    RuleClass("denials", "an act taken back later stays", (Replacement(forming, "without_denied", _first_given),)),
    RuleClass("chains", "definite mentions have no figure", (Replacement(framing, "find_antecedent", _nothing),)),
    RuleClass(
        "unspoken Patients",
        "lone names and dropped subjects are nobody",
        (Replacement(framing, "find_unspoken_patient", _nothing),),
    ),
    RuleClass("joined phrases", "“40 children and 15 women” are 40", (Replacement(framing, "joined", _empty),)),
    RuleClass("merging", "each telling is an event", (Replacement(forming, "merge", _each_by_itself),)),
    RuleClass("actors", "nobody is seen to act", (Replacement(framing, "find_actor", _nobody_acts),)),
    RuleClass("dates", "no act has a time", (Replacement(framing, "find_event_date", _nothing),)),
    RuleClass(
        "place fallback",
        "a place not told is none",
        (Replacement(act_countries, "_place_around", _no_codes),),
    ),
    RuleClass(
        "later origins",
        "origins stand in the act's own sentences",
        (Replacement(act_countries, "origins_after", _no_codes),),
    ),
    RuleClass(
        "compatriots",
        "« ses ressortissants » have no origin",
        (Replacement(framing, "citizenship_of", _no_codes),),
    ),
    RuleClass("datelines", "no sentence stands under a dateline", (Replacement(Datelines, "codes_at", _no_codes),)),
    RuleClass(
        "states beside",
        "who acts stands in the act's own sentence",
        (Replacement(Story, "is_led_by_state", _never),),
    ),
    RuleClass(
        "unrelated countries",
        "borders, bystanders and speakers name places too",
        (Replacement(country_roles, "is_unrelated", _never),),
    ),
    RuleClass(
        "times before",
        "times stand in the act's own sentences",
        (Replacement(times, "_told_before", _empty),),
    ),
    RuleClass(
        "origins taken up",
        "“two of the men” have no origin from before",
        (Replacement(OriginsTakenUp, "_points_back", _never),),
    ),
    RuleClass(
        "countries told most",
        "title, organs' names and what is told most decide nothing",
        (
            Replacement(act_countries, "place_of_title", _no_codes),
            Replacement(act_countries, "place_of_organ", _no_codes),
        ),
    ),
    RuleClass(
        "kin at home",
        "where the victims' families are tells no origin",
        (Replacement(act_countries, "homes_of_kin", _empty),),
    ),
    RuleClass(
        "arranged returns",
        "who paid for a way home does not act",
        (Replacement(act_countries, "states_that_arranged", _no_codes),),
    ),
    RuleClass(
        "journeys",
        "where people went on to is told by the act's own words",
        (Replacement(event_records, "with_journeys", _countries_as_given),),
    ),
    RuleClass(
        "furniture removal",
        "teasers, captions and appeals are read as the article",
        (Replacement(detector, "find_furniture", _empty),),
    ),
    RuleClass(
        "quotation limits",
        "endless sentences are quoted whole",
        (Replacement(quotation, "LONGEST_EVIDENCE", 1_000_000),),
    ),
)
RULE_CLASSES = (*FEATURE_GROUPS, *MECHANISMS)


@contextmanager
def switched_off(rule_class: RuleClass, means: Mapping[str, float]) -> Iterator[None]:
    """Run a block without a class of rules; `means` are the mean values of features over the candidates."""
    replacements = list(rule_class.replacements)
    if rule_class.features:
        weights = _held_at_mean(load_weights(), rule_class.features, means)
        replacements.append(Replacement(verdict, "load_weights", lambda: weights))
    with ExitStack() as stack:
        for each in replacements:
            stack.enter_context(patch.object(each.owner, each.name, each.value))
        yield


def _held_at_mean(weights: Weights, patterns: Sequence[str], means: Mapping[str, float]) -> Weights:
    """Return weights without some features. Their mean goes into the bias: what is lost is what they tell apart."""
    off = [name for name in weights.weights if in_group(name, patterns)]
    kept = {name: weight for name, weight in weights.weights.items() if name not in off}
    bias = weights.bias + sum(weights.weights[name] * means.get(name, 0.0) for name in off)
    return msgspec.structs.replace(weights, bias=bias, weights=kept)


def in_group(feature: str, patterns: Sequence[str]) -> bool:
    """Tell whether a feature is of the group of these patterns."""
    return any(fnmatchcase(feature, pattern) for pattern in patterns)
