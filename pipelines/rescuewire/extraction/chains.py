"""Chains: "the hostages" <- "72 passengers and crew". The figure that a definite mention takes from before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT, Patient, told_count
from rescuewire.extraction.frames.unspoken_patients import is_lone_name
from rescuewire.extraction.mentions.count_figures import UNTOLD
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    CONTEXTS,
    PEOPLE,
    AgentKind,
    CountMention,
    PeopleClass,
    PeopleMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.persons import ONE
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story

_FARTHEST_SENTENCES = 8
_NEAR_CAPTORS = 4
_POINTS_BACK = frozenset({PeopleClass.PRONOUN, PeopleClass.VICTIM})


@dataclass(frozen=True)
class Antecedent:
    """The phrase that a mention points back to, and the figure told there."""

    span: Span
    count: CountMention


def find_antecedent(
    story: Story, view: SentenceView, patient: Patient | None, earlier: Sequence[Span], grammar: ClosedClasses
) -> Antecedent | None:
    """Return the counted phrase that `patient` takes up, or None.

    Of those that agree, one with the same noun comes first, then one of the same sentence, for a pronoun what
    opens the sentence before, then one of `earlier`, the phrases of those who came out in acts told before, then the
    nearest.
    """
    if patient is not None and patient.mention is None:
        return _same_figure(story, view, patient, grammar)
    if patient is None or patient.mention is None or patient.count is not None:
        return None
    if not (patient.mention.definite or patient.mention.people_class in _POINTS_BACK):
        return None
    candidates = list(_earlier_counted(story, view, patient))
    same_noun = [c for c in candidates if _same_noun(c.span, patient.span)]
    here = [c for c in candidates if c.span.start >= view.start]
    opening = [c for c in candidates if _opens_sentence_before(story, view, c.span, patient)]
    told = [c for c in candidates if any(c.span.start == span.start for span in earlier)]
    speaker = _speaker(view, patient, grammar) if not here else None
    nearest = speaker or next(iter(same_noun or here or opening or told or candidates), None)
    return nearest or _captive(view, patient)


def _opens_sentence_before(story: Story, view: SentenceView, span: Span, patient: Patient) -> bool:
    """Tell whether a phrase opens the sentence before, in one paragraph: "Four Kenyans did not wait. They …"."""
    if patient.mention is None or patient.mention.people_class is not PeopleClass.PRONOUN:
        return False
    before = story.view_at(span)
    if before is None or before.index != view.index - 1 or before.paragraph != view.paragraph:
        return False
    return span.start <= before.start + 1


def _same_figure(story: Story, view: SentenceView, patient: Patient, grammar: ClosedClasses) -> Antecedent | None:
    """Return the counted people whose figure stands for them again: "The two", « Toutes deux », « Los cuatro »."""
    first = view.word(patient.span.start)
    led = {first, view.word(patient.span.start - 1)} & (grammar.definite | grammar.plural)
    if not led or patient.count is None or patient.count.best is None:
        return None
    earlier = _counted(story, view, patient.span.start)
    return next((a for a, mention in earlier if mention.plural and a.count == patient.count), None)


def _captive(view: SentenceView, patient: Patient) -> Antecedent | None:
    """Return a singular pronoun itself, as one person, behind the capture told of it: "Sold at 13, she escaped".

    And behind captors who act: "her captors let her go".
    """
    mention = patient.mention
    if mention is None or mention.people_class is not PeopleClass.PRONOUN or mention.plural:
        return None
    first = (c for c in view.contexts if c.end <= patient.span.start and _leads(view, c))
    opens = any(meaning(context, CONTEXTS).holds for context in first)
    return Antecedent(patient.span, ONE) if opens or _is_behind_captors(view, patient) else None


def _is_behind_captors(view: SentenceView, patient: Patient) -> bool:
    captors = (agent for agent in view.agents if meaning(agent, AGENTS).kind is AgentKind.CAPTOR)
    return any(0 <= patient.span.start - agent.end <= _NEAR_CAPTORS for agent in captors)


def _leads(view: SentenceView, context: Span) -> bool:
    return context.start == max(view.start, view.dateline_end)


def _speaker(view: SentenceView, patient: Patient, grammar: ClosedClasses) -> Antecedent | None:
    """Return the name of who tells of their own way out, as one person: "Sawadogo said he escaped"."""
    mention = patient.mention
    if mention is None or mention.people_class is not PeopleClass.PRONOUN or mention.plural:
        return None
    said = patient.span.start - 1
    said -= view.word(said) in grammar.that
    if view.word(said) not in grammar.reporting:
        return None
    name = next((i for i in range(said - 1, view.start - 1, -1) if view.word(i) not in grammar.auxiliaries), view.start)
    return Antecedent(view.doc[name : name + 1], ONE) if is_lone_name(view, name, grammar) else None


def _earlier_counted(story: Story, view: SentenceView, patient: Patient) -> Iterator[Antecedent]:
    """Yield agreeing counted phrases before the patient, the nearest sentence first, its subject first."""
    counted = _counted(story, view, patient.span.start)
    yield from (antecedent for antecedent, mention in counted if _agree(mention, patient.mention))


def _counted(story: Story, view: SentenceView, before: int) -> Iterator[tuple[Antecedent, PeopleMention]]:
    """Yield counted phrases before a token, the nearest sentence first, its subject first."""
    reach = story.views[max(0, view.index - _FARTHEST_SENTENCES) : view.index + 1]
    for earlier in reversed([v for v in reach if v.in_title or story.datelines.same_item(v, view)]):
        for span in earlier.people:
            mention: PeopleMention = meaning(span, PEOPLE)
            count = told_count(mention)
            if span.start < before and count is not None and not (mention.part and count == UNTOLD):
                yield Antecedent(span, count), mention


def _agree(earlier: PeopleMention, later: PeopleMention | None) -> bool:
    if later is None or earlier.people_class not in CAN_COME_OUT:
        return False
    if later.people_class is PeopleClass.AUTHORITY is not earlier.people_class:
        return False
    return earlier.plural == later.plural


def _same_noun(one: Span, other: Span) -> bool:
    earlier, later = meaning(one, PEOPLE), meaning(other, PEOPLE)
    if earlier is None or later is None:
        return False
    return fold(one.doc[earlier.head].text) == fold(other.doc[later.head].text)
