"""Objects that an insertion parts from their verb: "rescued, in two villages that the gang held, 133 captives"."""

from __future__ import annotations

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import PEOPLE
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_COMMA = ","
_LONGEST = 40
_STOPS = CLAUSE_BREAKS | {":", "(", ")", "«", "»", "“", "”", '"'}


def ends_insertion(view: SentenceView, span: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether counted people stand behind an active verb at `head` with nothing but an insertion between.

    The insertion opens with a preposition, behind the verb or behind a comma, and a comma closes it; or it is what
    bounds the count: "freed, at least, 12 women". No clause goes on with the people: "freed in a raid, 12 officials
    said".
    """
    if not 0 < span.start - head <= _LONGEST:
        return False
    people = meaning(span, PEOPLE)
    if people is None or people.count is None or view.word(span.end) in grammar.auxiliaries | grammar.reporting:
        return False
    last = span.start - 1
    last -= view.word(last) in grammar.object_marker
    if view.word(last) != _COMMA or view.tells(_STOPS, head + 1, last):
        return False
    if head + 1 >= last:
        return view.tells({_COMMA}, span.start, span.end)
    return _opens(view, head + 1, grammar) and not _has_object(view, head, last, grammar)


def _opens(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether an insertion opens at a position: a date, or a preposition, behind a comma or not."""
    position += view.word(position) == _COMMA
    in_date = view.in_date(position)
    return in_date or view.word(position) in grammar.prepositions


def _has_object(view: SentenceView, head: int, last: int, grammar: ClosedClasses) -> bool:
    """Tell whether the verb has other people as its object: those that no preposition and no relative leads."""
    led = grammar.prepositions | grammar.relative | grammar.that | grammar.conjunctions
    inside = (span for span in view.people if head < span.start < last)
    return any(_lead(view, span, head, led) not in led and not _is_subject(view, span, grammar) for span in inside)


def _lead(view: SentenceView, span: Span, head: int, closed: frozenset[str]) -> str:
    """Return the closed word that leads a phrase behind the verb, its modifiers left out: "in" of "in two villages"."""
    position = span.start - 1
    while position > head and view.word(position) not in closed:
        position -= 1
    return view.word(position) if position > head else ""


def _is_subject(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a verb follows a phrase: « que les pirates avaient détourné »."""
    return view.word(span.end) in grammar.verb_words


def takes_up_noun(view: SentenceView, trigger: Span, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "of" leads to a phrase behind what commas insert: "the release, on Monday in Mali, of a German"."""
    lead = span.start - 1
    if view.word(lead) not in grammar.of or view.word(lead - 1) != "," or view.word(trigger.end) != ",":
        return False
    return not view.tells(CLAUSE_BREAKS | grammar.relative, trigger.end, lead)
