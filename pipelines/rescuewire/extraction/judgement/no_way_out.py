"""What has the words of a way out and is none: captors who take people, people found dead, history, refugees."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.findings import Findings
from rescuewire.extraction.judgement.other_fates import meet_another_fate
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    DATES,
    PEOPLE,
    PLACES,
    PUBLISHED_ON,
    AgentKind,
    PatientSlot,
    PeopleClass,
    PeopleMention,
    PlaceKind,
    Strength,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire_schemas.rescue_event import EventType

_LET_OUT = frozenset({EventType.RELEASE, EventType.ESCAPE})
_LIVING_MEMORY = 90
"""Years after which an act is history; the eldest victims who are in the news are younger."""
_THIS_AGE = 2020
"""The year that articles without a date are read in."""
_BY_REACH = 8
_NAME_REACH = 3
_LOSS_REACH = 5
_CLAUSE_SIGNS = CLAUSE_BREAKS | {",", ":", "-", "–", "—", '"', "«", "“", "("}


def tells_no_way_out(frame: Frame, findings: Findings, grammar: ClosedClasses) -> bool:
    """Tell whether nobody came out: they were taken, or found dead, or it is history, or they left a country."""
    return (
        _captors_take(frame, grammar)
        or _are_dead(frame, grammar)
        or _is_history(frame)
        or _leave_country(frame, grammar)
        or meet_another_fate(frame, grammar)
        or _is_what_they_lose(frame, grammar)
        or _is_act_of_kin(frame, grammar)
        or _are_officials_on_the_move(frame, findings)
        or _go_elsewhere(frame)
    )


def _is_what_they_lose(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether freedom is told to be taken away: « la privación ilegal de la libertad de dos migrantes »."""
    view, start = frame.view, frame.trigger.start
    if not frame.mention.is_noun or not view.tells(grammar.depriving, start - _LOSS_REACH, start):
        return False
    lead = next(i for i in range(start - 1, start - 1 - _LOSS_REACH, -1) if view.word(i) in grammar.depriving)
    words = view.words_within(lead + 1, start)
    others = [word for word in words if word not in grammar.leads]
    return len(others) <= 1 and grammar.conjunctions.isdisjoint(words)


