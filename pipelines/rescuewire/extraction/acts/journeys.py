"""Ways told beside an act: where its people went on to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from rescuewire.extraction.acts.later_origins import views_about_them
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.frames.origin_phrases import read_lead
from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import CONTEXTS, COUNTS, NAMES_PEOPLE, PEOPLE, PLACES, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries

_AFTER = 3
_REACH = 12
_OPENING = 3
_NEAR = 4
_TO_NEGATION = 4
_NAMES_OTHERS = frozenset({PeopleClass.SUSPECT, PeopleClass.AUTHORITY, PeopleClass.DEAD})


def with_journeys(
    act: Act, countries: Countries, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Countries:
    """Return the countries of an act with where its people went on to, as its own and the next sentences tell.

    `others` are the sentences that tell other acts. A way within the country of the act leads nowhere else.
    """
    if countries.return_to:
        return countries
    views = [*_own_views(act), *_views_after(act, story, others, grammar)]
    goals = _codes(goal for view, start in views for goal in _goals(view, start, countries.origin, grammar))
    if not goals:
        return countries
    left = tuple(code for code in countries.place if code not in goals)
    went_home = tuple(code for code in goals if code in countries.origin and left)
    if went_home or (not _tells_place(act) and set(countries.place).isdisjoint((*countries.origin, *countries.agent))):
        countries = replace(countries, place=left)
    told = [code for code in goals if code not in countries.place]
    return replace(countries, return_to=tuple(sorted(told))) if told else countries


def _tells_place(act: Act) -> bool:
    """Tell whether the act's own sentences name where it was; else its place is only what the article names most."""
    return any(v.frame.countries.place or v.frame.countries.loose for v in act.verdicts)


def _codes(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told))


def _own_views(act: Act) -> Iterator[tuple[SentenceView, int]]:
    """Yield the sentences that tell the act, with the token behind what tells it."""
    for frame in (v.frame for v in act.in_order):
        yield frame.view, max(frame.trigger.end, frame.mention.head + 1)


