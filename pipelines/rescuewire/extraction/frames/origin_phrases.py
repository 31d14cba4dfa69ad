"""Words and phrases that make a country the victims' origin: "originally from Benin", "56 people from Guatemala"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import (
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    TRIGGERS,
    PeopleClass,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LOOK_BACK = 3
_ORIGIN_WORDS = 6
_NESTED = 4
_APPOSITION = 9
_COMMA = frozenset({","})
_OPEN = frozenset({",", "("})
"""Signs that open what describes people."""
_OUTSIDERS = frozenset({PeopleClass.SUSPECT, PeopleClass.AUTHORITY, PeopleClass.DEAD})


def origins_beside(view: SentenceView, people: Span, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the origins that a phrase's own sentence tells behind it: "26 men, Vietnamese and Filipinos, were …"."""
    beside = (p for p in view.places if meaning(p, PLACES).kind in NAMES_PEOPLE and p.start >= people.end)
    theirs = (p for p in beside if not is_of_vessel(view, p, grammar))
    codes = (meaning(p, PLACES).codes for p in theirs if in_apposition(view, people.end, p.start, grammar))
    return tuple(dict.fromkeys(code for told in codes for code in told))


def origins_behind(view: SentenceView, people: Span, grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the countries right behind people and "from", with those listed: "22 men from Laos and Nepal"."""
    codes: list[str] = []
    leads = grammar.away | grammar.origin
    closed = leads | grammar.source | grammar.definite | grammar.areas | grammar.compass
    here, is_led = people.end, False
    for place in (p for p in view.places if p.start >= people.end):
        words = view.words_within(here, place.start)
        known = closed | grammar.lists if is_led else closed
        is_led = is_led or not leads.isdisjoint(words)
        if not is_led or len(words) > _NESTED or not known.issuperset(words):
            break
        codes.extend(meaning(place, PLACES).codes)
        here = place.end
    return tuple(dict.fromkeys(codes))


def is_of_vessel(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an adjective says whose a vessel is: "Greek tanker", "Liberian-flagged", « pavillon panaméen »."""
    whose = grammar.vehicles | grammar.flags
    behind = place.end + 1 if view.word(place.end) == "-" else place.end
    if not grammar.adjectives_follow and view.word(behind) in whose:
        return True
    return view.word(place.start - 1) in (whose if grammar.adjectives_follow else grammar.flags)


def in_apposition(view: SentenceView, start: int, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether what stands at `position` goes on describing the Patient, which ends at `start`."""
    if not 0 < position - start <= _APPOSITION or not view.tells(_OPEN, start, position):
        return False
    organs = {i for agent in view.agents for i in range(agent.start, agent.end)}
    return _describe([view.word(i) for i in range(start, position) if i not in organs], grammar)


def in_apposition_past_harm(view: SentenceView, start: int, position: int, grammar: ClosedClasses) -> bool:
    """Tell the same where what happened to them stands between: « 130 mujeres en situación de trata, cubanas »."""
    if position - start > _APPOSITION or not view.words_for_harm or not view.tells(_OPEN, start, position):
        return False
    told = {i for context in view.words_for_harm for i in range(context.start, context.end)}
    between = [s for s in view.people if start <= s.start < position]
    if any(meaning(s, PEOPLE).people_class in _OUTSIDERS for s in between):
        return False
    return _describe([view.word(i) for i in range(start, position) if i not in told], grammar)


def _describe(words: Sequence[str], grammar: ClosedClasses) -> bool:
    if _OPEN.isdisjoint(words):
        return False
    return all(stops.isdisjoint(words) for stops in (grammar.verb_words, grammar.relative, CLAUSE_BREAKS))


def words_tell_origin(view: SentenceView, place: Span, lead: str, grammar: ClosedClasses) -> bool:
    """Tell whether words of origin stand before a place: « originaires du Bénin », "most of them from Slovakia"."""
    if lead in grammar.origin or were_hired_at(view, place, grammar):
        return True
    if lead not in grammar.from_or_of:
        return False
    if _is_counted_part(view, place, grammar):
        return True
    closed = grammar.leads | grammar.pronouns | grammar.adverbs | grammar.conjunctions
    closed |= grammar.areas | grammar.compass
    people = {i for s in view.people for i in range(s.start, s.end)}
    for position in range(place.start - 1, place.start - 1 - _ORIGIN_WORDS, -1):
        if view.word(position) in grammar.origin or _opens_part(view, position, lead, grammar):
            return True
        if view.word(position) not in closed and position not in people:
            return False
    return False


def _opens_part(view: SentenceView, position: int, lead: str, grammar: ClosedClasses) -> bool:
    """Tell whether all or many of them stand behind a comma before an "of" like "from": « todas de Malí »."""
    is_led = lead in grammar.of & grammar.source and view.word(position) in grammar.quantity
    return is_led and "," in (view.word(position - 1), view.word(position - 2))


def were_hired_at(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether people were born or hired at a place, which makes it their home where no other is told."""
    if not view.tells(grammar.native, place.start - _LOOK_BACK, place.start):
        return False
    before = view.words_within(place.start - _LOOK_BACK, place.start)
    return any(one in grammar.native and two in grammar.at for one, two in pairwise(before))


def were_brought_from(view: SentenceView, place: Span, trigger: Span, lead: str, grammar: ClosedClasses) -> bool:
    """Tell whether a place is where the victims had been brought from: "trafficked from Benin", « amenés de Guinée ».

    It does not count where the act itself brings them: "brought from Baghouz".
    """
    if lead not in grammar.from_or_of or not (view.has(grammar.carried) or view.has(grammar.border)):
        return False
    closed = grammar.leads | grammar.areas | grammar.compass | grammar.border
    position = place.start - 1
    while position > place.start - 1 - _ORIGIN_WORDS and view.word(position) in closed:
        position -= 1
    if trigger.start <= position < trigger.end:
        return False
    across = view.tells(grammar.border, position + 1, place.start)
    return view.word(position) in grammar.carried or (across and view.word(position) in grammar.participles)


def _is_counted_part(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a figure alone stands before "from" and a country: "seven from Myanmar and the rest from Laos"."""
    start = view.back_over(grammar.definite | grammar.from_or_of, place.start - 1)
    return view.word(start) in grammar.rest or any(count.end == start + 1 for count in view.counts)


def read_lead(view: SentenceView, place: Span, grammar: ClosedClasses) -> str:
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
    is_goal = word in grammar.goals
    if before in grammar.via and not is_goal:
        return before
    if (before in grammar.origin and word in grammar.from_or_of) or (before in grammar.at and is_goal):
        return before
    if word in grammar.stays:
        behind = [view.word(i) for i in range(position - _NESTED, position)]
        return next((w for w in reversed(behind) if w in grammar.away), word)
    return word


def names_origin(
    view: SentenceView, place: Span, trigger: Span, lead: str, patients: Sequence[Span], grammar: ClosedClasses
) -> bool:
    """Tell whether a country stands right behind the victims: "56 people from Guatemala".

    A town does so before the verb ("a housemaid from Kenema fled"); behind it only where another place tells where
    they were ("freed girls from Yangon held in a parlour in Ipoh", but "freed 12 girls from Sambisa"). What may lead to
    where they were leads to no origin: "freed 21 sailors off Benin".
    """
    leads = grammar.from_or_of - (grammar.at - grammar.of)
    if lead not in leads or not any(0 < place.start - span.end <= _NESTED for span in patients):
        return False
    is_country = meaning(place, PLACES).kind is PlaceKind.COUNTRY
    before = place.start < meaning(trigger, TRIGGERS).head and lead in grammar.source
    if not is_country and not before:
        patients = [span for span in patients if _is_described(span)]
        if not _is_told_elsewhere(view, place, grammar):
            return False
    near = [span for span in patients if 0 < place.start - span.end <= _NESTED]
    if not near or any((mention := meaning(span, PEOPLE)) is not None and mention.origin for span in patients):
        return False
    closed = grammar.leads | grammar.origin | grammar.compass | grammar.areas | {","}
    return any(closed.issuperset(view.words_within(span.end, place.start)) for span in near if span.end >= view.start)


def _is_described(people: Span) -> bool:
    """Tell whether a phrase is more than a pronoun, which no town describes: "brought them out of Baghouz"."""
    mention = meaning(people, PEOPLE)
    return mention is not None and mention.people_class is not PeopleClass.PRONOUN


def _is_told_elsewhere(view: SentenceView, town: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence names another place than a town for where they were held, before or behind it."""
    names = (p for p in view.places if meaning(p, PLACES).kind not in NAMES_PEOPLE and p.start >= view.dateline_end)
    at = grammar.at - grammar.of
    return any(
        read_lead(view, p, grammar) in at if p.end <= town.start else _are_held_between(view, town.end, p.start)
        for p in names
        if p is not town
    )


def _are_held_between(view: SentenceView, start: int, end: int) -> bool:
    return any(start <= context.start < end for context in view.words_for_harm)


def is_part_of_them(view: SentenceView, place: Span, patients: Sequence[Span], grammar: ClosedClasses) -> bool:
    """Tell whether a figure of the victims stands before: "six of them Hondurans", « dont deux Haïtiens »."""
    named = [
        s for s in view.people if s.end <= place.start and meaning(s, PEOPLE).people_class is not PeopleClass.PRONOUN
    ]
    pronouns = grammar.plural | grammar.plural_object
    before = range(place.start - _LOOK_BACK, place.start)
    of = next((i - 1 for i in before if view.word(i) in pronouns and _parts(view.word(i - 1), grammar)), None)
    if of is None or not named:
        return False
    if named[-1] in patients:
        return True
    is_by = view.word(named[-1].start - 1) in grammar.by
    return is_by and _is_figure_behind_comma(view, of) and any(s in patients for s in named)


def _parts(word: str, grammar: ClosedClasses) -> bool:
    return word in grammar.from_or_of


def _is_figure_behind_comma(view: SentenceView, end: int) -> bool:
    """Tell whether a figure alone stands between a comma and `end`: « liberadas por sus amos, cuatro de ellas »."""
    return any(count.end == end and view.word(count.start - 1) == "," for count in view.counts)
