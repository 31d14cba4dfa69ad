"""The agents of a language: `agents.yaml` of its pack."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.kinds import (
    AgentKind,
    AgentMention,
)
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.country_codes import refuse_unknown_codes
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import PatternTable


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


def load_agents(nlp: Language, pack: str) -> PatternTable[AgentMention]:
    """Compile the agents of a pack; raise PackError at the code that no country has."""
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
