"""Parts of a whole that a sentence opens with: "Of the 412 victims, all of them Nepali, 265 were rescued"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT, Patient
from rescuewire.extraction.frames.verb_groups import VerbGroup
from rescuewire.extraction.mentions.kinds import COUNTS, PEOPLE
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView


def part_of_whole(
    view: SentenceView, patient: Patient | None, group: VerbGroup, grammar: ClosedClasses
) -> Patient | None:
    """Return the figure before the verb where `patient` is only the whole that the sentence opens with."""
    if patient is None or patient.span.start >= group.start:
        return patient
    figure = _part_before(view, group, grammar)
    if figure is None or figure.start < patient.span.end or not _is_whole(view, figure, grammar):
        return patient
    count = meaning(figure, COUNTS)
    mention = replace(patient.mention, count=count, definite=False) if patient.mention is not None else None
    return replace(patient, span=figure, mention=mention, count=count)


def wholes_of(view: SentenceView, patient: Patient | None, grammar: ClosedClasses) -> list[Span]:
    """Return the phrases for the whole whose part `patient` is, none where the sentence opens with no whole."""
    if patient is None or patient.span not in view.counts or not _is_whole(view, patient.span, grammar):
        return []
    whole = (s for s in view.people if s.end <= patient.span.start and view.word(s.start - 1) not in grammar.by)
    return [s for s in whole if meaning(s, PEOPLE).people_class in CAN_COME_OUT]


def _part_before(view: SentenceView, group: VerbGroup, grammar: ClosedClasses) -> Span | None:
    """Return the figure behind a comma that stands right before the verb."""
    fillers = grammar.adverbs | grammar.auxiliaries
    for figure in view.counts:
        is_before = figure.end <= group.start and view.word(figure.start - 1) == ","
        if is_before and fillers.issuperset(view.words_within(figure.end, group.start)):
            return figure
    return None


def _is_whole(view: SentenceView, figure: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "of" and a figure open the sentence: « Sur les 412 victimes, 265 »."""
    start = max(view.start, view.dateline_end)
    whole = next((count for count in view.counts if count.start > start), None)
    if whole is None or whole.end > figure.start or view.word(start) not in grammar.wholes:
        return False
    return all(view.word(i) in grammar.determiners for i in range(start + 1, whole.start))
