"""The time of an act: what its sentences tell, else the one before: "They went in on Monday. Twelve came out."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.datelines import in_dateline
from rescuewire.extraction.frames.event_dates import is_of_capture
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.mentions.kinds import DATES, PUBLISHED_ON, DateKind
from rescuewire.extraction.merging import Act
from rescuewire.extraction.sentence_view import SentenceView, meaning
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventTime

_DAY = len("2024-05-15")


def time_of(act: Act, story: Story, grammar: ClosedClasses) -> EventTime:
    """Return when the people of an act came out."""
    for date in (*_told(act), *_told_before(act.lead.frame.view, story, grammar)):
        edtf = meaning(date, DATES).edtf
        if edtf is not None and not _is_to_come(edtf, story):
            return EventTime(edtf, date.text)
    return EventTime()


def _is_to_come(edtf: str, story: Story) -> bool:
    """Tell whether a time begins after publication: what it is told from ("after her abduction") is not known then."""
    published = story.doc._.get(PUBLISHED_ON)
    start = edtf.partition("/")[0].rstrip("~")[:_DAY]
    return published is not None and start > published.isoformat()[: len(start)]


def _told(act: Act) -> Iterator[Span]:
    for verdict in act.in_order():
        if verdict.frame.date is not None:
            yield verdict.frame.date


def _told_before(view: SentenceView, story: Story, grammar: ClosedClasses) -> Iterator[Span]:
    """Yield the points of time of the sentence before, where it belongs to the same paragraph."""
    for before in story.near(view, 1):
        if before.index < view.index and before.paragraph == view.paragraph:
            points = (d for d in before.dates if meaning(d, DATES).kind is DateKind.POINT)
            yield from (d for d in points if not in_dateline(before, d) and not is_of_capture(before, d, grammar))
