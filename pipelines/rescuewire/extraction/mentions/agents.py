"""Agents: those who can bring people out, and those who hold them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.agent_words import load_agents
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    PLACES,
    PlaceKind,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import give_meaning, meaning
from rescuewire.extraction.patterns.pattern_table import longest_of
from rescuewire.extraction.patterns.sightings import found_by_sentence


class AgentFinder:
    """Component that writes `doc.spans["rescuewire_agents"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self._table = load_agents(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        beside = set(_beside_adjectives(doc))
        spans = []
        for matches in found_by_sentence(doc, self._table):
            for match in longest_of(matches):
                if not match.value.of_nation or match.start in beside or match.end in beside:
                    span = Span(doc, match.start, match.end)
                    give_meaning(span, AGENTS, match.value)
                    spans.append(span)
        doc.spans[AGENTS] = spans
        return doc


def _beside_adjectives(doc: Doc) -> Iterator[int]:
    """Yield the edges of words that describe things of a country."""
    for place in doc.spans.get(PLACES, ()):
        if meaning(place, PLACES).kind is PlaceKind.ADJECTIVE:
            yield from (place.start, place.end)


@Language.factory(AGENTS, default_config={"pack": "en"})
def _create(nlp: Language, name: str, pack: str) -> AgentFinder:
    return AgentFinder(nlp, pack)
