"""Countries by role: whose citizens the victims are, where they were held, where they went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import Enum

from spacy.tokens import Span

from rescuewire.extraction.frames.frame import Actor, CountryRoles
from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.mentions.kinds import CONTEXTS, PEOPLE, PLACES, TRIGGERS, PlaceKind
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView, meaning
from rescuewire_schemas.rescue_event import EventType

_LOOK_BACK = 3
_ORIGIN_WORDS = 6
_NESTED = 4
_APPOSITION = 9
_DATELINE_TOKENS = 16
_DATELINE_ENDS = frozenset({"-", "–", "—", ":"})


class _Role(str, Enum):
    ORIGIN = "origin"
    PLACE = "place"
    TRANSIT = "transit"
    RETURN_TO = "return_to"
    NONE = "none"


def assign_countries(
    view: SentenceView,
    trigger: Span,
    event_type: EventType,
    patients: Sequence[Span],
    actor: Actor,
    grammar: ClosedClasses,
) -> CountryRoles:
    """Give each country of the sentence its role for the act of `trigger`."""
    codes: dict[_Role, list[str]] = defaultdict(list)
    patients = [*patients, *_parts(view, trigger, patients, grammar)]
    for span in patients:
        mention = meaning(span, PEOPLE)
        codes[_Role.ORIGIN].extend(mention.origin if mention is not None else ())
    role, previous = _Role.NONE, None
    for place in view.places:
        if not _continues(view, previous, place, grammar):
            role = _role(view, place, trigger, patients, grammar)
        if _is_free(view, place, trigger, role, patients, actor):
            codes[_settle(role, event_type)].extend(meaning(place, PLACES).codes)
        previous = place
    return CountryRoles(*(tuple(dict.fromkeys(codes[r])) for r in list(_Role)[:4]))


def _is_free(
    view: SentenceView, place: Span, trigger: Span, role: _Role, patients: Sequence[Span], actor: Actor
) -> bool:
    """Tell whether a place can be the act's: no part of another phrase, of the dateline, of another clause."""
    if _belongs_elsewhere(view, place, patients, actor) or in_dateline(view, place):
        return False
    if role is _Role.ORIGIN:
        return True
    head = meaning(trigger, TRIGGERS).head
    between = range(min(place.start, head), max(place.start, head))
    return not any(view.word(i) in CLAUSE_BREAKS for i in between)


def _parts(view: SentenceView, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses) -> list[Span]:
    """Return the phrases that tell parts of the Patient: behind "including" or a colon, each of a country.

    What is opened before the verb ends there: "61 people, including a child, were rescued by Tunisian divers".
    """
    start = max((span.end for span in patients if span.start >= view.start), default=view.end)
    opened = next((i for i in range(start, view.end) if view.word(i) in grammar.including | {":"}), view.end)
    closed = trigger.start if opened < trigger.start else view.end
    people = [s for s in view.people if opened <= s.start < closed or _in_apposition(view, start, s.start, grammar)]
    return [s for s in people if meaning(s, PEOPLE).origin and meaning(s, PEOPLE).people_class in CAN_COME_OUT]


