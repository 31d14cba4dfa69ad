"""The triggers of a language: `triggers.yaml` of its pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.kinds import (
    PatientSlot,
    Strength,
)
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.patterns.token_patterns import VerbForms, places_of
from rescuewire_schemas.rescue_event import EventType

_FIRST_VERB = re.compile(r"\{([^}:]+)")


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


@dataclass(frozen=True)
class Lexeme:
    """A pattern, and what it tells; `verb` are the forms of its first verb, `words` all of them."""

    pattern: str
    entry: TriggerEntry
    verb: Mapping[str, frozenset[str]]
    words: frozenset[str]
    weight: tuple[int, bool]
    """At one head the heavier one counts: the one that is told by most words, the strong before the weak."""


TriggerTable: TypeAlias = PatternTable[Lexeme]


def load_triggers(nlp: Language, pack: str) -> TriggerTable:
    """Compile the triggers of a pack; raise PackError at the pattern that cannot be."""
    entries = read_words(pack, "triggers", TriggerWords).triggers
    meanings = ((said, msgspec.structs.replace(entry, say=[])) for entry in entries for said in entry.say)
    refuse_contradictions(pack_file(pack, "triggers.yaml"), meanings)
    verbs = load_verbs(pack)
    words = {name: frozenset[str]().union(*forms.values()) for name, forms in verbs.items()}
    lexemes = ((said, _lexeme(said, entry, verbs, words)) for entry in entries for said in entry.say)
    return compile_phrases(nlp, pack, "triggers", lexemes)


def _lexeme(pattern: str, entry: TriggerEntry, verbs: VerbForms, words: Mapping[str, frozenset[str]]) -> Lexeme:
    first = _FIRST_VERB.search(pattern)
    name = first.group(1) if first is not None else ""
    weight = places_of(pattern), entry.strength is Strength.STRONG
    return Lexeme(pattern, entry, verbs.get(name, {}), words.get(name, frozenset()), weight)