def _is_act_of_kin(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether relatives recognise people, or are those who set out or were stopped: "20 mothers of the boys"."""
    view, mention = frame.view, frame.mention
    if mention.event_type is EventType.IDENTIFICATION and not frame.actor.is_state and not frame.group.passive:
        return not mention.is_noun and view.word(frame.group.start - 1) in grammar.kin
    if mention.strength is not Strength.WEAK or frame.patient is None:
        return False
    return _are_kin_of_others(frame.antecedent or frame.patient.span, grammar)


def _are_kin_of_others(people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase names relatives by who others are: "mothers of the boys", not "a family of five people"."""
    said: PeopleMention | None = meaning(people, PEOPLE)
    doc = people.doc
    if said is None or said.people_class is PeopleClass.FAMILY or people.end + 1 >= len(doc):
        return False
    if fold(doc[said.head].text) not in grammar.kin or fold(doc[people.end].text) not in grammar.of:
        return False
    return any(other.start == people.end + 1 for other in doc.spans[PEOPLE])


def _captors_take(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether captors act where only others can bring people out: "Gunmen took 14 girls from a school"."""
    if frame.mention.event_type in _LET_OUT or frame.mention.strength is Strength.STRONG or frame.mention.is_noun:
        return False
    if frame.mention.event_type is EventType.REPATRIATION and frame.event_type in _LET_OUT:
        return False
    if frame.group.passive or frame.group.bare:
        return any(_is_by(frame, captors, grammar) for captors in _captors(frame.view))
    if frame.mention.patient is PatientSlot.SUBJECT:
        return False
    return any(_is_subject(frame, captors, grammar) for captors in _captors(frame.view))


def _captors(view: SentenceView) -> Iterator[Span]:
    return (agent for agent in view.agents if meaning(agent, AGENTS).kind is AgentKind.CAPTOR)


def _is_by(frame: Frame, captors: Span, grammar: ClosedClasses) -> bool:
    """Tell whether captors stand behind "by" of a passive, and it is no word for capture's own: "held by rebels"."""
    view, head = frame.view, frame.mention.head
    between = view.words_within(head + 1, captors.start)
    by = [i for i, word in enumerate(between) if word in grammar.by]
    if not by or len(between) > _BY_REACH or CLAUSE_BREAKS & set(between):
        return False
    if any(head < capture.start < head + 1 + by[-1] < capture.end for capture in view.words_for_harm):
        return False
    leads = between[by[-1] + 1 :]
    return not any(word in grammar.prepositions or word in grammar.verb_words for word in leads)


def _is_subject(frame: Frame, captors: Span, grammar: ClosedClasses) -> bool:
    """Tell whether captors open the clause, and nobody else stands between them and the verb."""
    view, verb = frame.view, frame.group.start
    if captors.end > verb or not _opens_clause(view, captors, grammar):
        return False
    after = max((i for i in range(captors.end, verb) if view.word(i) in grammar.conjunctions), default=captors.end)
    between = set(view.words_within(captors.end, verb))
    known = {captors.start, frame.patient.span.start if frame.patient is not None else -1}
    others = (*view.agents, *view.people)
    someone = any(after <= other.start < verb and other.start not in known for other in others)
    return not someone and not between & (CLAUSE_BREAKS | (grammar.plural | grammar.singular) - grammar.object_pronouns)


def _opens_clause(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether only a figure, determiners and adjectives stand between the start of a clause and `span`."""
    starts = grammar.relative | grammar.that | grammar.subordinate
    for i in range(span.start - 1, max(view.start, view.dateline_end) - 1, -1):
        word = view.word(i)
        if word in _CLAUSE_SIGNS or word in starts or not word.strip():
            return True
        if word in grammar.prepositions - grammar.determiners or word in grammar.verb_words:
            return False
    return True


def _are_dead(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the verb, or its object, is followed by a word for the dead: "found murdered"."""
    view, head = frame.view, frame.mention.head
    if not view.has(grammar.dead_openers):
        return False
    places = [head + 1, head + 2] if view.word(head + 1) in grammar.adverbs else [head + 1]
    if frame.patient is not None and frame.patient.span.start > head:
        places.append(frame.patient.span.end)
    return any(view.word(i) in grammar.dead or view.pair(i) in grammar.dead for i in places)


def _is_history(frame: Frame) -> bool:
    """Tell whether the act has a date that nobody alive remembers."""
    edtf = meaning(frame.date, DATES).edtf if frame.date is not None else None
    if not edtf or not edtf[:4].isdigit():
        return False
    published = frame.view.doc._.get(PUBLISHED_ON)
    return int(edtf[:4]) < (published.year if published is not None else _THIS_AGE) - _LIVING_MEMORY


def _are_officials_on_the_move(frame: Frame, findings: Findings) -> bool:
    """Tell whether officials of whom no capture was told return: "The senators went back to an incident in May"."""
    patient = frame.patient
    if frame.mention.patient is not PatientSlot.SUBJECT:
        return False
    if patient is None or patient.mention is None or frame.antecedent is not None or patient.count is not None:
        return False
    if patient.mention.people_class is not PeopleClass.AUTHORITY or not patient.mention.plural:
        return False
    return findings.event_type is EventType.REPATRIATION and not frame.view.tells_holding


def _go_elsewhere(frame: Frame) -> bool:
    """Tell whether weak words tell that people are on their way to another country than theirs: "bound for Malta"."""
    weak = frame.mention.strength is Strength.WEAK and frame.mention.event_type is EventType.REPATRIATION
    if not weak or frame.mention.patient is not PatientSlot.SUBJECT:
        return False
    theirs, goal = frame.countries.origin, frame.countries.return_to
    return bool(theirs and goal) and set(theirs).isdisjoint(goal)


def _leave_country(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether people leave a country, and nothing tells what else they left: "had fled Syria in 2015"."""
    if frame.mention.patient is not PatientSlot.SUBJECT or frame.event_type is not EventType.ESCAPE:
        return False
    view, head = frame.view, frame.mention.head
    if view.tells_harm:
        return False
    small = grammar.from_or_of | grammar.definite
    for place in view.places:
        if head < place.start <= head + _NAME_REACH and meaning(place, PLACES).kind is PlaceKind.COUNTRY:
            return small.issuperset(view.words_within(head + 1, place.start))
    return False
