"""Merging: one act told several times is one event; headline, lead and later figures are put together."""

from __future__ import annotations

from collections.abc import Iterable

from rescuewire.extraction.acts.event_types import told_type
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.mentions.kinds import DATES, CountMention, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.unasked import UNASKED, Unasked
from rescuewire_schemas.rescue_event import CountQualifier, EventType

_NEAR_TITLE_FIGURE = 0.1


class Act:
    """The verdicts that tell of one act, in the order of the text. Not to be changed."""

    def __init__(self, verdicts: tuple[Verdict, ...]) -> None:
        self.verdicts = verdicts
        self._lead: Verdict | None = None
        self._in_order: tuple[Verdict, ...] | None = None
        self._event_type: EventType | None = None
        self._count: CountMention | Unasked | None = UNASKED
        self._confidence: float | None = None
        self._edtf: str | Unasked | None = UNASKED

    @property
    def lead(self) -> Verdict:
        """The verdict that tells most: in the body, with a figure, with a harm of its own sentence."""
        if self._lead is None:
            self._lead = max(self.verdicts, key=_told)
        return self._lead

    @property
    def in_order(self) -> tuple[Verdict, ...]:
        """The verdicts, the lead first."""
        if self._in_order is None:
            self._in_order = (self.lead, *(v for v in self.verdicts if v is not self.lead))
        return self._in_order

    @property
    def event_type(self) -> EventType:
        """The type of the act, as its main verdicts tell it."""
        if self._event_type is None:
            self._event_type = told_type(self.verdicts)
        return self._event_type

    @property
    def count(self) -> CountMention | None:
        """The figure of the act: the body's, the title's only if the body has none."""
        if self._count is UNASKED:
            body = self._body()
            counts = [v.frame.count for v in body if is_told(v.frame.count) and not _tells_part(v)]
            counts = counts or [v.frame.count for v in body if is_told(v.frame.count)]
            counts = counts or [v.frame.count for v in self.verdicts if is_told(v.frame.count)]
            self._count = max(counts, key=_precision, default=None)
        return self._count

    def _body(self) -> list[Verdict]:
        return [v for v in self.verdicts if not v.frame.view.in_title]

    @property
    def confidence(self) -> float:
        """How probable it is that the act is a true event: that of the verdict which is surest."""
        if self._confidence is None:
            self._confidence = max(v.confidence for v in self.verdicts)
        return self._confidence

    @property
    def edtf(self) -> str | None:
        """The time of the act as the first verdict of the body tells it."""
        if self._edtf is UNASKED:
            of_all = sorted(self._body(), key=_tells_part)
            self._edtf = next((edtf for v in (*of_all, *self.verdicts) if (edtf := _edtf(v))), None)
        return self._edtf


def _told(verdict: Verdict) -> tuple[bool, bool, float, int]:
    frame = verdict.frame
    return (not frame.view.in_title, is_told(frame.count), verdict.likelihood, -frame.view.index)


def is_told(count: CountMention | None) -> bool:
    """Tell whether a figure or a bound is known."""
    return count is not None and (count.best, count.min, count.max) != (None, None, None)


def _precision(count: CountMention | None) -> bool:
    return count is not None and count.qualifier is CountQualifier.EXACT


def _tells_part(verdict: Verdict) -> bool:
    """Tell whether weak words tell what became of some of the people: "nine of the children were handed to"."""
    patient = verdict.frame.patient
    is_weak = verdict.frame.mention.strength is Strength.WEAK
    return is_weak and patient is not None and patient.mention is not None and patient.mention.part


def _is_part(act: CountMention, verdict: Verdict) -> bool:
    """Tell whether a verdict tells of fewer people than an act, as some of them."""
    count = verdict.frame.count
    if count is None or not _tells_part(verdict):
        return False
    return (count.best or count.min or 0) < (act.best or act.min or 0)


def _edtf(verdict: Verdict) -> str | None:
    frame = verdict.frame
    return meaning(frame.date, DATES).edtf if frame.date is not None and not frame.date_is_announcement else None


def merge(verdicts: Iterable[Verdict]) -> list[Act]:
    """Put verdicts of events together into acts, in order of their first telling."""
    acts: list[Act] = []
    for verdict in verdicts:
        told = next((i for i in reversed(range(len(acts))) if tells(acts[i], verdict)), None)
        if told is None:
            acts.append(Act((verdict,)))
        else:
            acts[told] = Act((*acts[told].verdicts, verdict))
    return acts


