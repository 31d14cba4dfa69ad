"""Origins told after the act: "Nine of them are Vietnamese", « Quinze viennent de Hongrie », a breakdown by nation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from spacy.tokens import Span

from rescuewire.extraction.acts.further_people import Victims, tells_of_others
from rescuewire.extraction.acts.victim_openings import (
    is_about_arrested,
    opens_with_participle,
    opens_with_same_people,
    points_back,
    presents_them,
)
from rescuewire.extraction.frames.country_roles import is_of_area
from rescuewire.extraction.frames.origin_phrases import in_apposition, origins_beside
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    COUNTS,
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    PeopleClass,
    PeopleMention,
    PlaceKind,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story

_SENTENCES_AFTER = 3
_SENTENCES_TO_SAME_PEOPLE = 8
_LOOK_BACK = 4
_OPENING = 3
_BREAK = frozenset({";"})
_MASSES = 1_000_000
_OTHERS = frozenset({PeopleClass.SUSPECT, PeopleClass.AUTHORITY, PeopleClass.DEAD})


def origins_after(
    story: Story,
    view: SentenceView,
    victims: Victims,
    others: Sequence[SentenceView],
    grammar: ClosedClasses,
) -> tuple[str, ...]:
    """Return the origins that the sentences after `view` tell of the same people, the `victims` of `view`.

    `others` are the sentences that tell other acts: what follows them is no longer about these people. Where the act
    itself tells an origin, a figure with a noun of its own opens a sentence about further people.
    """
    codes = list(_origins_behind_break(view, grammar))
    is_told = bool(victims.origin)
    if victims.patient is not None and not is_told and not codes:
        codes.extend(_origins_farther_on(story, view, victims.patient, others, grammar))
    for later in story.views[view.index + 1 : view.index + 1 + _SENTENCES_AFTER]:
        if later in others or not story.datelines.same_item(view, later):
            break
        if _tells_of_masses(later) or is_about_arrested(later, _before(story, view, later), grammar):
            continue
        if tells_of_others(later, victims, grammar):
            continue
        goes_on = _opens_with_them(story, later, grammar) or presents_them(later, later.start, grammar)
        if goes_on and not (is_told and _opens_with_others(later)):
            codes.extend(_origins_in(later, later.start, grammar))
        codes.extend(_origins_by_copula(later, grammar))
        codes.extend(_origins_in_apposition(later, grammar))
        if not codes:
            codes.extend(_names_by_origin(story, later, grammar))
    return tuple(dict.fromkeys(codes))


def _tells_of_masses(view: SentenceView) -> bool:
    """Tell whether a sentence opens with more people than any act frees: "Some eight million Indians live …"."""
    return any((meaning(s, COUNTS).best or 0) >= _MASSES for s in view.counts if s.start - view.start <= _OPENING)


def _before(story: Story, view: SentenceView, later: SentenceView) -> SentenceView | None:
    """Return the sentence before `later`, None where that tells the act itself."""
    return story.views[later.index - 1] if later.index - 1 > view.index else None


def _origins_farther_on(
    story: Story, view: SentenceView, patient: Span, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Iterator[str]:
    """Yield the origins of the first farther sentence that opens with the victims and tells theirs."""
    for later in story.views[view.index + 1 + _SENTENCES_AFTER : view.index + 1 + _SENTENCES_TO_SAME_PEOPLE]:
        if later in others or not story.datelines.same_item(view, later):
            return
        if opens_with_same_people(later, patient) and _opens_with_them(story, later, grammar):
            codes = [*_origins_in(later, later.start, grammar), *_origins_by_copula(later, grammar)]
            if codes:
                yield from codes
                return


def views_about_them(
    story: Story, view: SentenceView, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Iterator[SentenceView]:
    """Yield the sentences after `view` that open with the same people."""
    for later in story.views[view.index + 1 : view.index + 1 + _SENTENCES_AFTER]:
        if later in others or not story.datelines.same_item(view, later):
            return
        if _opens_with_them(story, later, grammar):
            yield later


def _opens_with_them(story: Story, view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence opens with the victims, whatever act before it is asked about."""
    if view.index not in story.about_victims:
        story.about_victims[view.index] = _is_about_them(view, view.start, grammar)
    return story.about_victims[view.index]


def _opens_with_others(view: SentenceView) -> bool:
    """Tell whether a sentence opens with counted people who are pointed back to by nothing: "Two Ugandan drivers"."""
    for span in view.people:
        mention: PeopleMention = meaning(span, PEOPLE)
        if span.start == view.start and mention.count is not None and mention.origin and not mention.definite:
            return mention.head > span.start + 1
    return False


def _names_by_origin(story: Story, view: SentenceView, grammar: ClosedClasses) -> Iterator[str]:
    """Yield the origins by which the victims are then called: "… before they could get the Bulgarians out"."""
    if view.has(grammar.arrest):
        return
    for people in view.people:
        mention: PeopleMention = meaning(people, PEOPLE)
        names = (p for p in view.places if p.start <= mention.head < p.end and meaning(p, PLACES).kind in NAMES_PEOPLE)
        if points_back(view, people, grammar) and any(names) and not _is_told_of_others(story, mention.origin):
            yield from mention.origin


