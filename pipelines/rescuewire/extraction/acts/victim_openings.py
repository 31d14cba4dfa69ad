"""How a sentence opens that goes on about the victims: "Seven of the girls", "The rescued", « Il s'agit de »."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.mentions.kinds import COUNTS, PEOPLE, TRIGGERS, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire.extraction.sentence_view import SentenceView

_OPENING = 3
_TO_OF = 6


def points_back(view: SentenceView, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is the victims' or some of theirs: "the women", "the victims", "seven of the girls"."""
    mention: PeopleMention = meaning(people, PEOPLE)
    if mention.people_class not in CAN_COME_OUT or not mention.plural:
        return False
    if mention.definite or mention.people_class is PeopleClass.VICTIM:
        return True
    inside = range(people.start + 1, mention.head)
    return view.tells(grammar.definite, inside.start, inside.stop) and any(
        view.word(i) in grammar.definite and view.word(i - 1) in grammar.of for i in inside
    )


def opens_with_participle(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a clause opens with people called by what was done for them: "The rescued are Sudanese"."""
    heads = (meaning(t, TRIGGERS).head for t in view.triggers if t.start <= start + _OPENING)
    return any(
        view.word(head - 1) in grammar.definite and view.word(head + 1) in grammar.plural_verbs | grammar.prepositions
        for head in heads
    )


def presents_them(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a clause says who it is about: « Il s'agit de cinq Ukrainiens »."""
    opening = range(start, start + _OPENING)
    if not view.tells(grammar.presenting, opening.start, opening.stop):
        return False
    verb = next(i for i in opening if view.word(i) in grammar.presenting)
    behind = takewhile(lambda word: word not in grammar.verb_words, map(view.word, range(verb + 1, verb + _TO_OF)))
    return any(word in grammar.of for word in behind)


def is_about_arrested(view: SentenceView, before: SentenceView | None, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence goes on about those arrested in the one before: "Two men were held. They are Romanian".

    It does unless it names the victims, or counts more people than were arrested.
    """
    if before is None or not before.has(grammar.arrest):
        return False
    opening = [s for s in view.people if s.start <= view.start + _OPENING]
    described = (s for s in opening if meaning(s, PEOPLE).people_class is not PeopleClass.PRONOUN)
    if any(points_back(view, s, grammar) for s in described) or opens_with_participle(view, view.start, grammar):
        return False
    return _most_counted(view) <= _most_counted(before)


def _most_counted(view: SentenceView) -> int:
    return max((meaning(s, COUNTS).best or 0 for s in view.counts), default=0)


def opens_with_same_people(view: SentenceView, told: Span | None) -> bool:
    """Tell whether a sentence opens with a definite phrase for victims, or with the noun of those told, `told`."""
    for people in view.people:
        mention: PeopleMention = meaning(people, PEOPLE)
        if people.start > view.start + _OPENING or mention.people_class not in CAN_COME_OUT or not mention.plural:
            continue
        if mention.definite and (mention.people_class is PeopleClass.VICTIM or _has_noun_of(people, told)):
            return True
    return False


def _has_noun_of(people: Span, told: Span | None) -> bool:
    mention: PeopleMention | None = meaning(told, PEOPLE) if told is not None else None
    if told is None or mention is None:
        return False
    return fold(people.doc[meaning(people, PEOPLE).head].text) == fold(told.doc[mention.head].text)