def _views_after(
    act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Iterator[tuple[SentenceView, int]]:
    """Yield the sentences behind the act's own that go on about its people, and tell a way, with their first token."""
    frame = act.lead.frame
    if not any(later.has(grammar.onward) for later in story.views[frame.view.index + 1 :]):
        return
    about = list(views_about_them(story, frame.view, others, grammar))
    for later in story.views[frame.view.index + 1 :]:
        if later in others or not story.datelines.same_item(frame.view, later):
            return
        if not later.has(grammar.onward):
            continue
        if later.index - frame.view.index > _AFTER:
            if _opens_with_all(later, frame, grammar):
                yield later, later.start
            continue
        if later in about or _goes_on(later, frame, grammar):
            yield later, later.start


def _opens_with_all(view: SentenceView, frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence opens with the figure of the people as one known: "The seven fly home tonight"."""
    known = (s for s in view.counts if s.start == view.start + 1 and view.word(view.start) in grammar.definite)
    return frame.count is not None and any(meaning(s, COUNTS).best == frame.count.best for s in known)


def _goes_on(view: SentenceView, frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence is about the people told before: by its verb alone, "he", or a pronoun as its object."""
    if _leaves_subject_out(view, grammar):
        return True
    mention = frame.patient.mention if frame.patient is not None else None
    is_one = mention is not None and not mention.plural
    opens_with_one = is_one and view.tells(grammar.singular, view.start, view.start + _OPENING)
    if opens_with_one or (is_one and _names_again(view, frame)):
        return True
    return any(_has_them(view, verb, grammar) for verb in view.positions(grammar.onward))


def _names_again(view: SentenceView, frame: Frame) -> bool:
    """Tell whether a sentence opens with the name of the one who came out."""
    if frame.patient is None or frame.patient.mention is None:
        return False
    name = frame.view.doc[frame.patient.mention.head].text
    return name[:1].isupper() and name in (token.text for token in view.doc[view.start : view.start + _OPENING])


def _leaves_subject_out(view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence opens with a verb of many, in a language that may leave its subject out."""
    first = view.word(view.start)
    is_verb = first in grammar.onward | grammar.plural_verbs
    return bool(grammar.plural_endings) and is_verb and first.endswith(grammar.plural_endings)


def _has_them(view: SentenceView, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether a pronoun for people is the object of a verb: "buses took them", « les a conduits »."""
    objects = grammar.plural_object
    before = any(view.word(i) in objects and view.word(i - 1) not in grammar.prepositions for i in (verb - 2, verb - 1))
    return before or (view.word(verb + 1) in objects - grammar.definite)


def _goals(view: SentenceView, start: int, origin: tuple[str, ...], grammar: ClosedClasses) -> Iterator[str]:
    """Yield the countries that a sentence tells its people to go to from `start` on; home is where they are from."""
    for verb in (verb for verb in view.positions(grammar.onward) if verb >= start):
        if not _is_theirs(view, start, verb, grammar):
            continue
        if _leads_home(view, verb, grammar):
            yield from origin
        for place in (p for p in view.places if verb < p.start <= verb + _REACH):
            if _is_goal(view, verb, place, grammar):
                yield from meaning(place, PLACES).codes


def _is_theirs(view: SentenceView, start: int, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of going is told of the victims, as done or to come: not of a way before they were held."""
    joins = grammar.conjunctions | grammar.subordinate | CLAUSE_BREAKS | {","}
    parting = grammar.relative | grammar.that | CLAUSE_BREAKS | grammar.before_then
    is_joined = view.word(verb) in grammar.reaching or view.tells(joins, start, verb)
    if start > view.start and not is_joined:
        return False
    if view.tells(grammar.conditional, verb - _TO_NEGATION, verb):
        return False
    if _has_them(view, verb, grammar):
        return True
    first = next((i for i in range(verb - 1, start - 1, -1) if view.word(i) in parting), start - 1)
    if first >= start and first > view.start + _OPENING:
        return False
    if first >= start and view.word(first) in grammar.before_then:
        return False
    if view.tells(grammar.negation, verb - _TO_NEGATION, verb):
        return False
    between = range(start, verb)
    joined = next((i for i in range(verb - 1, start - 1, -1) if view.word(i) in joins), start)
    if any(s.start in range(joined, verb) and meaning(s, CONTEXTS).harm is not None for s in view.contexts):
        return False
    people = [s for s in view.people if s.start in between and s.start > view.start + _OPENING]
    return not any(meaning(s, PEOPLE).people_class in _NAMES_OTHERS for s in people)


def _leads_home(view: SentenceView, verb: int, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of going leads to words for home: "flew home", « rentrer dans leur pays »."""
    behind = range(verb + 1, min(view.end, verb + _REACH))
    end = next((i for i in behind if _ends_way(view, i, grammar)), behind.stop)
    return view.word(verb) in grammar.homewards or any(_is_home(view, i, grammar) for i in range(verb + 1, end))


def _is_home(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether words for home lead there, behind a verb or a small word: not "a holiday home"."""
    if view.word(position) not in grammar.homewards and view.pair(position) not in grammar.homewards:
        return False
    leads = grammar.onward | grammar.object_pronouns | grammar.adverbs | grammar.prepositions
    return view.word(position - 1) in leads or view.in_date(position - 1)


def _is_goal(view: SentenceView, verb: int, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb of going leads to a place: "flew to Minya", « ont regagné Conakry »."""
    if meaning(place, PLACES).kind in NAMES_PEOPLE:
        return False
    between = range(verb + 1, place.start)
    if any(_ends_way(view, i, grammar) for i in between):
        return False
    lead = read_lead(view, place, grammar)
    near = grammar.at if len(between) <= _NEAR else frozenset()
    if lead in grammar.towards | near and lead not in grammar.source | grammar.via:
        return True
    return view.word(verb) in grammar.reaching and grammar.closed.issuperset(view.words_within(verb + 1, place.start))


def _ends_way(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word ends what a verb of going leads to: another verb, a relative, a sign."""
    word = view.word(position)
    if word in CLAUSE_BREAKS or word in grammar.relative - grammar.conjunctions:
        return True
    return word in grammar.reporting or word in grammar.subordinate
