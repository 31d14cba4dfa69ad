"""Single people: persons called by name, and pronouns. Names are found, never kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from rescuewire.extraction.mentions.kinds import (
    PEOPLE,
    CountMention,
    PeopleClass,
    PeopleMention,
)
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.token_patterns import fold
from rescuewire_schemas.rescue_event import CountQualifier

ONE = CountMention(best=1, min=1, max=1, qualifier=CountQualifier.EXACT)
_LONGEST_NAME = 6
_FEWEST_WORDS = 2


def find_named(sentence: Span, others: Sequence[Span], grammar: ClosedClasses) -> Iterator[Span]:
    """Yield spans that read as a person's name: two capitalised words, or one behind a title; none of `others`."""
    taken = {i for mention in others for i in range(mention.start, mention.end)}
    position = sentence.start
    while position < sentence.end:
        end = _name_end(sentence, position, taken)
        if _is_name(sentence, position, end, grammar):
            span = sentence.doc[position:end]
            span._.set(PEOPLE, PeopleMention(PeopleClass.NAMED, position, False, ONE, False, False, ()))
            yield span
        position = max(end, position + 1)


def find_pronouns(sentence: Span, grammar: ClosedClasses, finite: frozenset[str]) -> Iterator[Span]:
    """Yield pronouns that can stand for people, as phrases without a figure.

    A word that is a determiner too (« la », "her") is a pronoun only before a verb, one of `finite`, or where its
    phrase ends: "freed her on Monday".
    """
    for token in sentence:
        word = fold(token.text)
        if word in grammar.determiners and not _stands_for_people(token, grammar, finite):
            continue
        plural = word in grammar.plural or word in grammar.plural_object
        if plural or word in grammar.singular or word in grammar.singular_object:
            span = sentence.doc[token.i : token.i + 1]
            span._.set(PEOPLE, PeopleMention(PeopleClass.PRONOUN, token.i, plural, None, True, False, ()))
            yield span


def _stands_for_people(token: Token, grammar: ClosedClasses, finite: frozenset[str]) -> bool:
    if token.i + 1 >= len(token.doc):
        return False
    following = fold(token.doc[token.i + 1].text)
    if following in grammar.auxiliaries or following in finite:
        return True
    is_object = (
        fold(token.text) in grammar.object_pronouns and fold(token.doc[max(token.i - 1, 0)].text) in grammar.verb_words
    )
    return is_object and (not following[:1].isalnum() or following in grammar.prepositions | grammar.conjunctions)


def _name_end(sentence: Span, start: int, taken: set[int]) -> int:
    position = start
    while position < sentence.end and position - start < _LONGEST_NAME and position not in taken:
        if not _is_name_word(sentence.doc[position]):
            break
        position += 1
    return position


def _is_name_word(token: Token) -> bool:
    text = token.text
    if len(text) < _FEWEST_WORDS or not text[0].isupper() or text.isupper():
        return False
    return text.replace("-", "").isalpha()


def _is_name(sentence: Span, start: int, end: int, grammar: ClosedClasses) -> bool:
    if end - start >= _FEWEST_WORDS:
        return fold(sentence.doc[start].text) not in grammar.determiners
    titled = start > sentence.start and fold(sentence.doc[start - 1].text) in grammar.person_titles
    return end > start and titled
