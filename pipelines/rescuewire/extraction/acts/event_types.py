"""The type of an act that several verdicts tell: a rescue that leads to a repatriation is a rescue."""

from __future__ import annotations

from collections.abc import Sequence

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.mentions.kinds import PatientSlot, Strength
from rescuewire_schemas.rescue_event import EventType, Form, Harm

_ORDER = (
    EventType.RESCUE,
    EventType.RELEASE,
    EventType.ESCAPE,
    EventType.REPATRIATION,
    EventType.IDENTIFICATION,
)
_HANDED_OVER = frozenset({EventType.RELEASE, EventType.RESCUE})
_DATE_REACH = 2
_WITHOUT_HELP = frozenset({EventType.RELEASE, EventType.ESCAPE})


def told_type(verdicts: Sequence[Verdict]) -> EventType:
    """Return the type that the main verdicts of an act tell.

    Where the rescue stands only in a participle and the return is the main act, it is a repatriation; so it is where
    the rescue had come before it, or who brought people home handed them over. What befell
    people after they came out, in the same sentence, says nothing: "were let go and taken to a shelter". Who
    "escaped and walked into a village" was not let go, and nobody took those out who "gave their minders the slip".
    """
    if len(verdicts) == 1:
        return verdicts[0].event_type
    returns = [v.frame for v in verdicts if v.event_type is EventType.REPATRIATION and not v.frame.group.bare]
    main = [v for v in verdicts if not _leads_home(v, returns) and (_is_main(v) or _is_dated_opening(v, verdicts))]
    main = [v for v in main if not any(_goes_on(v, earlier) or _is_help_after(v, earlier) for earlier in main)]
    main = [v for v in main if not _looks_back(v.frame)] or main
    main = main or list(verdicts)
    told = [v for v in main if not any(_is_outdone(v, other) for other in main)]
    return min((v.event_type for v in told or main), key=_ORDER.index)


def _leads_home(verdict: Verdict, returns: Sequence[Frame]) -> bool:
    """Tell whether a way out is told as what came before a return in its sentence, or as the end of one of `returns`.

    "Who had been freed in June flew home"; « reconduits dans leur pays par les services, qui les ont remis … ».
    """
    frame = verdict.frame
    if frame.group.earlier and any(r.view is frame.view and not r.group.earlier for r in returns):
        return verdict.event_type is not EventType.REPATRIATION
    is_handover = verdict.event_type in _HANDED_OVER and frame.mention.strength is Strength.WEAK
    if not is_handover or frame.actor.is_captor or verdict.harm is not Harm.TRAFFICKING:
        return False
    return any(r.mention.head < frame.mention.head and (r.view is frame.view or r.view.in_title) for r in returns)


def _is_main(verdict: Verdict) -> bool:
    return not verdict.frame.group.bare or verdict.frame.view.in_title


def _is_dated_opening(verdict: Verdict, verdicts: Sequence[Verdict]) -> bool:
    """Tell whether plain words in the participle that opens a sentence have the only date of the act there.

    "Freed on Sunday, the two nuns were received at the palace."
    """
    frame = verdict.frame
    if frame.mention.strength is not Strength.STRONG or frame.date is None or frame.patient is None:
        return False
    if not frame.mention.head < frame.date.start <= frame.mention.head + _DATE_REACH <= frame.patient.span.start:
        return False
    return all(v.frame.date in (None, frame.date) for v in verdicts if v.frame.view is frame.view)


def _goes_on(later: Verdict, earlier: Verdict) -> bool:
    """Tell whether a weak verdict goes on, with the same subject, from a release or an escape before it.

    It does not from weak words for what had come before: "who had been left behind were taken out by police".
    """
    one, other = earlier.frame, later.frame
    if one.view is not other.view or one.mention.head >= other.mention.head or one.patient is None:
        return False
    if one.group.earlier and one.mention.strength is Strength.WEAK:
        return False
    out = earlier.event_type in _WITHOUT_HELP and other.mention.strength is Strength.WEAK
    return out and other.patient is not None and one.patient.span.start == other.patient.span.start


def _is_help_after(later: Verdict, earlier: Verdict) -> bool:
    """Tell whether weak words in a later sentence say who helped those let go before: "police gave them water"."""
    one, other = earlier.frame, later.frame
    let_go = earlier.event_type is EventType.RELEASE and one.mention.strength is Strength.STRONG
    helped = later.event_type is EventType.RESCUE and other.mention.strength is Strength.WEAK
    return let_go and helped and not one.view.in_title and one.view.index < other.view.index


def _looks_back(frame: Frame) -> bool:
    """Tell whether words whose Patient stands behind them ("came back with") found theirs before them."""
    is_before = frame.patient is not None and frame.patient.span.end <= frame.mention.head
    return frame.mention.patient is PatientSlot.AFTER and is_before


def _is_outdone(verdict: Verdict, other: Verdict) -> bool:
    """Tell whether a release is what an escape led to, or a weak rescue stands beside a plain escape.

    Child soldiers who "left the ranks" were let go by them.
    """
    frame, escape = verdict.frame, other.frame
    if other.event_type is not EventType.ESCAPE:
        return False
    if verdict.event_type is EventType.RELEASE:
        if _ends_flight(frame, escape):
            return False
        let_go = frame.actor.is_captor or Form.CHILD_SOLDIER in verdict.forms
        return (frame.mention.strength is Strength.WEAK and not let_go) or _people(frame) == _people(escape)
    beside = frame.view is escape.view and frame.mention.strength is Strength.WEAK
    return verdict.event_type is EventType.RESCUE and beside and escape.mention.strength is Strength.STRONG


def _ends_flight(freed: Frame, walked: Frame) -> bool:
    """Tell whether people walked, in weak words, before they were freed: "walked for days before being freed"."""
    is_weak = walked.mention.strength is Strength.WEAK and freed.mention.strength is Strength.STRONG
    return is_weak and freed.view is walked.view and walked.mention.head < freed.mention.head


def _people(frame: Frame) -> tuple[int, int]:
    """Return the tokens of the Patient, whose acts are one's where they are the same."""
    return (frame.patient.span.start, frame.patient.span.end) if frame.patient is not None else (-1, -1)
