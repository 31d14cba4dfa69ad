"""The time of an act: what its sentences tell, else those around it, else the day on which it was announced."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.acts.forming import Acts, tells_again
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.acts.operation_times import operation_dates
from rescuewire.extraction.frames.datelines import in_dateline
from rescuewire.extraction.frames.event_dates import is_of_capture
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.mentions.kinds import DATES, PUBLISHED_ON, DateKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventTime, EventType

_DAY = len("2024-05-15")


def time_of(act: Act, acts: Acts, story: Story, grammar: ClosedClasses) -> EventTime:
    """Return when the people of an act came out."""
    for date in _told(act, acts, story, grammar):
        edtf = meaning(date, DATES).edtf
        if edtf is not None and not _is_to_come(edtf, story):
            return EventTime(edtf, date.text)
    return EventTime()


def _told(act: Act, acts: Acts, story: Story, grammar: ClosedClasses) -> Iterator[Span]:
    """Yield the dates that may be the act's, the surest first."""
    dated = [v.frame for v in act.in_order if v.frame.date is not None]
    if act.lead.frame.date is None:
        yield from _heading(act.lead.frame.view, story)
    yield from (f.date for f in dated if f.date is not None and not f.date_is_announcement)
    others = [v.frame.view for a in acts.likely if a is not act for v in a.verdicts]
    yield from _told_again(act, acts)
    yield from operation_dates(act.lead.frame.view, others, story, grammar)
    yield from (f.date for f in dated if f.date is not None and f.date_is_announcement)
    yield from _told_before(act.lead.frame.view, story, grammar)


def _heading(view: SentenceView, story: Story) -> Iterator[Span]:
    """Yield the date that is all that the first sentence of a paragraph tells, as in a chronology: "5 May. The …"."""
    opening = next((v for v in story.views if v.paragraph == view.paragraph and not v.in_title), view)
    if opening.index < view.index:
        yield from (d for d in opening.dates if d.start == opening.start and _is_last_word(opening, d))


def _is_last_word(view: SentenceView, date: Span) -> bool:
    return all(token.is_punct or token.is_space for token in view.doc[date.end : view.end])


def _told_again(act: Act, acts: Acts) -> Iterator[Span]:
    """Yield the days told where candidates that are no sure events tell of the act again: "he was freed yesterday"."""
    again = (v.frame for v in acts.told_again if _is_escape(v) is _is_escape(act.lead) and tells_again(v, act))
    for frame in again:
        if frame.date is not None and not frame.date_is_announcement and _is_point(frame.date):
            yield frame.date


def _is_escape(verdict: Verdict) -> bool:
    return verdict.event_type is EventType.ESCAPE


def _is_point(date: Span) -> bool:
    kind: DateKind = meaning(date, DATES).kind
    return kind is DateKind.POINT


def _is_to_come(edtf: str, story: Story) -> bool:
    """Tell whether a time begins after publication: what it is told from ("after her abduction") is not known then."""
    published = story.doc._.get(PUBLISHED_ON)
    start = edtf.partition("/")[0].rstrip("~")[:_DAY]
    return published is not None and start > published.isoformat()[: len(start)]


def _told_before(view: SentenceView, story: Story, grammar: ClosedClasses) -> Iterator[Span]:
    """Yield the points of time of the sentence before, where it belongs to the same paragraph."""
    for before in story.near(view, 1):
        if before.index < view.index and before.paragraph == view.paragraph:
            points = (d for d in before.dates if _is_point(d))
            yield from (d for d in points if not in_dateline(before, d) and not is_of_capture(before, d, grammar))
