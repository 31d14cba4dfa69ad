"""The nature of an act: what the victims came out of, how, on one occasion or in total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import (
    COUNTS,
    DATES,
    PEOPLE,
    CountMention,
    DateKind,
    DateMention,
    PatientSlot,
    PeopleClass,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import EventType, Form, Harm, Scope

_SENTENCE, _NEIGHBOUR, _TITLE, _ARTICLE = 4.0, 1.5, 1.5, 0.25
_MOST_FROM_ARTICLE = 2.0
_MANY = 20
_DEMAND = 9
_BEHIND = 6
_HELD_FOR_GAIN = frozenset({Harm.TRAFFICKING, Harm.SMUGGLING})
_OF_CAPTIVES = frozenset({Form.ORGAN_REMOVAL, Form.FORCED_MARRIAGE, Form.CHILD_SOLDIER})
"""Forms of exploitation of people who are told to be held, rather than to work."""
_HARMS = tuple(Harm)
"""In the order in which one is taken of several that are told as much."""
_HELD = frozenset({Harm.TRAFFICKING, Harm.CAPTIVITY})
_UNDATED = DateMention(None, DateKind.VAGUE)
_WEEKS_ON_END = 26
"""Days of one stretch told from day to day behind which no single occasion stands: "from 1 to 28 February"."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_YEAR = re.compile(r"\d{4}~?$")


def judge_harm(frame: Frame, story: Story, grammar: ClosedClasses) -> Harm:
    """Return the harm that the words around the act tell most of, nearer ones counting more.

    People for whom money was asked of their families were captives, whoever held them, unless they were made to work:
    those of smugglers also where the sentences beside tell it. Captives held for what is done to them, and no ransom,
    were exploited: "held until a kidney was taken".
    """
    told = _told_harm(frame, story)
    if told is Harm.CAPTIVITY and _were_exploited(frame, grammar):
        return Harm.TRAFFICKING
    if told not in _HELD_FOR_GAIN or any(c.forms for c in frame.view.context_mentions):
        return told
    views = [frame.view]
    if told is Harm.SMUGGLING:
        views.extend(view for view in story.near(frame.view) if view.paragraph == frame.view.paragraph)
    return Harm.CAPTIVITY if any(asks_families(view, grammar) for view in views) else told


def _were_exploited(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the sentence tells what captives are taken for, and nobody is asked for money."""
    told = {form for context in frame.view.context_mentions for form in context.forms}
    return not told.isdisjoint(_OF_CAPTIVES) and not frame.view.has(grammar.demanding)


def asks_families(view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence tells that money is demanded of relatives: "asked their families for 2,000 euros"."""
    asked = view.positions(grammar.demanding)
    if not asked:
        return False
    kin = list(view.positions(grammar.kin))
    mentions = (meaning(p, PEOPLE) for p in view.people)
    kin += [mention.head for mention in mentions if mention.people_class is PeopleClass.FAMILY]
    return any(abs(at - i) <= _DEMAND for at in asked for i in kin)


def _told_harm(frame: Frame, story: Story) -> Harm:
    """Return the harm told most; what people hid in as they fled does not make them smuggled."""
    scores: defaultdict[Harm, float] = defaultdict(float)
    _add(scores, (frame.view,), _SENTENCE)
    _add(scores, story.near(frame.view), _NEIGHBOUR)
    _add(scores, story.title, _TITLE)
    for harm, told in story.harms.items():
        scores[harm] += min(_MOST_FROM_ARTICLE, _ARTICLE * told)
    if frame.event_type is EventType.ESCAPE and not _HELD.isdisjoint(scores):
        scores.pop(Harm.SMUGGLING, None)
    return max((harm for harm in _HARMS if harm in scores), key=scores.__getitem__, default=Harm.UNKNOWN)


def _add(scores: defaultdict[Harm, float], views: Sequence[SentenceView], weight: float) -> None:
    for view in views:
        for context in view.context_mentions:
            if context.harm is not None:
                scores[context.harm] += weight


def way_out_of(frame: Frame, harm: Harm, story: Story) -> EventType:
    """Return the type of an act: captives who are back home in one country were let go or rescued, not repatriated.

    Nor are people repatriated in an article that names one country alone, theirs or that of those who act.
    """
    theirs = {*frame.countries.origin, *frame.actor.codes}
    if frame.event_type is EventType.REPATRIATION and len(story.nations) == 1 and story.nations <= theirs:
        is_freed = harm is Harm.CAPTIVITY and not frame.actor.is_state
        return EventType.RELEASE if is_freed else EventType.RESCUE
    is_home = frame.event_type is EventType.REPATRIATION and frame.mention.patient is PatientSlot.SUBJECT
    if not is_home or harm is not Harm.CAPTIVITY or frame.countries.origin or frame.countries.return_to:
        return frame.event_type
    return EventType.RESCUE if frame.actor.is_state else EventType.RELEASE


def judge_scope(frame: Frame, grammar: ClosedClasses) -> Scope:
    """Return AGGREGATE for a time since then, a month or more, many in a year or "so far"; INCIDENT otherwise.

    In written and blind gold 9 of 10 figures under 20 that are told for a year are of one occasion, and 26 of 32
    greater ones are totals, where they are not said to be of one place: « en una sola hacienda de Pará ».
    """
    mention = meaning(frame.date, DATES) if frame.date is not None else _UNDATED
    edtf = mention.edtf or ""
    if not edtf and _is_many(frame.count) and _tells_total(frame):
        return Scope.AGGREGATE
    is_total = mention.kind is DateKind.SINCE or _spans_months(edtf)
    is_total |= bool(_YEAR.match(edtf)) and _is_many(frame.count) and not _at_one_place(frame, grammar)
    return Scope.AGGREGATE if is_total else Scope.INCIDENT


def _at_one_place(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether people came out of one place, by "a" or "one" behind the verb and a word for where."""
    view, leads, head = frame.view, grammar.at | grammar.source, frame.mention.head
    ones = (i for i in range(head + 2, head + _BEHIND) if view.word(i) in grammar.one and view.word(i - 1) in leads)
    others = [*view.dates, *(c for c in view.counts if meaning(c, COUNTS).best != 1)]
    return any(not any(span.start <= one < span.end for span in others) for one in ones)


def _tells_total(frame: Frame) -> bool:
    return any(context.totals for context in frame.view.context_mentions)


def _is_many(count: CountMention | None) -> bool:
    return count is not None and (count.best or count.min or count.max or 0) >= _MANY


def _spans_months(edtf: str) -> bool:
    start, slash, end = edtf.partition("/")
    if not slash:
        return False
    return _days(start, end) >= _WEEKS_ON_END or (start[:7] != end[:7] and _months(start, end) >= 2)


def _days(start: str, end: str) -> int:
    """Return how many days lie between two days, 0 where one of them is told less exactly."""
    if not (_DAY.match(start) and _DAY.match(end)):
        return 0
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _months(start: str, end: str) -> int:
    try:
        years = int(end[:4]) - int(start[:4])
        return years * 12 + int(end[5:7] or 12) - int(start[5:7] or 1)
    except ValueError:
        return 12