def _is_told_of_others(story: Story, origin: tuple[str, ...]) -> bool:
    """Tell whether the article says of suspects, captors or officials that they are of these countries."""
    people = (meaning(s, PEOPLE) for view in story.views for s in view.people)
    others = {code for mention in people if mention.people_class in _OTHERS for code in mention.origin}
    agents = {code for view in story.views for s in view.agents for code in meaning(s, AGENTS).codes}
    return not (others | agents).isdisjoint(origin)


def _origins_behind_break(view: SentenceView, grammar: ClosedClasses) -> Iterator[str]:
    """Yield the origins in what follows a semicolon: "…; nine of them are Vietnamese"."""
    start = next(iter(view.positions(_BREAK)), view.end) + 1
    if start < view.end and _is_about_them(view, start, grammar):
        yield from _origins_in(view, start, grammar)


def _is_about_them(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a clause opens with the victims: a pronoun, "the women", a figure of them; not with suspects."""
    opening = range(start, start + _OPENING + 1)
    words = view.words_within(start, view.end)
    if view.has(grammar.arrest) and not grammar.arrest.isdisjoint(words):
        return False
    if any(meaning(s, PEOPLE).people_class in _OTHERS for s in view.people if s.start in opening):
        return False
    if opens_with_participle(view, start, grammar):
        return True
    if view.word(start) in grammar.plural and view.word(start + 1) in grammar.plural_verbs:
        return True
    if _opens_with_rest(view, start, grammar):
        return True
    if _opens_with_one(view, start):
        return False
    people = any(s.start in opening and points_back(view, s, grammar) for s in view.people)
    figures = any(s.start in opening and meaning(s, COUNTS).best != 1 for s in view.counts)
    leads_on = grammar.including | grammar.origin
    if people or figures or not leads_on.isdisjoint(words):
        return True
    return not leads_on.isdisjoint(map(" ".join, pairwise([*words, ""])))


def _opens_with_rest(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a clause opens with some of them by no figure: "The rest are from", « Beaucoup arrivaient du »."""
    one, two = view.word(start), view.word(start + 1)
    if one in grammar.definite and two in grammar.rest:
        return view.word(start + 2) in grammar.passive or view.word(start + 2) in grammar.hailing
    return two in grammar.hailing and (one in grammar.quantity or one in grammar.rest)


def _opens_with_one(view: SentenceView, start: int) -> bool:
    """Tell whether a clause opens with one definite person, who is described behind a comma: "The driver, a Thai"."""
    for span in view.people:
        mention: PeopleMention = meaning(span, PEOPLE)
        if start <= span.start <= start + 1 and view.word(span.end) == ",":
            return mention.definite and not mention.plural and mention.people_class is PeopleClass.PERSON
    return False


def _origins_by_copula(view: SentenceView, grammar: ClosedClasses) -> Iterator[str]:
    """Yield where the victims are said to be from, whoever says it: "police said the girls were from Ebonyi"."""
    linked = False
    for place in view.places:
        copula = next(
            (i for i in range(place.start - 2, place.start - _LOOK_BACK, -1) if _links(view, i, grammar)), None
        )
        joins = {",", ""} | grammar.conjunctions | grammar.source
        goes_on = linked and any(view.word(i) in joins for i in range(place.start - 2, place.start))
        if meaning(place, PLACES).kind is PlaceKind.DEMONYM and view.word(place.start - 1) in grammar.passive:
            copula = place.start - 1
        linked = goes_on or (copula is not None and _last_named_points_back(view, copula, grammar))
        if linked:
            yield from meaning(place, PLACES).codes


def _origins_in_apposition(view: SentenceView, grammar: ClosedClasses) -> Iterator[str]:
    """Yield the origins right behind the victims, whoever speaks: "The mayor said the men, 33 Afghans, …"."""
    spoken = next(iter(view.positions(grammar.reporting)), view.end)
    for people in (s for s in view.people if s.start > spoken and points_back(view, s, grammar)):
        if view.word(people.end) == ",":
            yield from origins_beside(view, people, grammar)


def _links(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of being leads to a name: "were from Ebonyi"."""
    if view.word(position + 1) not in grammar.source:
        return False
    return view.word(position) in grammar.passive or view.word(position) in grammar.hailing


def _last_named_points_back(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether the people last named before a token are the victims."""
    named = [s for s in view.people if s.end <= position and meaning(s, PEOPLE).people_class is not PeopleClass.PRONOUN]
    if named:
        return points_back(view, named[-1], grammar)
    return opens_with_participle(view, view.start, grammar) or _opens_with_rest(view, view.start, grammar)


def _origins_in(view: SentenceView, start: int, grammar: ClosedClasses) -> Iterator[str]:
    outsiders = [s for s in view.people if s.start >= start and meaning(s, PEOPLE).people_class in _OTHERS]
    limit = outsiders[0].start if outsiders else view.end
    leads_on = False
    for place in (p for p in view.places if p.start >= start):
        leads_on = _tells_origin(view, place, leads_on, grammar)
        if place.start >= limit or not leads_on or _names_another(view, place, grammar):
            continue
        if _is_of_opening(view, place, start, grammar):
            yield from meaning(place, PLACES).codes


def _is_of_opening(view: SentenceView, place: Span, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a country is told of those whom a clause opens with: behind no verb but one of being or coming.

    Not where another verb or a relative clause leads to it: "They were guarded by a Thai", « il a un avocat belge »,
    unless what stands between opens parts of a total.
    """
    leads = grammar.passive | grammar.presenting | grammar.hailing | grammar.numbering | grammar.including | {":", "("}
    closed = grammar.verb_words | grammar.relative | (grammar.by - grammar.of)
    closed -= grammar.origin | grammar.native | grammar.conjunctions
    for position in range(place.start - 1, start - 1, -1):
        if view.word(position) in leads or view.pair(position) in grammar.including:
            return True
        if view.word(position) in closed or _may_be_verb(view.word(position), grammar):
            return False
    return True


def _may_be_verb(word: str, grammar: ClosedClasses) -> bool:
    """Tell whether a word that is in no list ends like a verb: "mended"."""
    if not word.endswith(grammar.finite_endings):
        return False
    return word not in grammar.closed and word not in grammar.origin and word not in grammar.native


def _tells_origin(view: SentenceView, place: Span, leads_on: bool, grammar: ClosedClasses) -> bool:
    kind = meaning(place, PLACES).kind
    if kind in NAMES_PEOPLE:
        return True
    before = [view.word(i) for i in range(place.start - _LOOK_BACK, place.start)]
    if _follows_origin_word(before, grammar) or _stands_behind_comma(before, grammar):
        return True
    if _are_people_from(view, place, grammar):
        return True
    if any(one in grammar.native and two in grammar.at for one, two in pairwise(before)):
        return True
    return leads_on and any(word == "," or word in grammar.conjunctions or word in grammar.source for word in before)


def _are_people_from(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether people whom a verb of being tells are from a place: "The rest are housemaids from Ghana"."""
    closed = grammar.source | grammar.definite
    from_ = next((i for i in range(place.start - 1, view.start, -1) if view.word(i) not in closed), view.start)
    led = view.tells(grammar.source - grammar.at, from_ + 1, place.start)
    told = (s for s in view.people if s.end == from_ + 1)
    return led and any(view.word(s.start - 1) in grammar.passive for s in told)


def _follows_origin_word(before: Sequence[str], grammar: ClosedClasses) -> bool:
    """Tell whether a word of origin leads to a country: "most come from Chad", not "they had come to Chad"."""
    origins = [position for position, word in enumerate(before) if word in grammar.origin | grammar.hailing]
    elsewhere = (grammar.towards | grammar.at | grammar.via) - grammar.source - grammar.of
    return bool(origins) and not any(word in elsewhere for word in before[origins[-1] + 1 :])


def _stands_behind_comma(before: Sequence[str], grammar: ClosedClasses) -> bool:
    """Tell whether a country stands behind a comma and "from": "The women, from Hungary, are …"."""
    return any(one == "," and two in grammar.source for one, two in pairwise(before))


def _names_another(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a country says whose organ, which place, or what further people, no victims: "a Thai city"."""
    if any(abs(agent.end - place.start) <= 1 or abs(place.end - agent.start) <= 1 for agent in view.agents):
        return True
    if meaning(place, PLACES).kind in NAMES_PEOPLE and is_of_area(view, place, grammar):
        return True
    if _says(view, place, grammar):
        return True
    return any(s.start <= place.start < s.end and _is_object(view, s, grammar) for s in view.people)


def _says(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an adjective describes whoever speaks: "Iraqi sources said", not "are Vietnamese who said"."""
    if view.word(place.start - 1) in grammar.passive or view.word(place.end) in grammar.relative:
        return False
    counted = any(s.start <= place.start < s.end and meaning(s, PEOPLE).count is not None for s in view.people)
    is_adjective = meaning(place, PLACES).kind is PlaceKind.ADJECTIVE and not counted
    behind = takewhile(lambda word: word != ",", (view.word(place.end + i) for i in range(3)))
    return is_adjective and any(word in grammar.reporting for word in behind)


def _is_object(view: SentenceView, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase that no figure opens stands behind a verb: "they had to lure rich Americans"."""
    if people.start - view.start <= _OPENING or meaning(people, PEOPLE).count is not None:
        return False
    opening = [s for s in view.people if s.start - view.start <= _OPENING and points_back(view, s, grammar)]
    if any(in_apposition(view, s.end, people.start, grammar) for s in opening):
        return False
    leads = grammar.auxiliaries | grammar.including | grammar.conjunctions | grammar.of | {":", "(", ";"}
    before = view.word(people.start - 1)
    return before not in leads and not (before == "," and _goes_on_list(view, people, grammar))


def _goes_on_list(view: SentenceView, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase behind a comma goes on telling parts of the victims, with no verb since."""
    before = [
        s for s in view.people if s.end < people.start and (meaning(s, PEOPLE).origin or points_back(view, s, grammar))
    ]
    return bool(before) and in_apposition(view, before[-1].end, people.start, grammar)
