"""Countries by role: whose citizens the victims are, where they were held, where they went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum

from spacy.tokens import Span

from rescuewire.extraction.frames.arrivals import is_where_they_arrived
from rescuewire.extraction.frames.loose_places import is_of_capture, is_told_loosely
from rescuewire.extraction.frames.named_among_them import named_among
from rescuewire.extraction.frames.origin_phrases import (
    in_apposition,
    in_apposition_past_harm,
    is_of_vessel,
    is_part_of_them,
    names_origin,
    read_lead,
    were_brought_from,
    were_hired_at,
    words_tell_origin,
)
from rescuewire.extraction.frames.passing_places import is_destination
from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.frames.roles import Actor, CountryRoles
from rescuewire.extraction.frames.unrelated_countries import belongs_elsewhere, is_unrelated
from rescuewire.extraction.frames.whereabouts import is_where_they_are_now
from rescuewire.extraction.mentions.kinds import NAMES_PEOPLE, PEOPLE, PLACES, TRIGGERS, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire_schemas.rescue_event import EventType

_LOOK_BACK = 3
_SIGNS = frozenset({",", "("})


class _Role(str, Enum):
    ORIGIN = "origin"
    PLACE = "place"
    TRANSIT = "transit"
    RETURN_TO = "return_to"
    LOOSE = "loose"
    CAPTURE = "capture"
    LEFT = "left"
    NONE = "none"


_TOLD = (_Role.ORIGIN, _Role.PLACE, _Role.TRANSIT, _Role.RETURN_TO, _Role.LOOSE)


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
    here = [span for span in patients if span.start >= view.start]
    named = [some for span in here for some in named_among(view, trigger, span, grammar)]
    end = _end_of_act(view, trigger, grammar)
    parts = (span for span in _parts(view, trigger, patients, grammar) if span.start < end)
    patients = [*patients, *parts, *named]
    for span in patients:
        mention = meaning(span, PEOPLE)
        codes[_Role.ORIGIN].extend(mention.origin if mention is not None else ())
    role, previous = _Role.NONE, None
    for place in (p for p in view.places if p.start < end):
        goes_on = _continues(view, previous, place, grammar)
        if not goes_on and not _tells_where(view, previous, place, grammar):
            role = _role(view, place, trigger, patients, grammar)
        is_related = role is _Role.ORIGIN or not _is_cut_off(view, place, trigger)
        lists_origin = goes_on and role is _Role.ORIGIN and _is_bare_demonym(view, place)
        if is_related and (lists_origin or not belongs_elsewhere(view, place, patients, actor, grammar)):
            told = role is _Role.PLACE and is_of_capture(view, place, trigger, grammar)
            settled = _Role.CAPTURE if told else _settle(role, event_type)
            codes[settled].extend(_on_actors_side(meaning(place, PLACES).codes, actor))
        previous = place
    codes[_Role.LOOSE if codes[_Role.PLACE] else _Role.PLACE].extend(codes.pop(_Role.CAPTURE, ()))
    codes[_Role.TRANSIT if _were_held_elsewhere(codes) else _Role.PLACE].extend(codes.pop(_Role.LEFT, ()))
    return CountryRoles(*[tuple(dict.fromkeys(codes[role])) for role in _TOLD])


def _were_held_elsewhere(codes: dict[_Role, list[str]]) -> bool:
    """Tell whether a way home only began where it did: "flew home from Mae Sot men held in Myawaddy"."""
    return any(code not in codes[_Role.LEFT] for code in codes[_Role.PLACE])


def _end_of_act(view: SentenceView, trigger: Span, grammar: ClosedClasses) -> int:
    """Return where a sentence goes on with something else: « …, mais en 2014 un Américain a été tué au Yémen »."""
    head = meaning(trigger, TRIGGERS).head
    contrasts = (i for i in view.positions(grammar.contrast) if i > head and view.word(i - 1) == ",")
    return next(contrasts, view.end)


def _is_bare_demonym(view: SentenceView, place: Span) -> bool:
    """Tell whether a demonym by itself is read as people: « éthiopiennes et sri-lankaises »."""
    return any(s.start == place.start and s.end == place.end for s in view.people)


def _on_actors_side(codes: tuple[str, ...], actor: Actor) -> tuple[str, ...]:
    """Return the countries of a place; of one that lies in several only those of the state that acts there."""
    own = tuple(code for code in codes if code in actor.codes)
    return own if actor.is_state and own else codes


def _parts(view: SentenceView, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses) -> list[Span]:
    """Return the phrases that tell parts of the Patient: behind "including" or a colon, each of a country.

    What is opened before the verb ends there: "61 people, including a child, were rescued by Tunisian divers".
    """
    start = max((span.end for span in patients if span.start >= view.start), default=view.end)
    openers = (i for i in view.positions(grammar.part_openers) if i >= start)
    opened = next((i for i in openers if _opens_parts(view, i, grammar)), view.end)
    closed = trigger.start if opened < trigger.start else view.end
    people = [s for s in view.people if opened <= s.start < closed]
    people += [s for s in _appositions(view, start, grammar) if s not in people]
    return [s for s in people if meaning(s, PEOPLE).origin and meaning(s, PEOPLE).people_class in CAN_COME_OUT]


def _appositions(view: SentenceView, start: int, grammar: ClosedClasses) -> Iterator[Span]:
    """Yield the phrases in apposition to what ends at `start`, those joined to one of them too."""
    here = start
    for span in (s for s in view.people if s.start >= start):
        goes_on = start < here < span.start and grammar.lists.issuperset(view.words_within(here, span.start))
        is_beside = in_apposition(view, start, span.start, grammar)
        if goes_on or is_beside or in_apposition_past_harm(view, start, span.start, grammar):
            here = span.end
            yield span


def _opens_parts(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether parts follow: "including", a colon, a pronoun after a comma (", among them 12 Nepalis")."""
    word = view.word(position)
    if word == ":" or word in grammar.including or view.pair(position - 1) in grammar.including:
        return True
    if view.word(position - 2) != "," or view.word(position - 1) not in grammar.prepositions:
        return False
    return word in (grammar.plural | grammar.plural_object) - grammar.determiners


