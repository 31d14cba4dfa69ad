"""Origins told after the act, of one victim: "She is Kenyan", « La joven, oriunda de Pasto », "The boy, from Benin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from rescuewire.extraction.frames.origin_phrases import read_lead, words_tell_origin
from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.mentions.kinds import NAMES_PEOPLE, PEOPLE, PLACES, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story

_SENTENCES_AFTER = 3
_BEHIND = 7


def origins_of_lone_victim(
    story: Story, view: SentenceView, patient: Span | None, others: Sequence[SentenceView], grammar: ClosedClasses
) -> Iterator[str]:
    """Yield the origins of the first sentence after `view` that opens with its one victim, `patient`, and tells any.

    A pronoun is only the victim's for as long as the text names nobody else.
    """
    mention: PeopleMention | None = meaning(patient, PEOPLE) if patient is not None else None
    if mention is None or mention.plural:
        return
    alone = not _others_in(view, patient)
    for later in story.views[view.index + 1 : view.index + 1 + _SENTENCES_AFTER]:
        if later in others or not story.datelines.same_item(view, later):
            return
        opening = _opening(later, alone)
        codes = list(_told_of(later, opening, grammar)) if opening is not None else []
        if codes:
            yield from codes
            return
        alone = alone and not _others_in(later, opening)


def _others_in(view: SentenceView, victim: Span | None) -> bool:
    """Tell whether a sentence names one person who is not the victim, by more than a pronoun."""
    named = (s for s in view.people if meaning(s, PEOPLE).people_class is not PeopleClass.PRONOUN)
    return any(not meaning(s, PEOPLE).plural for s in named if victim is None or s.start != victim.start)


def _opening(view: SentenceView, alone: bool) -> Span | None:
    """Return the phrase for one person that a sentence opens with: "the boy"; a pronoun where nobody else is told."""
    first = next((s for s in view.people if s.start == view.start), None)
    mention: PeopleMention | None = meaning(first, PEOPLE) if first is not None else None
    if mention is None or mention.plural or mention.people_class not in CAN_COME_OUT:
        return None
    is_victim = mention.definite or (mention.people_class is PeopleClass.PRONOUN and alone)
    return first if is_victim else None


def _told_of(view: SentenceView, people: Span, grammar: ClosedClasses) -> Iterator[str]:
    """Yield the countries that stand right behind a phrase, in apposition to it or behind a verb of being."""
    closed = grammar.passive | grammar.determiners | grammar.adverbs | grammar.prepositions | {",", "("}
    closed |= grammar.origin | grammar.native | grammar.coming | grammar.areas | grammar.conjunctions
    for place in (p for p in view.places if people.end <= p.start <= people.end + _BEHIND):
        between = range(people.end, place.start)
        named = {i for p in view.places for i in range(p.start, p.end)}
        if not all(i in named or view.word(i) in closed for i in between) or place.start == people.end:
            return
        lead = read_lead(view, place, grammar)
        is_from = lead in grammar.away and view.word(place.start - 2) in grammar.passive | {","}
        if meaning(place, PLACES).kind in NAMES_PEOPLE or is_from or words_tell_origin(view, place, lead, grammar):
            yield from meaning(place, PLACES).codes
