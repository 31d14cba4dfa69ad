"""What tests of places share: one text in, (words, countries, kind) out."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from rescuewire.extraction.mentions import places  # noqa: F401  registers the component
from rescuewire.extraction.mentions.kinds import PLACES

Found = tuple[str, str, str]


@cache
def place_pipeline(language: str) -> Language:
    """A pipeline of tokens and places alone."""
    nlp = spacy.blank(language)
    nlp.add_pipe(PLACES, config={"pack": language})
    return nlp


def places_of(language: str, text: str) -> list[Found]:
    """Every mention: its text, its codes joined by "+", its kind."""
    doc = place_pipeline(language)(text)
    mentions = [(span.text, span._.get(PLACES)) for span in doc.spans[PLACES]]
    return [(words, "+".join(mention.codes), mention.kind.value) for words, mention in mentions]


def codes_of(language: str, text: str) -> list[str]:
    """The codes of every mention, in order."""
    return [codes for _, codes, _ in places_of(language, text)]
