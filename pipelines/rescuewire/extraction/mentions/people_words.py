"""The nouns for people of a language: `people.yaml` of its pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.kinds import (
    PeopleClass,
)
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import PatternTable


class PeopleNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns as "singular|singular/plural|plural"; without a slash the word is plural only, with "=" both.

    `compatriot` nouns take the agent's country as origin behind a possessive (« ses ressortissants »), `fellow` nouns
    without one too ("compatriots").
    """

    victim: list[str]
    person: list[str]
    minor: list[str]
    family: list[str]
    suspect: list[str]
    authority: list[str]
    dead: list[str]
    animal: list[str]
    compatriot: list[str]
    fellow: list[str] = []


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `people.yaml`; `sizes` are how many people singular nouns of `nouns` mean ("couple": 2)."""

    nouns: PeopleNouns
    sizes: dict[str, int] = {}


@dataclass(frozen=True)
class NounMeaning:
    """What a noun says: its class, whether it is plural (None: either), whether it means compatriots, how many."""

    people_class: PeopleClass
    plural: bool | None
    compatriot: bool = False
    fellow: bool = False
    size: int | None = None


_CLASSES = (
    PeopleClass.VICTIM,
    PeopleClass.PERSON,
    PeopleClass.MINOR,
    PeopleClass.FAMILY,
    PeopleClass.SUSPECT,
    PeopleClass.AUTHORITY,
    PeopleClass.DEAD,
    PeopleClass.ANIMAL,
)


def load_nouns(nlp: Language, pack: str) -> PatternTable[NounMeaning]:
    """Compile the people nouns of a pack; compatriot nouns keep the class they have elsewhere."""
    words = read_words(pack, "people", PeopleWords)
    nouns = words.nouns
    told = [
        meant
        for people_class in _CLASSES
        for entry in getattr(nouns, people_class.value)
        for meant in _inflected(entry, people_class)
    ]
    classes = ((phrase, noun.people_class) for phrase, noun in told)
    refuse_contradictions(pack_file(pack, "people.yaml"), classes)
    entries = dict(told)
    for entry in nouns.compatriot:
        for phrase, noun in _inflected(entry, PeopleClass.PERSON):
            entries[phrase] = replace(entries.get(phrase, noun), compatriot=True)
    for entry in nouns.fellow:
        for phrase, noun in _inflected(entry, PeopleClass.PERSON):
            entries[phrase] = replace(entries.get(phrase, noun), compatriot=True, fellow=True)
    for word, size in words.sizes.items():
        entries[word] = replace(entries.get(word, NounMeaning(PeopleClass.PERSON, plural=True)), plural=True, size=size)
    return compile_phrases(nlp, pack, "people", entries.items())


def _inflected(entry: str, people_class: PeopleClass) -> Iterator[tuple[str, NounMeaning]]:
    if entry.startswith("="):
        yield from ((word, NounMeaning(people_class, None)) for word in entry[1:].split("|"))
        return
    singular, _, plural = entry.rpartition("/")
    for word in filter(None, singular.split("|")):
        yield word, NounMeaning(people_class, plural=False)
    for word in filter(None, plural.split("|")):
        yield word, NounMeaning(people_class, plural=True)
