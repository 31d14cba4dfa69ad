"""Tell which names of towns are everyday words of a language, by the dictionaries that simplemma ships."""

from __future__ import annotations

from collections.abc import Iterable

from simplemma.strategies import DictionaryLookupStrategy
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

from rescuewire.extraction.mentions.place_inflection import unaccented

WORLD_LANGUAGE = "en"
"""Its words turn up with capitals in articles of every language: "Time", "Best", "Mobile"."""


def everyday_words(language: str, keys: Iterable[str]) -> list[str]:
    """Those of `keys`, with and without accents, that dictionaries list in small letters.

    A language without a dictionary has the words of `WORLD_LANGUAGE` alone.
    """
    dictionaries = sorted({language, WORLD_LANGUAGE} & SUPPORTED_LANGUAGES)
    lookup = DictionaryLookupStrategy()
    forms = {form for key in keys if " " not in key for form in (key, unaccented(key))}
    return sorted(form for form in forms if any(lookup.is_dictionary_member(form, code) for code in dictionaries))
