"""Agents: those who can bring people out, and those who hold them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    PLACES,
    AgentKind,
    AgentMention,
    PlaceKind,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import give_meaning, meaning
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.country_codes import refuse_unknown_codes
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.patterns.tokens import folded, sentences


class AgentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `agents.yaml`.

    `state` are nouns for organs of a state ("police", "coast guard"), `national` names of organs of
    one state by its ISO code ("FBI"), `mission` organs that act for their citizens abroad ("embassy"),
    `body` bodies of no state (Interpol, IOM, NGOs), `captor` those who hold people; `of_nation` are nouns that name a
    state's organ only beside a country's adjective ("Danish forces").
    """

    state: list[str]
    national: dict[str, list[str]]
    body: list[str]
    captor: list[str]
    mission: list[str] = []
    of_nation: list[str] = []


class AgentFinder:
    """Component that writes `doc.spans["rescuewire_agents"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self._table = _load(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        beside = set(_beside_adjectives(doc))
        spans = []
        for sentence in sentences(doc):
            for match in self._table.find_longest(folded(sentence)):
                span = Span(doc, sentence.start + match.start, sentence.start + match.end)
                if not match.value.of_nation or beside.intersection((span.start, span.end)):
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


def _load(nlp: Language, pack: str) -> PatternTable[AgentMention]:
    words = read_words(pack, "agents", AgentWords)
    refuse_unknown_codes(pack_file(pack, "agents.yaml"), ((("national", code), code) for code in words.national))
    refuse_contradictions(pack_file(pack, "agents.yaml"), _entries(words))
    return compile_phrases(nlp, pack, "agents", _entries(words))


def _entries(words: AgentWords) -> Iterator[tuple[str, AgentMention]]:
    for phrase in words.state:
        yield phrase, AgentMention(AgentKind.STATE, ())
    for code, names in words.national.items():
        for name in names:
            yield name, AgentMention(AgentKind.STATE, (code,))
    for phrase in words.mission:
        yield phrase, AgentMention(AgentKind.STATE, (), is_mission=True)
    for phrase in words.of_nation:
        yield phrase, AgentMention(AgentKind.STATE, (), of_nation=True)
    for phrase in words.body:
        yield phrase, AgentMention(AgentKind.BODY, ())
    for phrase in words.captor:
        yield phrase, AgentMention(AgentKind.CAPTOR, ())
