"""Subjects behind their verb: "fueron rescatadas por la policía doce mujeres", and what before it is none."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.frames.verb_groups import NOUN, VerbGroup
from rescuewire.extraction.mentions.kinds import TRIGGERS, PatientSlot
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView


def wants_subject(view: SentenceView, trigger: Span, group: VerbGroup) -> bool:
    """Tell whether the Patient is the subject of a finite verb, passive or of leaving: it may stand behind it.

    It does so too behind a participle that opens the sentence: « Liberados por el Ejército en Arauca un ganadero y … ».
    """
    if group.bare:
        return group.passive and group.start == max(view.start, view.dateline_end)
    if group.form == NOUN:
        return False
    return group.passive or meaning(trigger, TRIGGERS).patient is PatientSlot.SUBJECT


def is_object_pronoun(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is a pronoun that can be no subject: « donde las tenían bajo llave, aterrizaron … »."""
    word = view.word(span.start)
    return len(span) == 1 and word in grammar.object_pronouns - grammar.plural - grammar.singular


def can_be_subject(view: SentenceView, group: VerbGroup, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase behind a passive can be its subject: "fueron rescatadas por la policía doce mujeres"."""
    before, behind = view.word(span.start - 1), view.word(span.end)
    led = grammar.prepositions | grammar.object_marker | grammar.conjunctions | grammar.by | grammar.including
    goes_on = behind in grammar.auxiliaries | grammar.verb_words
    is_described = behind in grammar.participles and behind not in grammar.past | grammar.auxiliaries
    return span.start > group.start and before not in led and (is_described or not goes_on)
