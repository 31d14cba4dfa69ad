"""Phrases joined to the Patient's: "four women and a boy", and the figure that they make together."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT, Patient, told_count
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.mentions.kinds import PEOPLE, TRIGGERS, CountMention, PeopleClass
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView, meaning

_LONGEST_LINK = 7
_CAN_BE_JOINED = CAN_COME_OUT - {PeopleClass.PRONOUN}


def joined(view: SentenceView, trigger: Span, patient: Patient, grammar: ClosedClasses) -> list[Span]:
    """Return the phrases that are joined to the Patient's, on both sides: "four women" and "a boy"."""
    usable = [span for span in view.people if meaning(span, PEOPLE).people_class in _CAN_BE_JOINED]
    head = meaning(trigger, TRIGGERS).head
    usable = [span for span in usable if (span.start < head) == (patient.span.start < head)]
    after = _linked([s for s in usable if s.start >= patient.span.end], patient.span, grammar, view)
    before = _linked([s for s in reversed(usable) if s.end <= patient.span.start], patient.span, grammar, view)
    return [*reversed(before), *after]


def _linked(spans: list[Span], first: Span, grammar: ClosedClasses, view: SentenceView) -> list[Span]:
    """Follow links from `first` as far as they go; a list counts only if a conjunction closes it."""
    found: list[Span] = []
    here, closed = first, False
    for span in spans:
        left, right = (here, span) if span.start >= here.end else (span, here)
        words = [view.word(i) for i in range(left.end, right.start)]
        if not _links(words, grammar):
            break
        closed |= any(word in grammar.conjunctions and word != "," for word in words)
        found.append(span)
        here = span
    return found if closed else []


def _links(words: list[str], grammar: ClosedClasses) -> bool:
    if not words or len(words) > _LONGEST_LINK or any(word in grammar.including for word in words):
        return False
    if any(word in grammar.verb_words or word in grammar.relative or word in CLAUSE_BREAKS for word in words):
        return False
    return any(word == "," or word in grammar.conjunctions for word in words[-2:])


def united_count(patient: Patient, others: list[Span]) -> CountMention | None:
    """Add up the figures of joined phrases where all of them are exact, else keep the first.

    Phrases that add up to the Patient's own figure are its parts ("24 victims, nine women and 15 men").
    """
    counts = [patient.count, *(told_count(meaning(span, PEOPLE)) for span in others)]
    exact = [c.best for c in counts if c is not None and c.best is not None and c.best == c.min == c.max]
    if len(exact) < len(counts) or patient.count is None or 2 * exact[0] == sum(exact):
        return patient.count
    total = sum(exact)
    return CountMention(total, total, total, patient.count.qualifier)
