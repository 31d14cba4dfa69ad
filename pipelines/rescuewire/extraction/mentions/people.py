"""People: phrases for those who come out, for those who hold them, and for those who only do their work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from rescuewire.extraction.patterns.tokens import folded, sentences


class PeopleFinder:
    """Component that writes `doc.spans["rescuewire_people"]`; it reads counts and places found before."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self._grammar = load_grammar(pack)
        self._nouns = load_nouns(nlp, pack)
        self._finite = finite_words(load_verbs(pack))

    def __call__(self, doc: Doc) -> Doc:
        reader = PhraseReader(doc, self._grammar)
        found = SpansByPlace(doc, (COUNTS, DATES, PLACES, AGENTS))
        spans: list[Span] = []
        for sentence in sentences(doc):
            spans.extend(self._find(sentence, reader, found))
        doc.spans[PEOPLE] = sorted(spans, key=lambda s: (s.start, s.end))
        return doc

    def _find(self, sentence: Span, reader: PhraseReader, found: SpansByPlace) -> Iterator[Span]:
        heads = sorted(self._heads(sentence, found), key=lambda h: h.start)
        phrases = [reader.read(head, heads, sentence) for head in heads]
        if self._grammar.adjectives_follow:
            phrases = [p for p in phrases if not _describes(p, phrases)]
        yield from phrases
        others = [span for group in (COUNTS, DATES, PLACES, AGENTS) for span in found.within(group, sentence)]
        yield from find_named(sentence, [*phrases, *others], self._grammar)
        yield from find_pronouns(sentence, self._grammar, self._finite)

    def _heads(self, sentence: Span, found: SpansByPlace) -> Iterator[Head]:
        covered: set[int] = set()
        organs = {i for a in found.within(AGENTS, sentence) if len(a) > 1 for i in range(a.start, a.end)}
        for match in self._nouns.find_longest(folded(sentence)):
            head = _noun_head(match.start + sentence.start, match.end + sentence.start, match.value)
            covered.update(range(head.start, head.end))
            if head.start not in organs:  # « Affaires étrangères » names an organ, no people
                yield head
        for place in found.within(PLACES, sentence):
            if _heads_phrase(place, covered):
                yield _demonym_head(place)


def _describes(phrase: Span, phrases: Sequence[Span]) -> bool:
    """Tell whether a lone word is the adjective of the people right before it: « viajeros secuestrados »."""
    return len(phrase) == 1 and any(other.end == phrase.start for other in phrases)


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
