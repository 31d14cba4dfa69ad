"""Countries that a sentence names for another reason: an organ's, a bystander's, a neighbour's, a speaker's."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.datelines import in_dateline
from rescuewire.extraction.frames.organs import is_beside, is_of_asker, lends_help
from rescuewire.extraction.frames.passing_places import (
    is_destination,
    is_flag,
    is_seat,
    is_vehicles_source,
    is_where_quoted_sits,
    is_where_wanted,
    kin_who_live_at,
)
from rescuewire.extraction.frames.roles import Actor
from rescuewire.extraction.frames.sources import is_government_that_speaks
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    CONTEXTS,
    PEOPLE,
    PLACES,
    TRIGGERS,
    AgentKind,
    PeopleClass,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire_schemas.rescue_event import EventType, Form

_LOOK_BACK = 3
_SPEECH = 5
_LONG_SPEAKER = 12
_SIGNS = frozenset({"(", ","})


def belongs_elsewhere(
    view: SentenceView, place: Span, patients: Sequence[Span], actor: Actor, grammar: ClosedClasses
) -> bool:
    """Tell whether a country is part of another phrase: the dateline, the actor's, people who do not come out."""
    if in_dateline(view, place) or _names_actor(place, actor) or _names_organ(view, place, grammar):
        return True
    return any(s.start <= place.start < s.end and s not in patients for s in view.people)


def is_unrelated(
    view: SentenceView, place: Span, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses
) -> bool:
    """Tell whether a name says neither where the victims are from nor where they were or went."""
    if _is_other_side(view, place, grammar) or _is_of_bystander(view, place, patients, grammar):
        return True
    if _is_where_kin_live(view, place, patients, grammar) or _is_vehicles_way(view, place, trigger, grammar):
        return True
    if is_flag(view, place, grammar) or is_government_that_speaks(view, place, grammar):
        return True
    if is_where_wanted(view, place, patients, grammar) or is_of_asker(view, place, grammar):
        return True
    if lends_help(view, place, grammar) or _describes_noun(view, place, grammar):
        return True
    if is_seat(view, place, grammar) or _is_of_targets(view, place, patients, grammar):
        return True
    return _is_where_one_speaks(view, place, trigger, grammar) or _repeats_origin(view, place, grammar)


