"""People: phrases for those who come out, for those who hold them, and for those who only do their work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    COUNTS,
    DATES,
    PEOPLE,
    PLACES,
    PeopleClass,
    PlaceKind,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.mentions.people_phrases import Head, PhraseReader
from rescuewire.extraction.mentions.people_words import NounMeaning, load_nouns
from rescuewire.extraction.mentions.persons import find_named, find_pronouns
from rescuewire.extraction.mentions.spans_by_place import SpansByPlace
from rescuewire.extraction.packs.grammar import load_grammar
from rescuewire.extraction.packs.verbs import finite_words, load_verbs
from rescuewire.extraction.patterns.pattern_table import Match, longest_of
from rescuewire.extraction.patterns.sightings import found_by_sentence
from rescuewire.extraction.patterns.tokens import sentence_bounds


class PeopleFinder:
    """Component that writes `doc.spans["rescuewire_people"]`; it reads counts and places found before."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self._grammar = load_grammar(pack)
        self._nouns = load_nouns(nlp, pack)
        self._finite = finite_words(load_verbs(pack))

    def __call__(self, doc: Doc) -> Doc:
        found = SpansByPlace(doc, (COUNTS, DATES, PLACES, AGENTS))
        reader, covered = PhraseReader(doc, self._grammar, found), found.covered()
        organs = {i for a in found.all(AGENTS) if len(a) > 1 for i in range(a.start, a.end)}
        spans: list[Span] = []
        for bounds, matches in zip(sentence_bounds(doc), found_by_sentence(doc, self._nouns), strict=True):
            sentence = range(*bounds)
            heads = _heads(longest_of(matches), found.within(PLACES, sentence), organs)
            phrases = self._read(heads, reader, sentence)
            spans += phrases
            covered.update(*map(_tokens, phrases))
            spans += find_named(doc, sentence, covered, self._grammar)
            spans += find_pronouns(doc, sentence, self._grammar, self._finite)
        doc.spans[PEOPLE] = sorted(spans, key=lambda s: (s.start, s.end))
        return doc

    def _read(self, heads: Sequence[Head], reader: PhraseReader, sentence: range) -> list[Span]:
        """Return the phrases around the heads of a sentence, in order."""
        nouns = {i for head in heads for i in range(head.start, head.end)}
        phrases = [reader.read(head, nouns, sentence) for head in heads]
        return _without_adjectives(phrases) if self._grammar.adjectives_follow else phrases


def _tokens(span: Span) -> range:
    return range(span.start, span.end)


def _heads(nouns: Iterable[Match[NounMeaning]], places: Iterable[Span], organs: set[int]) -> list[Head]:
    """Return the heads of a sentence in order: its nouns for people, and what it calls people of a country."""
    heads: list[Head] = []
    covered: set[int] = set()
    for noun in nouns:
        covered.update(range(noun.start, noun.end))
        if noun.start not in organs:  # « Affaires étrangères » names an organ, no people
            heads.append(_noun_head(noun.start, noun.end, noun.value))
    heads += [_demonym_head(place) for place in places if _heads_phrase(place, covered)]
    return sorted(heads, key=lambda head: head.start)


def _without_adjectives(phrases: Sequence[Span]) -> list[Span]:
    """Leave out lone words that are the adjective of the people right before them: « viajeros secuestrados »."""
    ends = {phrase.end for phrase in phrases}
    return [phrase for phrase in phrases if phrase.start not in ends or len(phrase) > 1]


def _noun_head(start: int, end: int, noun: NounMeaning) -> Head:
    return Head(start, end, noun.people_class, noun.plural, noun.compatriot, (), noun.fellow, noun.size)


def _heads_phrase(place: Span, covered: set[int]) -> bool:
    """Tell whether a demonym is the noun itself: not beside a people noun, which it then describes."""
    if meaning(place, PLACES).kind is not PlaceKind.DEMONYM:
        return False
    return not covered.intersection(range(place.start - 1, place.end + 1))


def _demonym_head(place: Span) -> Head:
    return Head(place.start, place.end, PeopleClass.PERSON, None, False, meaning(place, PLACES).codes)


@Language.factory(PEOPLE, default_config={"pack": "en"})
def _create(nlp: Language, name: str, pack: str) -> PeopleFinder:
    return PeopleFinder(nlp, pack)
