"""Finds the words of a text that stand for a country: names, towns, people, adjectives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.attrs import LIKE_NUM
from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.demonym_heads import DemonymReader
from rescuewire.extraction.mentions.gazetteer import Gazetteer, load_gazetteer
from rescuewire.extraction.mentions.kinds import PLACES, PlaceMention, register_attributes
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.place_ambiguity import resolve_countries
from rescuewire.extraction.mentions.place_context import keep_places
from rescuewire.extraction.mentions.place_scanning import scan_places
from rescuewire.extraction.mentions.place_words import split_words
from rescuewire.extraction.mentions.state_titles import full_name_start
from rescuewire.extraction.patterns.tokens import text_of


@dataclass(frozen=True)
class PlaceFound:
    """A mention with its offsets [start, end) in the text."""

    start: int
    end: int
    mention: PlaceMention


def find_places(text: str, gazetteer: Gazetteer, is_number: Callable[[str], bool] = str.isdigit) -> list[PlaceFound]:
    """The places of one article or part of one, in order and without overlaps.

    Ambiguous names are settled by what else `text` names, so give it as much of an article as there is.
    `is_number` knows number words of the language.
    """
    words = split_words(text)
    kept = keep_places(words, scan_places(words, gazetteer), gazetteer)
    resolved = resolve_countries(words, kept)
    kinds = DemonymReader(words, gazetteer, is_number).read_kinds(resolved)
    pasts = [0, *(o.last + 1 for o in resolved)]
    starts = [full_name_start(words, o, gazetteer, past) for o, past in zip(resolved, pasts, strict=False)]
    return [
        PlaceFound(words.starts[start], words.ends[o.last], PlaceMention(codes=o.codes, kind=kind))
        for start, o, kind in zip(starts, resolved, kinds, strict=True)
    ]


class PlaceFinder:
    """spaCy component: writes `doc.spans["rescuewire_places"]`, each span with its `PlaceMention`."""

    def __init__(self, pack: str, is_number: Callable[[str], bool]) -> None:
        """Take what knows the number words of the pack's language: asked of few words, and slow."""
        self._gazetteer = load_gazetteer(pack)
        self._is_number = is_number
        register_attributes()

    def __call__(self, doc: Doc) -> Doc:
        doc.spans[PLACES] = list(_to_spans(doc, find_places(text_of(doc), self._gazetteer, self._is_number)))
        return doc


def _to_spans(doc: Doc, found: list[PlaceFound]) -> Iterator[Span]:
    """Whole tokens that cover each place; of two in one token ("Paris-Dakar") the first stays."""
    past = 0
    for place in found:
        span = doc.char_span(place.start, place.end, alignment_mode="expand")
        if span is not None and span.start >= past:
            give_meaning(span, PLACES, place.mention)
            past = span.end
            yield span


@Language.factory(PLACES, default_config={"pack": "en"})
def create_place_finder(nlp: Language, name: str, pack: str) -> PlaceFinder:
    """Make the component for a language pack."""
    vocab: Any = nlp.vocab  # its stubs know no getters
    return PlaceFinder(pack, vocab.lex_attr_getters[LIKE_NUM])