def _names_organ(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a word for a country says whose some organ is, a town where a body sits: "Indonesia's ministry"."""
    comes_from = view.word(place.start - 1) in grammar.away
    is_town = meaning(place, PLACES).kind is PlaceKind.PLACE and not comes_from
    agents = (a for a in view.agents if not is_town or meaning(a, AGENTS).kind is AgentKind.BODY)
    return any(is_beside(view, agent, place, grammar) for agent in agents)


def _names_actor(place: Span, actor: Actor) -> bool:
    mention = meaning(place, PLACES)
    if place is actor.span:
        return True
    if actor.span is None or mention.kind is PlaceKind.PLACE or not set(mention.codes) <= set(actor.codes):
        return False
    return abs(place.start - actor.span.start) <= _LOOK_BACK + len(actor.span)


def _is_other_side(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country is only bordered on or headed for: "the border with Chad", « gagner l'Espagne ».

    Both sides of "the border between Mali and Niger" are meant, and who came "over the border from Chad" was there.
    """
    if not (view.has(grammar.border) or view.has(grammar.destinations)):
        return False
    closed = grammar.leads
    position = place.start - 1
    while position > place.start - 1 - _LOOK_BACK and view.word(position) in closed:
        position -= 1
    passed = grammar.prepositions.intersection(view.words_within(position + 1, place.start))
    if passed & grammar.stays or passed & grammar.away:
        return False
    return view.word(position) in (grammar.border if passed else grammar.destinations)


def _is_where_one_speaks(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place says where somebody speaks: "told reporters in Jakarta", « a-t-il déclaré à Genève »."""
    start = max(place.start - _SPEECH, trigger.end)
    if view.tells(grammar.reporting, start, place.start) or view.tells(grammar.publishing, start, place.start):
        return True
    if _is_where_subject_speaks(view, place, trigger, grammar) or _is_where_told(view, place, trigger, grammar):
        return True
    if is_where_quoted_sits(view, place, grammar):
        return True
    return _is_where_source_sits(view, place, start, grammar)


def _describes_noun(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an abbreviation only says whose something is: "a tip from U.S. intelligence", "a UK charity"."""
    if grammar.adjectives_follow or not all(token.text.isupper() for token in place) or place.end >= view.end:
        return False
    noun, word = view.doc[place.end].text, view.word(place.end)
    joins = (grammar.never_inside, grammar.prepositions, grammar.conjunctions, grammar.relative)
    said = (grammar.verb_words, grammar.auxiliaries, grammar.adverbs)
    return noun.islower() and noun.isalpha() and not any(word in words for words in (*joins, *said))


def _is_where_subject_speaks(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell the same behind who speaks and a comma: « a annoncé le ministère kényan, à Nairobi »."""
    if not view.has(grammar.reporting):
        return False
    lead = next((i for i in range(place.start - 1, place.start - 3, -1) if view.word(i) in grammar.at), None)
    if lead is None or view.word(lead - 1) != ",":
        return False
    for position in range(lead - 2, max(trigger.end, lead - _LONG_SPEAKER) - 1, -1):
        if view.word(position) in grammar.reporting:
            return True
        if view.word(position) in grammar.verb_words or view.word(position) in grammar.that | {","}:
            return False
    return False


def _is_where_told(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place stands between a verb of saying and what it tells: "confirmed in Vienna the release of"."""
    start = max(place.start - _SPEECH, view.start)
    if trigger.start < place.end or not view.tells(grammar.reporting, start, place.start):
        return False
    said = next(i for i in range(place.start - 1, start - 1, -1) if view.word(i) in grammar.reporting)
    people = (s for s in view.people if meaning(s, PEOPLE).people_class is not PeopleClass.PRONOUN)
    if any(place.end <= s.start < trigger.start for s in people):
        return False
    closed = grammar.verb_words | grammar.that
    return not (view.tells(closed, said + 1, place.start) or view.tells(closed, place.end, trigger.start))


def _is_where_source_sits(view: SentenceView, place: Span, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where somebody sits who is no organ of a state: "according to a mediator in Mombasa"."""
    if not view.tells(grammar.attribution, start, place.start):
        return False
    source = next(i for i in range(start, place.start) if view.word(i) in grammar.attribution)
    if any(a.start >= source and meaning(a, AGENTS).kind is AgentKind.STATE for a in view.agents):
        return False
    return not view.tells(grammar.verb_words, source + 1, place.start)


def _is_of_targets(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether people at a place are those who are cheated: "forced to run scams on victims in Europe"."""
    crimes = [c.end for c in view.contexts if Form.FORCED_CRIMINALITY in meaning(c, CONTEXTS).forms]
    if not crimes:
        return False
    others = (s for s in view.people if s not in patients and s.start >= crimes[0] and 0 < place.start - s.end <= 2)
    return any(
        (grammar.prepositions | grammar.definite).issuperset(view.words_within(s.end, place.start)) for s in others
    )


def _repeats_origin(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country stands behind people of it: « 40 congoleños de la RDC »."""
    near = (s for s in view.people if 0 < place.start - s.end <= _LOOK_BACK)
    codes = meaning(place, PLACES).codes
    beside = (
        view.words_within(s.end, place.start) for s in near if not set(codes).isdisjoint(meaning(s, PEOPLE).origin)
    )
    return any((grammar.of | grammar.definite | _SIGNS).issuperset(words) for words in beside)


def _is_of_bystander(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether a place only says where some other person is from or lives: "a cousin in Vienna"."""
    others = (s for s in view.people if 0 < place.start - s.end <= 2 and s not in patients)
    beside = ((s, view.words_within(s.end, place.start)) for s in others)
    return any(
        grammar.prepositions.issuperset(words)
        and (_is_one_person(s) or (grammar.source.issuperset(words) and _are_others(view, s, grammar)))
        for s, words in beside
    )


def _is_one_person(people: Span) -> bool:
    mention = meaning(people, PEOPLE)
    return mention.people_class is PeopleClass.PERSON and not mention.plural


def _are_others(view: SentenceView, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether people are suspects, or those for whom something is done: "kidneys for patients from Oman"."""
    if meaning(people, PEOPLE).people_class is not PeopleClass.PERSON:
        return meaning(people, PEOPLE).people_class is PeopleClass.SUSPECT
    lead = people.start - 1
    while view.word(lead) in grammar.determiners - grammar.prepositions:
        lead -= 1
    serves = (grammar.towards | grammar.by) - grammar.at - grammar.object_marker - grammar.source
    return view.word(lead) in serves


def _is_where_kin_live(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether relatives live at a place who are none of the victims: "paid by relatives living in Miami"."""
    kin = kin_who_live_at(view, place, grammar)
    return kin is not None and not any(span.start <= kin < span.end for span in patients)


def _is_vehicles_way(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a vehicle comes from a place or is bound there, but one that brings people home."""
    if meaning(trigger, TRIGGERS).event_type is EventType.REPATRIATION:
        return False
    return is_vehicles_source(view, place, grammar) or is_destination(view, place, grammar)
