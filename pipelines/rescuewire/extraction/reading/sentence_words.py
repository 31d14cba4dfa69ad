"""The words of a language that a full stop follows without ending a sentence: `sentences.yaml` of its pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from rescuewire.extraction.packs.language_pack import Word, read_words


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sentences.yaml`: words that a full stop follows without ending the sentence, written without that stop.

    `titles` never end one, `before_figures` not before a digit, `abbreviations` only before one of the `openers`,
    words that begin sentences. Titles and abbreviations count as written here or in capitals throughout.
    `ordinal_stop` is true where a stop after a number makes it an ordinal (German).
    """

    titles: tuple[Word, ...]
    before_figures: tuple[Word, ...]
    abbreviations: tuple[Word, ...]
    openers: tuple[Word, ...]
    ordinal_stop: bool = False


@dataclass(frozen=True)
class SentenceRules:
    """The words of a pack, folded for look-up."""

    titles: frozenset[str]
    before_figures: frozenset[str]
    abbreviations: frozenset[str]
    openers: frozenset[str]
    ordinal_stop: bool


@cache
def read_sentence_rules(pack: str) -> SentenceRules:
    """Read the pack's `sentences.yaml`; raise PackError where it is missing or wrong."""
    words = read_words(pack, "sentences", SentenceWords)
    return SentenceRules(
        titles=_with_capitals(words.titles),
        before_figures=_with_capitals(words.before_figures),
        abbreviations=_with_capitals(words.abbreviations),
        openers=frozenset(word.casefold() for word in words.openers),
        ordinal_stop=words.ordinal_stop,
    )


def _with_capitals(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) | frozenset(word.upper() for word in words if len(word) > 1)
