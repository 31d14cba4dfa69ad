"""Places told in passing: where relatives live, a vehicle comes from or is bound for, some other person is from."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.origin_phrases import read_lead, words_tell_origin
from rescuewire.extraction.mentions.kinds import PEOPLE, PLACES, PeopleClass, PeopleMention, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_LOOK_BACK = 6
_DESCRIBED = 8
_MOST_NOUNS = 2
_LONGEST_SPEAKER = 7


def is_told_in_passing(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a name says nothing of where a report's events happened."""
    if kin_who_live_at(view, place, grammar) is not None or is_vehicles_source(view, place, grammar):
        return True
    if (
        is_destination(view, place, grammar)
        or is_seat(view, place, grammar)
        or _is_where_source_sits(view, place, grammar)
        or is_where_quoted_sits(view, place, grammar)
    ):
        return True
    if _is_where_said(view, place, grammar) or is_flag(view, place, grammar):
        return True
    return _is_of_other_person(view, place, grammar) or _is_only_origin(view, place, grammar)


def _is_where_said(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place stands right behind a word for making known: « lo confirmó en Roma el hermano »."""
    before = view.word(place.start - 2)
    return view.word(place.start - 1) in grammar.at and (before in grammar.reporting or before in grammar.publishing)


def _is_only_origin(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country is named for where people are from, alone or in a list: « oriundas de Nicaragua »."""
    if meaning(place, PLACES).kind is not PlaceKind.COUNTRY:
        return False
    first = place
    for before in reversed([p for p in view.places if p.end < place.start]):
        words = view.words_within(before.end, first.start)
        if not words or not all(word in grammar.conjunctions | grammar.definite | grammar.of for word in words):
            break
        first = before
    return words_tell_origin(view, first, read_lead(view, first, grammar), grammar)


def _is_where_source_sits(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where somebody who speaks for others sits: "a company spokesman in Oslo"."""
    if view.word(place.start - 1) not in grammar.at:
        return False
    source = next((s for s in view.people if s.end == place.start - 1), None)
    return source is not None and meaning(source, PEOPLE).people_class is PeopleClass.AUTHORITY


def is_where_quoted_sits(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether who speaks behind a comma sits at a place: "freed 21 sailors, a shipowner in Athens said".

    Those of the country itself tell of it: "a Kenyan officer in Mombasa said".
    """
    lead = place.start - 1
    if view.word(lead) not in grammar.at or view.word(place.end) not in grammar.reporting:
        return False
    words = view.words_within(lead - _LONGEST_SPEAKER, lead)
    comma = lead - words[::-1].index(",") - 1 if "," in words else None
    if comma is None or view.tells(grammar.verb_words, comma, lead):
        return False
    own = (p for p in view.places if comma < p.start < lead)
    return all(set(meaning(p, PLACES).codes).isdisjoint(meaning(place, PLACES).codes) for p in own)


def is_seat(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where a body has its seat: "Hamburg-based owner", « un armateur basé à Hambourg »."""
    if not view.has(grammar.seats):
        return False
    if view.word(place.end) == "-" and view.word(place.end + 1) in grammar.seats:
        return True
    position = _behind_which(view, place, grammar.at | grammar.definite | grammar.passive)
    return position < place.start - 1 and view.word(position) in grammar.seats


def is_flag(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country says whose a vessel is: « un carguero con bandera de Belice », "the flag of Togo"."""
    if not view.has(grammar.flags):
        return False
    position = _behind_which(view, place, grammar.of | grammar.definite)
    behind = view.word(place.end + 1) if view.word(place.end) == "-" else ""
    return behind in grammar.flags or (position < place.start - 1 and view.word(position) in grammar.flags)


def is_where_wanted(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether a suspect is searched for at a place or by it, alone or in a list: "wanted in Peru and Chile"."""
    if not view.has(grammar.wanted):
        return False
    named = {i for p in (*view.places, *view.agents) for i in range(p.start, p.end)}
    closed = grammar.leads | grammar.conjunctions
    position = place.start - 1
    while position >= view.start and (position in named or view.word(position) in closed):
        position -= 1
    theirs = any(span.start < position <= span.end for span in patients)
    return view.word(position) in grammar.wanted and position < place.start - 1 and not theirs


def kin_who_live_at(view: SentenceView, place: Span, grammar: ClosedClasses) -> int | None:
    """Return the token of the relatives who live at a place: "relatives in Miami", « des proches établis à Miami »."""
    if not view.has(grammar.kin):
        return None
    position = _behind_which(view, place, grammar.prepositions | grammar.definite)
    if position == place.start - 1:
        return None
    if view.word(position) in grammar.kin:
        return position
    if view.word(position) not in grammar.residence:
        return None
    before = range(position - 1, position - 1 - _DESCRIBED, -1)
    return next((i for i in before if view.word(i) in grammar.kin), None)


def is_vehicles_source(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place says where a vehicle comes from: "a ferry from Cherbourg", « un cargo parti de Lagos »."""
    if not view.has(grammar.vehicles):
        return False
    leads = grammar.away | grammar.origin | grammar.coming
    closed = grammar.leads | grammar.areas | leads
    position = _behind_which(view, place, closed)
    return view.word(position) in grammar.vehicles and view.tells(leads, position + 1, place.start)


def is_destination(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is only where somebody was to be taken: "bound for farms in Ogun", « en partance pour »."""
    if not view.has(grammar.bound):
        return False
    closed = grammar.leads | grammar.compass
    nouns, leads = 0, False
    for position in range(place.start - 1, max(view.start, place.start - 1 - _DESCRIBED) - 1, -1):
        word = view.word(position)
        if word in grammar.bound:
            return leads
        if word in grammar.verb_words or word in grammar.conjunctions or not word[:1].isalnum():
            return False
        leads = word in grammar.towards | grammar.of
        nouns += word not in closed
        if nouns > _MOST_NOUNS:
            return False
    return False


def _behind_which(view: SentenceView, place: Span, closed: frozenset[str]) -> int:
    """Return the last token before a place that is none of `closed`."""
    position = place.start - 1
    while position > place.start - 1 - _LOOK_BACK and view.word(position) in closed:
        position -= 1
    return position


def _is_of_other_person(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where one person or thing is from: "the driver, a man of 38 from Doncaster"."""
    lead = place.start - 1
    if view.word(lead) not in grammar.away:
        return False
    before = view.word(lead - 1)
    if not before.isalnum() or before in grammar.closed | grammar.origin | grammar.verb_words:
        return False
    if any(t.start <= lead - 1 < t.end for t in (*view.triggers, *view.contexts)):
        return False
    beside = (meaning(s, PEOPLE) for s in view.people if s.start <= lead - 1 < s.end)
    return not any(_may_be_victims(mention) for mention in beside)


def _may_be_victims(mention: PeopleMention) -> bool:
    return mention.people_class is not PeopleClass.SUSPECT and (
        mention.plural or mention.people_class is PeopleClass.VICTIM
    )
