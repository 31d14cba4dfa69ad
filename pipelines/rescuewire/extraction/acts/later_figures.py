"""Figures told later: "more than 130 pupils were freed … six of the 137 children are in hospital"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.mentions.kinds import CONTEXTS, COUNTS, PEOPLE, CountMention, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import CountQualifier

_REACH = 2
_NEAR = 0.1
_PEOPLE = frozenset({PeopleClass.VICTIM, PeopleClass.MINOR, PeopleClass.PERSON})


def figure_of(act: Act, story: Story, grammar: ClosedClasses) -> CountMention | None:
    """Return the figure of an act: a rough one gives way to the exact one that a definite phrase tells right after.

    The guideline takes the body's most precise figure. The exact one must be within what the rough one guarantees and
    within a tenth of it, and its sentence must not tell how people were taken.
    """
    told = act.count
    if told is None or told.best is None or told.qualifier is CountQualifier.EXACT:
        return told
    later = chain(_totals_beside(act, story, grammar), _definite_after(act, story))
    return next((count for count in later if _is_finer(told, count)), told)


def _totals_beside(act: Act, story: Story, grammar: ClosedClasses) -> Iterator[CountMention]:
    """Yield the exact figures that are called totals behind an act: "the group counts 61 in all"."""
    lead = act.lead.frame.view
    for view in (lead, *(v for v in story.near(lead, 1) if v.index > lead.index)):
        for span in view.counts:
            count = meaning(span, COUNTS)
            called = view.pair(span.end) in grammar.overall
            if called and span.start > act.lead.frame.mention.head and count.qualifier is CountQualifier.EXACT:
                yield count


def _definite_after(act: Act, story: Story) -> Iterator[CountMention]:
    """Yield the exact figures of definite phrases in the sentences behind an act."""
    lead = act.lead.frame.view
    for view in story.near(lead, _REACH):
        if view.index < lead.index or any(meaning(c, CONTEXTS).holds for c in view.contexts):
            continue
        told = (_of_all(meaning(span, PEOPLE)) for span in view.people)
        yield from (count for count in told if count is not None and count.qualifier is CountQualifier.EXACT)


def _of_all(mention: PeopleMention) -> CountMention | None:
    """Return the figure of people who are known already: of "the 137 children", of "six of the 137 children"."""
    if mention.people_class not in _PEOPLE:
        return None
    return mention.whole if mention.part else (mention.count if mention.definite else None)


def _is_finer(rough: CountMention, exact: CountMention) -> bool:
    best, told = exact.best, rough.best
    if best is None or told is None or abs(best - told) > _NEAR * told:
        return False
    return (rough.min is None or best >= rough.min) and (rough.max is None or best <= rough.max)
