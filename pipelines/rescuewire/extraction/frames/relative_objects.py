"""Objects of relative clauses: "the 163 workers whom the police and the labour ministry freed on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView

_LONGEST_SUBJECT = 16
_LONGEST_MODIFIER = 8
_AT_ONCE = 4
_COMMA = ","
_SIGNS = CLAUSE_BREAKS | {","}


def find_relative_object(
    view: SentenceView, start: int, head: int, phrases: Sequence[Span], grammar: ClosedClasses
) -> Span | None:
    """Return the phrase that the relative clause of an active verb, from `start` to `head`, says something of.

    The clause has a subject of its own, or a word that marks the relative as its object (« a los que sacaron »), and
    no other object behind its verb.
    """
    if any(_is_object(view, span, head, grammar) for span in phrases):
        return None
    relative = _relative(view, start, grammar)
    if relative is None:
        return None
    end = _before_relative(view, relative, grammar)
    marked = view.tells(grammar.object_marker, end, relative)
    if not marked and not _has_subject(view, relative + 1, start, grammar):
        return None
    return _described(view, end, phrases, grammar)


def opens_object_relative(view: SentenceView, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether a relative clause about people, with a subject of its own, leads to a verb at `start`."""
    relative = _relative(view, start, grammar)
    if relative is None or not _has_subject(view, relative + 1, start, grammar):
        return False
    return _described(view, _before_relative(view, relative, grammar), view.people, grammar) is not None


def _described(view: SentenceView, end: int, phrases: Sequence[Span], grammar: ClosedClasses) -> Span | None:
    """Return the last phrase that ends at `end`, or that nothing but words describing it parts from there."""
    before = sorted((s for s in phrases if s.end <= end), key=lambda s: (s.end, -s.start), reverse=True)
    return next((s for s in before if _is_modifier(view, s.end, end, grammar)), None)


def _is_object(view: SentenceView, span: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether a phrase follows a verb at once, as its object."""
    led = view.word(span.start - 1)
    return 0 < span.start - head <= _AT_ONCE and led not in (grammar.prepositions | grammar.by) - grammar.object_marker


def _relative(view: SentenceView, start: int, grammar: ClosedClasses) -> int | None:
    """Return the relative word of the clause whose verb stands at `start`, with no other verb between."""
    for position in range(start - 1, max(view.start, start - _LONGEST_SUBJECT) - 1, -1):
        word = view.word(position)
        if word in grammar.object_relatives:
            return position
        if word in CLAUSE_BREAKS or word == _COMMA or (word in grammar.verb_words and view.doc[position].is_lower):
            return None
    return None


def _before_relative(view: SentenceView, relative: int, grammar: ClosedClasses) -> int:
    """Return where the phrase before a relative ends: « , a los que »."""
    end = relative
    while view.word(end - 1) in grammar.definite | grammar.object_marker:
        end -= 1
    return end - (view.word(end - 1) == _COMMA)


def _has_subject(view: SentenceView, first: int, start: int, grammar: ClosedClasses) -> bool:
    """Tell whether the words between a relative and its verb begin a phrase, and are more than small words."""
    small = grammar.adverbs | grammar.negation | grammar.object_pronouns | grammar.reflexive
    if small.issuperset(view.words_within(first, start)):
        return False
    starts = {span.start for span in (*view.people, *view.agents, *view.places)}
    return first in starts or view.word(first) in grammar.determiners or view.doc[first].is_title


def _is_modifier(view: SentenceView, end: int, relative: int, grammar: ClosedClasses) -> bool:
    """Tell whether the words between a phrase and its relative only describe it: "from a school", ", sold at 12"."""
    first = end + (view.word(end) == _COMMA)
    if first >= relative:
        return end == relative
    if relative - first > _LONGEST_MODIFIER or view.tells(_SIGNS, first, relative):
        return False
    words = view.words_within(first, relative)
    led = words[0] in grammar.prepositions or words[0] in grammar.participles
    led |= words[0] not in grammar.verb_words and words[0].endswith(grammar.participle_endings)
    return led and grammar.finite_auxiliaries.isdisjoint(words)
