"""The triggers of a language: `triggers.yaml` of its pack."""

from __future__ import annotations

from typing import TypeAlias

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.kinds import (
    PatientSlot,
    Strength,
)
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import TOKENS_OF_NEWS_REMEMBERED, PatternTable
from rescuewire_schemas.rescue_event import EventType


class TriggerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns that tell the same; see `TriggerMention` for the meaning of the keys."""

    say: list[str]
    type: EventType
    by_authority: EventType | None = None
    strength: Strength = Strength.STRONG
    patient: PatientSlot = PatientSlot.OBJECT
    noun: bool = False


class TriggerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `triggers.yaml`."""

    triggers: list[TriggerEntry]


Lexeme: TypeAlias = tuple[str, TriggerEntry]
"""A pattern, and what it tells."""


TriggerTable: TypeAlias = PatternTable[Lexeme]


def load_triggers(nlp: Language, pack: str) -> TriggerTable:
    """Compile the triggers of a pack; raise PackError at the pattern that cannot be."""
    entries = read_words(pack, "triggers", TriggerWords).triggers
    meanings = ((said, msgspec.structs.replace(entry, say=[])) for entry in entries for said in entry.say)
    refuse_contradictions(pack_file(pack, "triggers.yaml"), meanings)
    lexemes = ((said, (said, entry)) for entry in entries for said in entry.say)
    return compile_phrases(nlp, pack, "triggers", lexemes, TOKENS_OF_NEWS_REMEMBERED)
