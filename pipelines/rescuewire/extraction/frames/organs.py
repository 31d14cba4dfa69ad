"""Whose organ acts: the country told beside it, and the states that act together."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.frames.datelines import in_dateline
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    AgentKind,
    AgentMention,
    PeopleClass,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_MODIFIERS = 4
_MOST_BETWEEN = 2
_INSIDE_PHRASES = frozenset({"", "'s", "-", "'"})
_COMMA = frozenset({","})
_TOGETHER = 7
_LONGEST_LIST = 3


def codes_of(view: SentenceView, organ: Span, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the country of a state's organ: its name's own, else what is told beside it."""
    mention: AgentMention = meaning(organ, AGENTS)
    if mention.kind is not AgentKind.STATE:
        return mention.codes
    return mention.codes or country_of(view, organ, grammar)


def country_of(view: SentenceView, agent: Span, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the country told beside an organ: "Thai police", « la police thaïlandaise », "police of Niger"."""
    for place in (p for p in view.places if not in_dateline(view, p)):
        kind = meaning(place, PLACES).kind
        if is_beside(view, agent, place, grammar) and (kind is not PlaceKind.PLACE or place.start >= agent.start):
            names = joined_names(view, place, grammar)
            return tuple(dict.fromkeys(code for name in names for code in meaning(name, PLACES).codes))
    return ()


def joined_names(view: SentenceView, place: Span, grammar: ClosedClasses) -> list[Span]:
    """Return a word for a country with those of its kind joined to it: « congolaise et ougandaise », "Chad and Niger".

    A word that heads a phrase for people is joined to none: "by Malians and Nigerien soldiers".
    """
    kinds = NAMES_PEOPLE if meaning(place, PLACES).kind in NAMES_PEOPLE else {PlaceKind.COUNTRY}
    alike = [
        p for p in view.places if meaning(p, PLACES).kind in kinds and (p is place or not _is_people(view, p, grammar))
    ]
    if place not in alike:
        return [place]
    first = last = alike.index(place)
    while first > 0 and _joins(view, alike[first - 1], alike[first], grammar):
        first -= 1
    while last + 1 < len(alike) and _joins(view, alike[last], alike[last + 1], grammar):
        last += 1
    return alike[first : last + 1]


def _is_people(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a word for a country names people: a bare demonym may be an adjective of the organ as well."""
    headed = [s for s in view.people if place.start <= meaning(s, PEOPLE).head < place.end]
    return any(len(s) > len(place) or (meaning(s, PEOPLE).plural and not grammar.adjectives_follow) for s in headed)


def _joins(view: SentenceView, one: Span, other: Span, grammar: ClosedClasses) -> bool:
    words = view.words_within(one.end, other.start)
    if not 0 < len(words) <= _LONGEST_LIST:
        return False
    joins = grammar.lists
    return not joins.isdisjoint(words) and (joins | grammar.definite | grammar.of).issuperset(words)


def is_beside(view: SentenceView, agent: Span, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place is part of the phrase that names an agent: "Thai police", "the police of Niger"."""
    if agent.start <= place.start < agent.end:
        return True
    if place.end <= agent.start:
        return agent.start - place.end <= _MODIFIERS and not _separated(view, place.end, agent.start, grammar)
    if place.start <= agent.end:
        return True
    if place.start - agent.end > _MOST_BETWEEN:
        return False
    between = view.words_within(agent.end, place.start)
    others = (s for s in view.people if meaning(s, PEOPLE).people_class is not PeopleClass.AUTHORITY)
    if any(span.start <= place.start < span.end for span in others):
        return False
    kind = meaning(place, PLACES).kind
    if kind is PlaceKind.PLACE and len(between) == 1 and between[0] in grammar.source - grammar.of - grammar.at:
        return meaning(agent, AGENTS).kind is AgentKind.STATE
    if kind in {PlaceKind.COUNTRY, PlaceKind.PLACE}:
        comes_from = kind is PlaceKind.COUNTRY and meaning(agent, AGENTS).kind is not AgentKind.CAPTOR
        leads = grammar.from_or_of if comes_from else grammar.of
        return not leads.isdisjoint(between)
    return len(between) <= 1 and not _separated(view, agent.end, place.start, grammar)


def _separated(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether words that no phrase runs across stand between two tokens."""
    stops = grammar.conjunctions | grammar.prepositions | grammar.never_inside
    words = view.words_within(start, end)
    return any(word not in _INSIDE_PHRASES and (word in stops or not word[:1].isalnum()) for word in words)


def act_together(view: SentenceView, one: Span, other: Span, grammar: ClosedClasses) -> bool:
    """Tell whether two organs act together: "Thai police and Lao officers", « avec le concours de la police »."""
    return _are_joined(view, one, other, grammar) or lends_help(view, other, grammar)


def _are_joined(view: SentenceView, one: Span, other: Span, grammar: ClosedClasses) -> bool:
    """Tell whether nothing but conjunctions, determiners and countries stands between two organs."""
    between = range(min(one.end, other.end), max(one.start, other.start))
    words = [view.word(i) for i in between if i not in view.named]
    joins = grammar.joins
    closed = grammar.conjunctions | grammar.determiners | grammar.of
    return not joins.isdisjoint(words) and closed.issuperset(words)


def opens_longer_phrase(view: SentenceView, place: Span) -> bool:
    """Tell whether a country is only part of the name of who acts: "by Kenya police", "by China's navy"."""
    if view.word(place.end) in {"'s", "’s", "-"}:
        return True
    return any(s.start <= place.start < s.end or s.start == place.end for s in (*view.agents, *view.people))


def is_of_asker(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an organ or a country only asked for an act: "at the request of the Ugandan consul"."""
    if not view.has(grammar.asking):
        return False
    closed = grammar.leads
    position = span.start - 1
    while position in view.named or view.word(position) in closed:
        position -= 1
    return position < span.start - 1 and view.word(position) in grammar.asking


def lends_help(view: SentenceView, organ: Span, grammar: ClosedClasses) -> bool:
    """Tell whether words of joint action lead to an organ: "together with the Thai army", "with the help of"."""
    if not view.has(grammar.together):
        return False
    closed = grammar.leads
    for position in range(organ.start - 1, max(view.start, organ.start - _TOGETHER) - 1, -1):
        if view.word(position) in grammar.together:
            return True
        if position not in view.named and view.word(position) not in closed:
            return False
    return False
