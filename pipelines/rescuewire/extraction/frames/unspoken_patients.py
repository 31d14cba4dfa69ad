"""Patients that no phrase for people tells: a lone name before the verb, or the subject of a clause gone on with."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.frames.embedded_clauses import is_parted
from rescuewire.extraction.frames.patients import Patient
from rescuewire.extraction.frames.sources import opens_with_source
from rescuewire.extraction.frames.verb_groups import VerbGroup
from rescuewire.extraction.mentions.kinds import (
    CONTEXTS,
    TRIGGERS,
    PatientSlot,
    PeopleClass,
    PeopleMention,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.persons import ONE
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_UNSPOKEN = 1.0
_LONGEST_NAME = 5
_COMMAS = frozenset({",", "("})
_SOMEBODY = PeopleMention(PeopleClass.NAMED, 0, False, ONE, False, False, ())


def find_unspoken_patient(
    view: SentenceView, trigger: Span, group: VerbGroup, grammar: ClosedClasses
) -> Patient | None:
    """Return a Patient that no phrase for people tells: a lone name before the verb, or the subject gone on with.

    "Huskins was released"; "was kidnapped in January but was rescued": one person by the number of the verb.
    """
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    if mention.is_noun or group.bare or not (group.passive or mention.patient is PatientSlot.SUBJECT):
        return None
    plural = any(_is_plural(view.word(i), grammar) for i in range(group.start, mention.head + 1))
    before = group.start - 1
    if before < view.start or _opens_clause(view, before, grammar):
        return Patient(view.doc[group.start : group.start + 1], _dropped_subject(plural=plural), None, _UNSPOKEN)
    name = None if plural else _parted_name(view, group.start, grammar)
    if name is not None:
        return Patient(view.doc[name : name + 1], _SOMEBODY, ONE, _UNSPOKEN)
    goes_on = _goes_on(view, before, mention.head, grammar)
    span = view.doc[before : before + 1]
    if plural:
        return Patient(span, _dropped_subject(plural=True), None, _UNSPOKEN) if goes_on else None
    return Patient(span, _SOMEBODY, ONE, _UNSPOKEN) if goes_on or is_lone_name(view, before, grammar) else None


def _parted_name(view: SentenceView, verb: int, grammar: ClosedClasses) -> int | None:
    """Return the name that opens a sentence and that clauses part from its verb: "Mariana, seized on Monday, was"."""
    first = max(view.start, view.dateline_end)
    for position in range(first, min(first + _LONGEST_NAME, verb)):
        if is_lone_name(view, position, grammar) and view.word(position + 1) in _COMMAS:
            return position if is_parted(view, position + 1, verb, grammar) else None
        if view.word(position) not in grammar.determiners and not _describes(view, position, grammar):
            return None
    return None


def _describes(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a word can stand before a name and belong to it: « La petite Mariana », "Lina Ortega"."""
    word = view.word(position)
    return word.isalpha() and word not in grammar.closed | grammar.verb_words | grammar.never_inside | grammar.relative


def _is_plural(word: str, grammar: ClosedClasses) -> bool:
    """Tell whether a verb's subject is plural, by the word or, where that says it in this language, by its ending."""
    return word in grammar.plural_verbs or (bool(grammar.plural_endings) and word.endswith(grammar.plural_endings))


def _opens_clause(view: SentenceView, before: int, grammar: ClosedClasses) -> bool:
    """Tell whether nothing but words that open it stands before a verb whose subject may be left out.

    « Aunque días después fueron liberadas », « …; una semana más tarde escaparon », « Según la policía, escaparon ».
    """
    if not grammar.plural_endings:
        return False
    position = before
    while position >= view.start and view.word(position) not in CLAUSE_BREAKS:
        if view.word(position) == "," and opens_with_source(view, position, grammar):
            return True
        if view.word(position) not in grammar.openers | grammar.reflexive and not _is_time(view, position):
            return False
        position -= 1
    return True


def _is_time(view: SentenceView, position: int) -> bool:
    """Tell whether a token belongs to a date or to a figure."""
    return any(span.start <= position < span.end for span in (*view.dates, *view.counts))


def _dropped_subject(*, plural: bool) -> PeopleMention:
    """Return what a verb without a subject says of it: « Fueron liberados »."""
    return PeopleMention(PeopleClass.PRONOUN, 0, plural, None, True, False, ())


def is_lone_name(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a token is a name that stands alone: capitalised where others are not, of no other meaning."""
    if position < view.start or any(p.start <= position < p.end for p in (*view.places, *view.agents, *view.dates)):
        return False
    token = view.doc[position]
    closed = grammar.determiners | grammar.prepositions | grammar.never_inside | grammar.conjunctions | grammar.adverbs
    return token.is_title and len(token.text) > 2 and view.word(position) not in closed


def _goes_on(view: SentenceView, position: int, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether the verb goes on with the subject of a capture told before it in the sentence."""
    if view.word(position) not in grammar.conjunctions | grammar.adverbs:
        return False
    return any(meaning(c, CONTEXTS).holds and c.start < head for c in view.contexts)
