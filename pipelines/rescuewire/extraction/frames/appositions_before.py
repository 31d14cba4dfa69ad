"""Who the Patient was called just before it: "A Nepali woman of 24, a housemaid in Limassol, escaped"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.frames.origin_phrases import origins_beside
from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_LONGEST = 7
_COMMA = frozenset({","})
_OPEN = frozenset({",", "("})
_SIGNS = frozenset({",", "(", ")", "-"})
_AGE_WORDS = 3
"""Words that are neither figure nor "of" in between: "aged 24", « âgée de 24 ans »."""


def told_before(view: SentenceView, patient: Span, grammar: ClosedClasses) -> Span | None:
    """Return the phrase with an origin that a Patient without one is in apposition to."""
    mention: PeopleMention | None = meaning(patient, PEOPLE)
    if mention is None or mention.origin or mention.definite or _is_listed(view, patient, grammar):
        return None
    for people in reversed([s for s in view.people if s.end <= patient.start]):
        if _describes(view, people.end, patient.start, grammar) and _agree(meaning(people, PEOPLE), mention):
            return people if meaning(people, PEOPLE).origin or origins_beside(view, people, grammar) else None
    return None


def _is_listed(view: SentenceView, patient: Span, grammar: ClosedClasses) -> bool:
    """Tell whether other people are joined to the Patient, which is one of a list then."""
    return view.word(patient.end) in grammar.joins


def _describes(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> bool:
    """Tell whether nothing but an age and a comma stands between two phrases."""
    if not 0 < end - start <= _LONGEST or view.word(end - 1) not in _OPEN:
        return False
    small = grammar.of | _SIGNS
    inner = [word for word in view.words_within(start, end) if word not in small and not word.isdigit()]
    stops = grammar.verb_words - grammar.participles | grammar.conjunctions | grammar.prepositions | grammar.relative
    return len(inner) <= _AGE_WORDS and stops.isdisjoint(inner)


def _agree(one: PeopleMention, other: PeopleMention) -> bool:
    if one.people_class not in CAN_COME_OUT or one.plural != other.plural:
        return False
    return one.count is None or other.count is None or one.count == other.count