def _in_apposition(view: SentenceView, start: int, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether what stands at `position` goes on describing the Patient, which ends at `start`."""
    words = [view.word(i) for i in range(start, position)]
    if not words or len(words) > _APPOSITION or "," not in words:
        return False
    return not any(word in grammar.verb_words or word in grammar.relative or word in CLAUSE_BREAKS for word in words)


def _continues(view: SentenceView, previous: Span | None, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether `place` goes on a list of places: "Guatemala, Honduras and Mexico"."""
    if previous is None or meaning(previous, PLACES).kind is PlaceKind.ADJECTIVE:
        return False
    between = [view.word(i) for i in range(previous.end, place.start)]
    joins = {","} | grammar.conjunctions
    fillers = grammar.definite | grammar.of | grammar.at
    return (
        bool(between)
        and len(between) <= _LOOK_BACK
        and any(w in joins for w in between)
        and all(w in joins or w in fillers for w in between)
    )


def _settle(role: _Role, event_type: EventType) -> _Role:
    if role is _Role.RETURN_TO and event_type is not EventType.REPATRIATION:
        return _Role.NONE
    return role


def _role(view: SentenceView, place: Span, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses) -> _Role:
    kind = meaning(place, PLACES).kind
    if any(span.start <= place.start < span.end for span in patients):
        return _Role.ORIGIN
    if kind is PlaceKind.ADJECTIVE or kind is PlaceKind.DEMONYM:
        return _role_of_adjective(view, place, patients, grammar)
    lead, head = _lead(view, place, grammar), meaning(trigger, TRIGGERS).head
    if _origin_told(view, place, lead, grammar) or _names_origin(view, place, lead, patients, grammar):
        return _Role.ORIGIN
    if lead in grammar.via:
        return _Role.TRANSIT
    arrives = lead in grammar.towards | grammar.at and place.start > head
    if arrives and _moves_home(trigger) and lead not in grammar.source:
        return _Role.RETURN_TO
    return _Role.RETURN_TO if lead in grammar.towards and lead not in grammar.at | grammar.source else _Role.PLACE


def _moves_home(trigger: Span) -> bool:
    return meaning(trigger, TRIGGERS).event_type is EventType.REPATRIATION


def _origin_told(view: SentenceView, place: Span, lead: str, grammar: ClosedClasses) -> bool:
    """Tell whether words of origin stand before a place: « originaires du Bénin », "most of them from Slovakia"."""
    if lead in grammar.origin:
        return True
    if lead not in grammar.source | grammar.of:
        return False
    closed = grammar.prepositions | grammar.determiners | grammar.pronouns | grammar.adverbs | grammar.conjunctions
    for position in range(place.start - 1, place.start - 1 - _ORIGIN_WORDS, -1):
        if view.word(position) in grammar.origin:
            return True
        if view.word(position) not in closed:
            return False
    return False


def _lead(view: SentenceView, place: Span, grammar: ClosedClasses) -> str:
    """Return the word that governs a place: its preposition, or a word of origin before that."""
    for position in range(place.start - 1, place.start - 1 - _LOOK_BACK, -1):
        word = view.word(position)
        if word in grammar.prepositions:
            return _governor(view, position, grammar)
        if word in grammar.origin:
            return word
    return ""


def _governor(view: SentenceView, position: int, grammar: ClosedClasses) -> str:
    """Return the preposition at `position`, or what it belongs to: "by way of", "from a camp in", "citizens of"."""
    word, before = view.word(position), view.word(position - 1)
    if before in grammar.via or (before in grammar.origin and word in grammar.source | grammar.of):
        return before
    if word in grammar.at - grammar.towards:
        behind = [view.word(i) for i in range(position - _NESTED, position)]
        return next((w for w in reversed(behind) if w in grammar.source - grammar.of), word)
    return word


def _names_origin(view: SentenceView, place: Span, lead: str, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether a country stands right behind the victims: "56 people from Guatemala"."""
    if meaning(place, PLACES).kind is not PlaceKind.COUNTRY or lead not in grammar.source | grammar.of:
        return False
    if any((mention := meaning(span, PEOPLE)) is not None and mention.origin for span in patients):
        return False
    near = [span for span in patients if 0 < place.start - span.end <= _LOOK_BACK]
    closed = grammar.prepositions | grammar.determiners | grammar.origin | {","}
    return any(all(view.word(i) in closed for i in range(span.end, place.start)) for span in near)


def _role_of_adjective(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> _Role:
    before = [span for span in patients if span.end <= place.start and span.start >= view.start]
    if any(place.start - s.end <= _LOOK_BACK or _in_apposition(view, s.end, place.start, grammar) for s in before):
        return _Role.ORIGIN
    beside = range(place.start - 2, place.end + 2)
    states = (c for c in view.contexts if meaning(c, CONTEXTS).harm is not None)
    held = any(c.start in beside or c.end - 1 in beside for c in states)
    return _Role.PLACE if held and meaning(place, PLACES).kind is PlaceKind.ADJECTIVE else _Role.NONE


def _belongs_elsewhere(view: SentenceView, place: Span, patients: Sequence[Span], actor: Actor) -> bool:
    """Tell whether a country is part of another phrase: the actor's, or people who do not come out."""
    if _names_actor(place, actor):
        return True
    others = (s for s in view.people if s not in patients)
    return any(s.start <= place.start < s.end for s in others)


def _names_actor(place: Span, actor: Actor) -> bool:
    mention = meaning(place, PLACES)
    if actor.span is None or mention.kind is PlaceKind.PLACE or not set(mention.codes) <= set(actor.codes):
        return False
    return abs(place.start - actor.span.start) <= _LOOK_BACK + len(actor.span)


def in_dateline(view: SentenceView, place: Span) -> bool:
    """Tell whether a place opens a report: "MAE SOT, Thailand, Feb 20 (Agency) - An ethnic militia …"."""
    first = view.start
    if place.start - first > _DATELINE_TOKENS - 4 or not view.doc[first].text[0].isupper():
        return False
    for position in range(place.end, min(first + _DATELINE_TOKENS, view.end)):
        if view.word(position) in _DATELINE_ENDS and not _joins_words(view, position):
            return not view.in_title and not any(t.start < position for t in view.triggers)
    return False


def _joins_words(view: SentenceView, position: int) -> bool:
    """Tell whether a hyphen stands within a word: "forty-six"."""
    doc = view.doc
    return doc[position].text == "-" and not doc[position].whitespace_ and not doc[position - 1].whitespace_


def dateline_codes(views: Iterable[SentenceView]) -> tuple[str, ...]:
    """Return the countries of the report's dateline, from the first sentences of the body."""
    for view in views:
        found = [code for p in view.places if in_dateline(view, p) for code in meaning(p, PLACES).codes]
        if found:
            return tuple(dict.fromkeys(found))
    return ()
