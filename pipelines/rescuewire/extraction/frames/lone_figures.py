"""Figures that stand for people: « 168 ont été secourus », « dont cinquante ont pu s'échapper », "12 of whom"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import CONTEXTS, ContextMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_MOST_SMALL_WORDS = 4
_CLOSES_AGE = frozenset({",", ".", ")", ""})


def find_figure_subject(view: SentenceView, start: int, figures: Sequence[Span], grammar: ClosedClasses) -> Span | None:
    """Return the figure that stands for people right before the verb at `start`, None where none does.

    Nothing but "of whom", auxiliaries and adverbs may stand between; what opens the clause leads it.
    """
    before = (figure for figure in figures if figure.end <= start)
    nearest = max(before, key=lambda figure: figure.end, default=None)
    if nearest is None or not _opens_clause(view, nearest, grammar):
        return None
    end = _behind_of_whom(view, nearest.end, grammar)
    if start - end > _MOST_SMALL_WORDS:
        return None
    small = grammar.auxiliaries | grammar.adverbs | grammar.reflexive | grammar.verb_words
    return nearest if small.issuperset(view.words_within(end, start)) else None


def _opens_clause(view: SentenceView, figure: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a relative leads a figure, or "of whom" follows it, or another clause opens before it."""
    lead = view.word(figure.start - 1)
    if _behind_of_whom(view, figure.end, grammar) > figure.end:
        return True
    return lead in grammar.relative | grammar.subordinate


def _behind_of_whom(view: SentenceView, end: int, grammar: ClosedClasses) -> int:
    """Return the token behind "of whom", `end` where that does not stand there."""
    led = view.word(end) in grammar.from_or_of
    return end + 2 if led and view.word(end + 1) in grammar.relative else end


def stands_alone(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether no noun follows a figure: « 168 ont été secourus », "twenty others", "3,580 of them".

    A participle for the state before stands for the people: "the last five kidnapped", « los cuatro retenidos ».
    """
    if _is_age(view, span, grammar):
        return False
    word = view.word(span.end)
    if word in grammar.quantity or word in grammar.of:
        return True
    if not word or not word[0].isalnum():
        return True
    if word in grammar.participles and any(c.start == span.end and _tells_state(c) for c in view.contexts):
        return True
    if word in grammar.may_follow_figure:
        return True
    return span.end in view.heads


def _tells_state(context: Span) -> bool:
    said: ContextMention = meaning(context, CONTEXTS)
    return said.holds or said.harm is not None


def _is_age(view: SentenceView, span: Span, grammar: ClosedClasses) -> bool:
    """Tell whether a figure stands between commas behind a name: "Lorna D., 31, from Iloilo", "Grace, now 24, fled"."""
    comma = span.start - 1 - (view.word(span.start - 1) in grammar.adverbs)
    if view.word(comma) != "," or view.word(span.end) not in _CLOSES_AGE or not span.text.isdigit():
        return False
    return comma - 1 >= view.start and view.doc[comma - 1].text[0].isupper()
