"""Origins told before the act, of people it then only points back to: "nine Indonesian sailors … the nine sailors"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.frames.origin_phrases import origins_behind, origins_beside
from rescuewire.extraction.frames.patients import CAN_COME_OUT, Patient
from rescuewire.extraction.mentions.kinds import CONTEXTS, PEOPLE, PeopleClass, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story

_FARTHEST_SENTENCES = 8
_DESCRIBED = CAN_COME_OUT - {PeopleClass.PRONOUN, PeopleClass.NAMED}


def origins_before(
    story: Story, view: SentenceView, patient: Patient | None, grammar: ClosedClasses
) -> tuple[str, ...]:
    """Return the origins of the nearest people told before that `patient` of `view` points back to.

    They have its noun, and its figure where both tell one; or they are told to be held, whatever they are called.
    """
    if patient is None or patient.mention is None or not _points_back(view, patient, grammar):
        return ()
    for earlier in reversed(story.views[max(0, view.index - _FARTHEST_SENTENCES) : view.index]):
        if earlier.in_title or story.datelines.same_item(earlier, view):
            codes = next(_origins_of(earlier, view, patient, grammar), ())
            if codes:
                return codes
    return ()


def _points_back(view: SentenceView, patient: Patient, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase is definite or a part of one: "the nine sailors", "four of the workers", "71 of them"."""
    if patient.mention is not None and patient.mention.definite:
        return True
    whole = grammar.plural | grammar.plural_object | grammar.definite | grammar.demonstrative
    return view.tells(whole, patient.span.start, patient.span.end)


def _origins_of(
    earlier: SentenceView, view: SentenceView, patient: Patient, grammar: ClosedClasses
) -> Iterator[tuple[str, ...]]:
    for span in earlier.people:
        mention: PeopleMention = meaning(span, PEOPLE)
        codes = mention.origin or origins_beside(earlier, span, grammar) or origins_behind(earlier, span, grammar)
        if codes and mention.people_class in _DESCRIBED and _agrees(earlier, span, view, patient, grammar):
            yield codes


def _agrees(earlier: SentenceView, span: Span, view: SentenceView, patient: Patient, grammar: ClosedClasses) -> bool:
    one, later = meaning(span, PEOPLE), patient.mention
    if later is None or one.plural != later.plural:
        return False
    is_same_noun = fold(span.doc[one.head].text) == fold(span.doc[later.head].text)
    are_minors = one.people_class is later.people_class is PeopleClass.MINOR
    if not is_same_noun and not are_minors and not _are_held(earlier, span):
        return False
    is_part = view.tells(grammar.from_or_of, patient.span.start, patient.span.end)
    return is_part or one.count is None or patient.count is None or one.count.best == patient.count.best


def _are_held(view: SentenceView, people: Span) -> bool:
    """Tell whether a sentence tells what people have to come out of, and names no others by their origin."""
    tells_harm = any(meaning(c, CONTEXTS).harm is not None for c in view.contexts)
    return tells_harm and not any(meaning(s, PEOPLE).origin for s in view.people if s is not people)
