"""Families whose people are counted too: « 22 familles, soit 96 personnes »."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import Patient, told_count
from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_LONGEST = 4
_SIGNS = frozenset({",", "(", "-", "–", "—", ":"})


def people_of_families(view: SentenceView, patient: Patient | None, grammar: ClosedClasses) -> Patient | None:
    """Return the people that a phrase for families is told again as, and counts; any other Patient as it is."""
    if patient is None or patient.mention is None or patient.mention.people_class is not PeopleClass.FAMILY:
        return patient
    people = next((span for span in view.people if _restates(view, patient.span, span, grammar)), None)
    if people is None:
        return patient
    mention: PeopleMention = meaning(people, PEOPLE)
    named = replace(mention, origin=mention.origin or patient.mention.origin)
    return Patient(people, named, told_count(mention), patient.score)


def _restates(view: SentenceView, families: Span, people: Span, grammar: ClosedClasses) -> bool:
    """Tell whether counted people of no age or sex follow families with nothing but such a word or sign between."""
    mention = meaning(people, PEOPLE)
    if mention.people_class is not PeopleClass.PERSON or not mention.plural or told_count(mention) is None:
        return False
    between = view.words_within(families.end, people.start)
    return 0 < len(between) <= _LONGEST and (grammar.restating | _SIGNS).issuperset(between)
