"""Places that an act is told at only loosely: where an embassy stands, borders, where people were taken."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Span

from rescuewire.extraction.frames.organs import is_beside
from rescuewire.extraction.mentions.kinds import AGENTS, PEOPLE, PLACES, AgentKind, PeopleClass, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_HYPHENS = frozenset({"-", "–", "/"})
_BEFORE_BOTH = 6
_FROM_CAPTURE = 24
_TO_PROSPECT = 6
_TO_PROMISE = 10
_TO_VERB = 3


def is_told_loosely(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country is the act's place only where no other is told."""
    if _is_seat(view, place, grammar) or _shares_border(view, place, grammar):
        return True
    return (
        _is_of_organ(view, place, grammar)
        or _is_where_speaker_sits(view, place, grammar)
        or _is_promised(view, place, grammar)
    )


def _is_of_organ(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a town names an organ of a state, which may act elsewhere: « la police judiciaire de Perpignan »."""
    if meaning(place, PLACES).kind is not PlaceKind.PLACE:
        return False
    organs = (a for a in view.agents if meaning(a, AGENTS).kind is AgentKind.STATE and a.end <= place.start)
    return any(is_beside(view, organ, place, grammar) for organ in organs)


def _is_where_speaker_sits(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an authority speaks from a place: "the foreign ministry in Prague said"."""
    lead = place.start - 1
    if view.word(lead) not in grammar.at:
        return False
    speakers = (s for s in view.people if meaning(s, PEOPLE).people_class is PeopleClass.AUTHORITY)
    if not any(s.end == lead for s in (*view.agents, *speakers)):
        return False
    behind = next((i for i in range(place.end, place.end + _TO_VERB) if view.word(i) not in grammar.auxiliaries), -1)
    return view.word(behind) in grammar.reporting


def _is_promised(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where work was only promised: "had been promised jobs in Italy"."""
    if not view.tells(grammar.prospects, place.start - _TO_PROSPECT, place.start):
        return False
    for position in range(place.start - 1, max(view.start, place.start - _TO_PROSPECT) - 1, -1):
        word = view.word(position)
        if word in grammar.prospects:
            return view.tells(grammar.promising, position - _TO_PROMISE, position)
        if word in grammar.verb_words or not word[:1].isalnum():
            return False
    return False


def is_of_capture(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where people were taken, not where they were held: "seized off Benin"."""
    if trigger.start <= place.start < trigger.end or not view.has(grammar.capture):
        return False
    for position in range(place.start - 1, max(view.start, place.start - _FROM_CAPTURE) - 1, -1):
        if trigger.start <= position < trigger.end:
            return False
        word = view.word(position)
        if word in grammar.capture:
            return True
        if word in grammar.verb_words or word in grammar.joins or word in grammar.relative:
            return False
    return False


def _shares_border(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a border is told by both its countries: "the Thai-Myanmar border", « frontière entre X et Y »."""
    if not view.has(grammar.border):
        return False
    if view.word(place.start) in grammar.border:
        return True
    linked = [
        (one, other)
        for one, other in pairwise(view.places)
        if place in (one, other) and other.start == one.end + 1 and view.word(one.end) in _HYPHENS
    ]
    if any({view.word(one.start - 1), view.word(other.end)} & grammar.border for one, other in linked):
        return True
    before = range(place.start - 1, max(view.start, place.start - _BEFORE_BOTH) - 1, -1)
    return any(view.word(i) in grammar.border and view.word(i + 1) in grammar.between for i in before)


def _is_seat(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where an embassy stands: "the embassy of Kenya in Bangkok", « le consulat à Djeddah »."""
    missions = [a for a in view.agents if meaning(a, AGENTS).is_mission]
    if not missions:
        return False
    closed = grammar.leads
    position = place.start - 1
    while position in view.named or view.word(position) in closed:
        position -= 1
    is_led = view.tells(grammar.at, position + 1, place.start)
    return is_led and any(a.start <= position < a.end for a in missions)
