"""Realis, and the cues that tell it in a language: `realis.yaml` of its pack."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import PatternTable


class Realis(str, Enum):
    """The status of an act, after TAC KBP and the guideline; only ACTUAL reaches the event topic."""

    ACTUAL = "ACTUAL"
    PLANNED = "PLANNED"
    ATTEMPTED = "ATTEMPTED"
    HYPOTHETICAL = "HYPOTHETICAL"
    CALLED_FOR = "CALLED_FOR"
    DENIED = "DENIED"
    GENERIC = "GENERIC"


class Reach(str, Enum):
    """Where a cue must stand: close before the trigger, before it in its clause, behind it, or anywhere."""

    CLOSE = "close"
    BEFORE = "before"
    AFTER = "after"
    SENTENCE = "sentence"


class RealisCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns that give a trigger in their reach this realis; ACTUAL ones license ("managed to")."""

    realis: Realis
    reach: Reach
    say: list[str]


class RealisWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `realis.yaml`."""

    cues: list[RealisCue]


@dataclass(frozen=True)
class Cue:
    """What a cue says, and how far it reaches."""

    realis: Realis
    reach: Reach


def load_cues(nlp: Language, pack: str) -> PatternTable[Cue]:
    """Compile the realis cues of a pack."""
    cues = read_words(pack, "realis", RealisWords).cues
    entries = [(pattern, Cue(cue.realis, cue.reach)) for cue in cues for pattern in cue.say]
    for reach in Reach:
        refuse_contradictions(pack_file(pack, "realis.yaml"), (entry for entry in entries if entry[1].reach is reach))
    return compile_phrases(nlp, pack, "realis", entries)
