"""The verdict on a candidate: an event with its nature, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.findings import Findings
from rescuewire.extraction.judgement.no_way_out import tells_no_way_out
from rescuewire.extraction.judgement.realis import judge_realis
from rescuewire.extraction.judgement.realis_words import Cue, Realis
from rescuewire.extraction.judgement.weights import load_weights
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


@dataclass(frozen=True, eq=False)
class Verdict:
    """What was judged of a frame; `rejection` is None for an event. The rest is found when it is asked for.

    No two verdicts are equal, whatever they say.
    """

    frame: Frame
    realis: Realis
    rejection: Rejection | None
    findings: Findings

    @property
    def event_type(self) -> EventType:
        """The type of the act as the whole article tells it."""
        return self.findings.event_type

    @property
    def harm(self) -> Harm:
        """What they came out of."""
        return self.findings.harm

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms of exploitation."""
        return self.findings.forms

    @property
    def scope(self) -> Scope:
        """Whether they came out on one occasion or in total."""
        return self.findings.scope

    @property
    def likelihood(self) -> float:
        """The model's own probability that this is an event, between 0 and 1."""
        return self.findings.likelihood

    @property
    def confidence(self) -> float:
        """The likelihood as a calibrated probability of two digits."""
        return self.findings.confidence

    @property
    def features(self) -> Mapping[str, float]:
        """The features that are not zero."""
        return self.findings.features


def judge(frame: Frame, story: Story, cues: PatternTable[Cue], wanted: frozenset[Harm]) -> Verdict:
    """Judge one frame against the whole article; only harms of `wanted` become events.

    Candidates under the default confidence are `unlikely` here, whatever the run asks for (`acts.py`).
    """
    realis = judge_realis(frame, cues, story.grammar)
    findings = Findings(frame, story, load_weights())
    return Verdict(frame, realis, _rejection(frame, realis, findings, wanted, story.grammar), findings)


def _rejection(
    frame: Frame, realis: Realis, findings: Findings, wanted: frozenset[Harm], grammar: ClosedClasses
) -> Rejection | None:
    if realis is not Realis.ACTUAL:
        return Rejection.NOT_ACTUAL
    if frame.patient is None or _is_lost_pronoun(frame) or tells_no_way_out(frame, findings, grammar):
        return Rejection.NO_PATIENT
    if _is_abandonment(frame, findings.harm):
        return Rejection.NO_PATIENT
    if findings.harm not in wanted:
        return Rejection.HARM_NOT_WANTED
    return Rejection.UNLIKELY if findings.confidence < load_weights().min_confidence else None


def _is_abandonment(frame: Frame, harm: Harm) -> bool:
    """Tell whether smugglers leave people behind, who have not come out by that: "whom the guide had dumped there"."""
    is_left = frame.mention.event_type is EventType.RELEASE and frame.mention.strength is Strength.WEAK
    return harm is Harm.SMUGGLING and is_left and frame.actor.is_captor


def _is_lost_pronoun(frame: Frame) -> bool:
    """Tell whether the Patient is a pronoun that nothing before explains."""
    if frame.patient is None or frame.patient.mention is None or frame.antecedent is not None:
        return False
    return frame.patient.mention.people_class is PeopleClass.PRONOUN
