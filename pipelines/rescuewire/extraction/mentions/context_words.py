"""The contexts of a language: `contexts.yaml` of its pack."""

from __future__ import annotations

from typing import TypeAlias

import msgspec
from spacy.language import Language

from rescuewire.extraction.mentions.kinds import ContextMention, Unlike
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire_schemas.rescue_event import Form, Harm

ContextTable: TypeAlias = PatternTable[ContextMention]


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `contexts.yaml`: patterns by harm, by form of exploitation, by unlike topic.

    `holds` are the patterns that tell how people were taken or held, by the harm they tell, `totals` those that
    make a figure the sum of many occasions.
    """

    harms: dict[Harm, list[str]]
    forms: dict[Form, list[str]]
    holds: dict[Harm, list[str]]
    unlike: dict[Unlike, list[str]]
    totals: list[str] = []


def load_contexts(nlp: Language, pack: str) -> ContextTable:
    """Compile the contexts of a pack; a pattern told under headings of several kinds carries all of them."""
    words = read_words(pack, "contexts", ContextWords)
    for headings in (words.harms, words.holds, words.unlike):
        entries = ((pattern, heading) for heading, patterns in headings.items() for pattern in patterns)
        refuse_contradictions(pack_file(pack, "contexts.yaml"), entries)
    told: dict[str, ContextMention] = {}
    for mention, patterns in _headings(words):
        for pattern in patterns:
            told[pattern] = united(told.get(pattern), mention)
    return compile_phrases(nlp, pack, "contexts", told.items())


def _headings(words: ContextWords) -> list[tuple[ContextMention, list[str]]]:
    return [
        *((ContextMention(harm=harm), patterns) for harm, patterns in words.harms.items()),
        *((ContextMention(harm=harm, holds=True), patterns) for harm, patterns in words.holds.items()),
        *((ContextMention(harm=Harm.TRAFFICKING, forms=(form,)), patterns) for form, patterns in words.forms.items()),
        *((ContextMention(unlike=unlike), patterns) for unlike, patterns in words.unlike.items()),
        (ContextMention(totals=True), words.totals),
    ]


def united(one: ContextMention | None, other: ContextMention) -> ContextMention:
    """Return what two headings tell of the same words: the later one first, all forms of both."""
    if one is None:
        return other
    return ContextMention(
        harm=other.harm or one.harm,
        forms=tuple(dict.fromkeys((*one.forms, *other.forms))),
        unlike=other.unlike or one.unlike,
        holds=other.holds or one.holds,
        totals=other.totals or one.totals,
    )
