"""Single people: persons called by name, and pronouns. Names are found, never kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import (
    PEOPLE,
    CountMention,
    PeopleClass,
    PeopleMention,
)
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.tokens import folded, written
from rescuewire_schemas.rescue_event import CountQualifier

ONE = CountMention(best=1, min=1, max=1, qualifier=CountQualifier.EXACT)
_LONGEST_NAME = 6
_FEWEST_WORDS = 2


def find_named(doc: Doc, sentence: range, taken: AbstractSet[int], grammar: ClosedClasses) -> Iterator[Span]:
    """Yield spans that read as a person's name: two capitalised words, or one behind a title; none of `taken`."""
    written_words, words = written(doc), folded(doc)
    end = sentence.start
    for position in [i for i in sentence if written_words[i][0].isupper()]:
        if position < end:
            continue
        end = _name_end(written_words, position, sentence.stop, taken)
        if end > position and _is_name(words, position, end, sentence.start, grammar):
            span = Span(doc, position, end)
            give_meaning(span, PEOPLE, PeopleMention(PeopleClass.NAMED, position, False, ONE, False, False, ()))
            yield span


def find_pronouns(doc: Doc, sentence: range, grammar: ClosedClasses, finite: frozenset[str]) -> Iterator[Span]:
    """Yield pronouns that can stand for people, as phrases without a figure.

    A word that is a determiner too (« la », "her") is a pronoun only before a verb, one of `finite`, or where its
    phrase ends: "freed her on Monday".
    """
    words, pronouns = folded(doc), grammar.pronouns
    for index in [i for i in sentence if words[i] in pronouns]:
        word = words[index]
        if word in grammar.determiners and not _stands_for_people(words, index, grammar, finite):
            continue
        plural = word in grammar.plural or word in grammar.plural_object
        span = Span(doc, index, index + 1)
        give_meaning(span, PEOPLE, PeopleMention(PeopleClass.PRONOUN, index, plural, None, True, False, ()))
        yield span


def _stands_for_people(words: Sequence[str], index: int, grammar: ClosedClasses, finite: frozenset[str]) -> bool:
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    if words[index] in grammar.plural_object and following in grammar.adverbs and index + 2 < len(words):
        return words[index + 2] in grammar.perfect  # « les en a fait sortir »
    if following in grammar.auxiliaries or following in finite:
        return True
    is_object = words[index] in grammar.object_pronouns and words[max(index - 1, 0)] in grammar.verb_words
    return is_object and (not following[:1].isalnum() or following in grammar.prepositions | grammar.conjunctions)


def _name_end(written_words: Sequence[str], start: int, end: int, taken: AbstractSet[int]) -> int:
    position, last = start, min(end, start + _LONGEST_NAME)
    while position < last and position not in taken and _is_name_word(written_words[position]):
        position += 1
    return position


def _is_name_word(text: str) -> bool:
    if not text[0].isupper() or len(text) < _FEWEST_WORDS or text.isupper():
        return False
    return text.replace("-", "").isalpha()


def _is_name(words: Sequence[str], start: int, end: int, first: int, grammar: ClosedClasses) -> bool:
    """Tell whether the capitalised words `start` to `end` of a sentence that begins at `first` are a person's name.

    Behind a word for a vessel they are hers: "the frigate Esbern Snare".
    """
    if start > first and words[start - 1] in grammar.vehicles:
        return False
    if end - start >= _FEWEST_WORDS:
        return words[start] not in grammar.determiners
    return start > first and words[start - 1] in grammar.person_titles
