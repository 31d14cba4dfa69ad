"""Acts: what an article's verdicts tell of, each act once, whatever confidence a run asks for.

Acts are formed first and chosen by confidence afterwards, so that a run that asks for more gets fewer of the same
events, and a run that asks for less gets the same and others: no event changes with what is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rescuewire.extraction.acts.merging import Act, merge, tells, without_denied
from rescuewire.extraction.judgement.verdict import Rejection, Verdict
from rescuewire_schemas.rescue_event import EventType


@dataclass(frozen=True)
class Acts:
    """The acts of an article.

    `likely` ones are told by verdicts of the default confidence, `unlikely` ones by others alone. `told_again` are
    the other verdicts on likely acts: they add nothing to these, since they may well be about something else.
    """

    likely: Sequence[Act]
    unlikely: Sequence[Act]
    told_again: Sequence[Verdict]


def form_acts(verdicts: Sequence[Verdict]) -> Acts:
    """Put verdicts together into acts; acts that the article takes back later are left out."""
    sure = [v for v in verdicts if v.rejection is None]
    goes_on = [v for v in verdicts if v.rejection is Rejection.UNLIKELY and any(_is_main_verb(v, s) for s in sure)]
    likely = merge(v for v in verdicts if v.rejection is None or v in goes_on)
    unlikely = [v for v in verdicts if v.rejection is Rejection.UNLIKELY and v not in goes_on]
    again = [v for v in unlikely if any(tells_again(v, act) for act in likely)]
    others = [v for v in unlikely if v not in again]
    return Acts(without_denied(likely, verdicts), without_denied(merge(others), verdicts), again)


def _is_main_verb(verdict: Verdict, sure: Verdict) -> bool:
    """Tell whether a verdict is on the verb of people whom a sure participle describes: "men rescued in … are home"."""
    frame, participle = verdict.frame, sure.frame
    if frame.view is not participle.view or not participle.group.bare or frame.group.bare:
        return False
    if verdict.event_type is not EventType.REPATRIATION or frame.patient is None or participle.patient is None:
        return False
    return frame.patient.span.start == participle.patient.span.start < participle.mention.head < frame.mention.head


def tells_again(verdict: Verdict, act: Act) -> bool:
    """Tell whether a verdict tells of an act, or would take the act in if it were the first: a headline is vague."""
    return tells(act, verdict) or tells(Act((verdict,)), act.lead)


def with_rejections(verdicts: Iterable[Verdict], acts: Acts, min_confidence: float) -> tuple[Verdict, ...]:
    """Return the verdicts with why each tells no event of this confidence; `rejection` is None where it does."""
    return tuple(_with_rejection(v, _rejection(v, acts, min_confidence)) for v in verdicts)


def _with_rejection(verdict: Verdict, rejection: Rejection | None) -> Verdict:
    return verdict if rejection is verdict.rejection else replace(verdict, rejection=rejection)


def _rejection(verdict: Verdict, acts: Acts, min_confidence: float) -> Rejection | None:
    if verdict.rejection not in {None, Rejection.UNLIKELY}:
        return verdict.rejection
    act = next((act for act in (*acts.likely, *acts.unlikely) if verdict in act.verdicts), None)
    if act is not None:
        return None if act.confidence >= min_confidence else Rejection.UNLIKELY
    if verdict.confidence < min_confidence:
        return Rejection.UNLIKELY
    return Rejection.TOLD_AGAIN if verdict in acts.told_again else Rejection.DENIED_LATER