def _continues(view: SentenceView, previous: Span | None, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether `place` goes on a list of places: "Guatemala, Honduras and Mexico"."""
    if previous is None or not 0 < place.start - previous.end <= _LOOK_BACK or not _is_alike(previous, place):
        return False
    joins, between = grammar.lists, view.words_within(previous.end, place.start)
    known = joins | grammar.definite | grammar.of | grammar.at
    return not joins.isdisjoint(between) and known.issuperset(between)


def _tells_where(view: SentenceView, previous: Span | None, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a place only says where the one before lies: « de Tamatave, à Madagascar », "Yangon, Myanmar"."""
    if previous is None or not 0 < place.start - previous.end <= _LOOK_BACK:
        return False
    if meaning(previous, PLACES).kind is not PlaceKind.PLACE:
        return False
    mention = meaning(place, PLACES)
    if mention.kind in NAMES_PEOPLE or mention.codes != meaning(previous, PLACES).codes:
        return False
    between = view.words_within(previous.end, place.start)
    leads = grammar.at | _SIGNS
    closed = leads | grammar.definite | grammar.areas
    return not leads.isdisjoint(between) and closed.issuperset(between)


def _is_alike(previous: Span, place: Span) -> bool:
    """Tell whether two words for countries can stand in one list: an adjective with adjectives only."""
    is_adjective = meaning(previous, PLACES).kind is PlaceKind.ADJECTIVE
    return not is_adjective or meaning(place, PLACES).kind in NAMES_PEOPLE


def _settle(role: _Role, event_type: EventType) -> _Role:
    if role is _Role.RETURN_TO and event_type is not EventType.REPATRIATION:
        return _Role.NONE
    return role


def _role(view: SentenceView, place: Span, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses) -> _Role:
    if any(span.start <= place.start < span.end for span in patients):
        return _Role.ORIGIN
    if meaning(place, PLACES).kind in NAMES_PEOPLE:
        return _role_of_adjective(view, place, trigger, patients, grammar)
    if is_unrelated(view, place, trigger, patients, grammar) or is_where_they_are_now(view, place, trigger, grammar):
        return _Role.NONE
    lead = read_lead(view, place, grammar)
    if is_told_loosely(view, place, grammar):
        return _Role.LOOSE
    if were_hired_at(view, place, grammar) and _have_origin(patients):
        return _Role.NONE
    if _moves_home(trigger) and (lead in grammar.coming or _is_left(place, trigger, lead, grammar)):
        return _Role.LEFT if _is_led_away(view, place, grammar) else _Role.PLACE
    if _tells_origin(view, place, trigger, lead, patients, grammar):
        return _Role.ORIGIN
    return _role_by_lead(view, place, trigger, lead, grammar)


def _tells_origin(
    view: SentenceView, place: Span, trigger: Span, lead: str, patients: Sequence[Span], grammar: ClosedClasses
) -> bool:
    """Tell whether a name says where the victims are from, by words of origin, a way told, or its place behind them."""
    if words_tell_origin(view, place, lead, grammar):
        return not _describes_rescuers(view, place, trigger, patients, grammar)
    if names_origin(view, place, trigger, lead, patients, grammar):
        return True
    were_brought = were_brought_from(view, place, trigger, lead, grammar)
    return were_brought and not _have_origin(patients) and not _moves_home(trigger)


def _have_origin(patients: Sequence[Span]) -> bool:
    """Tell whether the phrases for the victims name their country: "four Moroccans hired in Turkey"."""
    return any((mention := meaning(span, PEOPLE)) is not None and mention.origin for span in patients)


def _describes_rescuers(
    view: SentenceView, place: Span, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses
) -> bool:
    """Tell whether a word of origin before the verb is for those who act: « vecinos de Khulna salvaron a dos »."""
    head = meaning(trigger, TRIGGERS).head
    own = [span for span in patients if span.start >= view.start]
    if place.start > head or not own or any(span.start < head for span in own):
        return False
    before = [s for s in view.people if 0 < place.start - s.end <= _LOOK_BACK and s not in patients]
    return any(view.tells(grammar.origin, s.start, s.end) for s in before)


def _is_left(place: Span, trigger: Span, lead: str, grammar: ClosedClasses) -> bool:
    """Tell whether people are brought home from a place: "brought home 112 housemaids from Kuwait"."""
    return lead in grammar.away and place.start > meaning(trigger, TRIGGERS).head


def _is_led_away(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "from" leads to a name itself, not to what stands there: "off an aircraft in Samarkand"."""
    return view.word(view.back_over(grammar.definite - grammar.source, place.start - 1)) in grammar.source


def _role_by_lead(view: SentenceView, place: Span, trigger: Span, lead: str, grammar: ClosedClasses) -> _Role:
    """Return the role that the word before a name gives: on the way, where they go, else where they were."""
    if is_where_they_arrived(view, place, trigger, grammar):
        return _Role.RETURN_TO if _moves_home(trigger) else _Role.LOOSE
    if lead in grammar.via:
        return _Role.TRANSIT
    head = meaning(trigger, TRIGGERS).head
    if lead in grammar.towards and _were_carried(view, place, head, grammar):
        return _Role.PLACE if _moves_home(trigger) else _Role.LOOSE
    if view.word(head) in grammar.reaching and all(
        view.word(i) in grammar.closed for i in range(head + 1, place.start)
    ):
        return _Role.RETURN_TO if head < place.start else _Role.PLACE
    arrives = lead in grammar.towards | grammar.at and place.start > head and not _tells_capture(view, head, place)
    if arrives and _moves_home(trigger) and lead not in grammar.source:
        return _Role.RETURN_TO
    return _Role.RETURN_TO if lead in grammar.towards and lead not in grammar.at | grammar.source else _Role.PLACE


def _were_carried(view: SentenceView, place: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where others had taken them: "trafficked to Oman", « transportées au Liban »."""
    if not view.has(grammar.carried):
        return False
    position = place.start - 1
    while position > place.start - 1 - _LOOK_BACK and view.word(position) in grammar.prepositions | grammar.definite:
        position -= 1
    if view.word(position) not in grammar.carried or head == position:
        return False
    earlier = grammar.relative | grammar.before_then
    return place.start < head or view.tells(earlier, head + 1, position)


def _tells_capture(view: SentenceView, head: int, place: Span) -> bool:
    """Tell whether words for what the victims came out of stand before a place: "brought home women held in Beirut"."""
    return any(head < c.start < place.start for c in view.words_for_harm)


def _moves_home(trigger: Span) -> bool:
    return meaning(trigger, TRIGGERS).event_type is EventType.REPATRIATION


def _role_of_adjective(
    view: SentenceView, place: Span, trigger: Span, patients: Sequence[Span], grammar: ClosedClasses
) -> _Role:
    if is_told_loosely(view, place, grammar):
        return _Role.LOOSE
    if {view.word(place.start - 1), view.word(place.end)} & grammar.border or is_of_vessel(view, place, grammar):
        return _Role.NONE
    if _describes_them(view, place, patients, grammar):
        return _Role.ORIGIN
    return _Role.NONE if _is_bound_for(view, place, trigger, grammar) else _role_of_area(view, place, trigger, grammar)


def _describes_them(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether an adjective behind the victims says where they are from."""
    before = [span for span in patients if span.end <= place.start and span.start >= view.start]
    if any(place.start - s.end <= _LOOK_BACK or in_apposition(view, s.end, place.start, grammar) for s in before):
        return True
    if any(in_apposition_past_harm(view, s.end, place.start, grammar) for s in before):
        return True
    is_led = view.word(place.start - 1) in grammar.origin
    return bool(before) and (is_led or is_part_of_them(view, place, patients, grammar))


def _is_bound_for(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> bool:
    return not _moves_home(trigger) and is_destination(view, place, grammar)


def _role_of_area(view: SentenceView, place: Span, trigger: Span, grammar: ClosedClasses) -> _Role:
    """Return the role of an adjective of a place: "the Lebanese capital", "held in a Thai brothel"."""
    if meaning(place, PLACES).kind is PlaceKind.ADJECTIVE and is_of_area(view, place, grammar):
        leaves = view.tells(grammar.away, place.start - 2, place.start)
        lands = _moves_home(trigger) and trigger.start < place.start <= trigger.end + 1 and not leaves
        return _Role.RETURN_TO if lands else _Role.PLACE
    if _acts_on_them(view, place, grammar):
        return _Role.NONE
    beside = range(place.start - 2, place.end + 2)
    states = view.words_for_harm
    held = any(c.start in beside or c.end - 1 in beside for c in states)
    return _Role.PLACE if held and meaning(place, PLACES).kind is PlaceKind.ADJECTIVE else _Role.NONE


def _acts_on_them(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an adjective is that of a person who held or led them: « une princesse koweïtienne la retenait »."""
    behind = place.end + 1 if view.word(place.end) in grammar.relative else place.end
    return grammar.adjectives_follow and view.word(behind) in grammar.object_pronouns


def is_of_area(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an adjective makes a noun beside it a place: "the Lebanese capital", « l'Altiplano péruvien »."""
    return view.word(place.start - 1) in grammar.areas or view.word(place.end) in grammar.areas


def _is_cut_off(view: SentenceView, place: Span, trigger: Span) -> bool:
    """Tell whether a sign stands between a place and the trigger across which a sentence tells of something else."""
    if not view.has(CLAUSE_BREAKS):
        return False
    head = meaning(trigger, TRIGGERS).head
    return view.tells(CLAUSE_BREAKS, min(place.start, head), max(place.start, head))