def without_denied(acts: list[Act], verdicts: Iterable[Verdict]) -> list[Act]:
    """Leave out the acts that the article takes back later: an announced success that is then denied."""
    denials = [v for v in verdicts if v.realis is Realis.DENIED]
    return [act for act in acts if not any(_denies(denial, act) for denial in denials)]


def _denies(denial: Verdict, act: Act) -> bool:
    """Tell whether a denial is of this act: of the same people, told after it, in words that tell of a way out.

    What weak words deny is another matter: the gang's leader was not found, the girls are not to be sent back.
    """
    if denial.frame.view.index <= act.lead.frame.view.index or denial.frame.patient is None:
        return False
    if denial.frame.mention.strength is Strength.WEAK:
        return False
    if is_told(denial.frame.count) and is_told(act.count):
        return denial.frame.count == act.count
    return any(_same_patient(v, denial) for v in act.verdicts)


def tells(act: Act, verdict: Verdict) -> bool:
    """Tell whether `verdict` tells of `act` again."""
    if any(_same_patient(v, verdict) for v in act.verdicts):
        return True
    if act.lead.scope is not verdict.scope and _dates_differ(act, verdict):
        return False
    if _dates_conflict(act, verdict) or _places_conflict(act, verdict) or _agents_conflict(act, verdict):
        return False
    return _counts_agree(act, verdict)


def _same_patient(one: Verdict, other: Verdict) -> bool:
    if one.frame.patient is None or other.frame.patient is None:
        return False
    span, taken = one.frame.patient.span, other.frame.patient.span
    if (span.start, span.end) == (taken.start, taken.end):
        return True
    antecedent = other.frame.antecedent
    return antecedent is not None and span.start <= antecedent.start < span.end


def _dates_conflict(act: Act, verdict: Verdict) -> bool:
    one, other = act.edtf, _edtf(verdict)
    return bool(one and other and one != other and not _within(one, other) and not _within(other, one))


def _dates_differ(act: Act, verdict: Verdict) -> bool:
    """Tell whether two times are told that differ otherwise than a month does from some of its days."""
    one, other = act.edtf, _edtf(verdict)
    return bool(one and other and one != other and not _days_of(one, other) and not _days_of(other, one))


def _days_of(month: str, days: str) -> bool:
    """Tell whether a stretch of days lies in a month: 2024-07 and 2024-07-01/2024-07-31."""
    start, slash, end = days.partition("/")
    return bool(slash) and start[:7] == end[:7] == month


def _within(long: str, short: str) -> bool:
    """Tell whether one EDTF date holds another by its notation: 2023-05 holds 2023-05-10."""
    start, slash, end = short.partition("/")
    if slash:
        return start <= long.rstrip("~") <= end
    return long.startswith(short.rstrip("~"))


def _places_conflict(act: Act, verdict: Verdict) -> bool:
    told = {code for v in act.verdicts for code in v.frame.countries.place}
    new = set(verdict.frame.countries.place)
    return bool(told and new and not told & new)


def _agents_conflict(act: Act, verdict: Verdict) -> bool:
    told = {code for v in act.verdicts if v.frame.actor.is_state for code in v.frame.actor.codes}
    new = set(verdict.frame.actor.codes) if verdict.frame.actor.is_state else set()
    return bool(told and new and not told & new)


def _counts_agree(act: Act, verdict: Verdict) -> bool:
    one, other = act.count, verdict.frame.count
    if one is None or not is_told(one):
        return True
    if other is None or not is_told(other):
        return not _is_new(verdict)
    if (one.best, one.min, one.max) == (other.best, other.min, other.max) or _is_part(one, verdict):
        return True
    if all(v.frame.view.in_title for v in act.verdicts):
        return _compatible(one, other)
    return False


def _is_new(verdict: Verdict) -> bool:
    """Tell whether the Patient is introduced afresh: "eleven families", "a group of miners"."""
    patient = verdict.frame.patient
    if patient is None or patient.mention is None or verdict.frame.view.in_title:
        return False
    return patient.mention.count is not None and not patient.mention.definite


def _compatible(title: CountMention, body: CountMention) -> bool:
    """Tell whether a headline's figure can be the body's: "dozens" 47, "more than 40" 47, 50 47."""
    if title.best is None or body.best is None:
        return body.best is None or (title.min or 0) <= body.best
    if title.qualifier is not CountQualifier.EXACT:
        low = title.min if title.min is not None else title.best * 0.8
        high = title.max if title.max is not None else title.best * 1.3
        return low <= body.best <= high
    return abs(title.best - body.best) <= _NEAR_TITLE_FIGURE * body.best
