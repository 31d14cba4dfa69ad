"""Shapes of the files that hold place names: `languages/world/places.yaml` and three files of each language."""

from __future__ import annotations

import msgspec

from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.packs.language_pack import Word


class AmbiguousName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name of several countries.

    `readings` gives for each country the ones whose mention speaks for it; without any, `default` is meant
    (null: no mention). `told` lists phrases that, once read as a country, pull the bare name after them.
    """

    kind: PlaceKind
    default: str | None
    readings: dict[str, list[Word]]
    told: dict[str, list[Word]] = {}


class WorldPlaces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Places in spellings that several languages share; a key of `names` is one country or several."""

    names: dict[str, list[Word]]
    ambiguous: dict[str, AmbiguousName]
    person_names: list[Word]
    no_places: list[Word]


class CountryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of countries in one language.

    `acronyms` are matched as written; words of `needs_capital` are everyday words, never matched in small
    letters; `no_places` are phrases that hold a country's name, or look like one, and mean none; names of
    `needs_article` are surnames too and count only after an article or locative word. Of `languages`, a name after
    one of `language_cues` is no country; after one of `language_verbs`, with only `language_fillers` between, or
    before one of `language_tails`, no demonym is.
    """

    aliases: dict[str, list[Word]]
    acronyms: dict[str, list[Word]]
    needs_capital: list[Word]
    ambiguous: dict[str, AmbiguousName]
    no_places: list[Word]
    languages: list[Word]
    language_cues: list[Word]
    needs_article: list[Word] = []
    language_verbs: list[Word] = []
    language_fillers: list[Word] = []
    language_tails: list[Word] = []


class DemonymWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for a country's people and things, as the heads of the files explain them."""

    both: dict[str, str]
    endings: dict[str, list[str]] = {}
    people_endings: dict[str, list[str]] = {}
    adjectives: dict[str, str] = {}
    people: dict[str, str] = {}


class HeadWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language tells people ("15 Chinese were") from an adjective ("15 Chinese guards").

    `by_capital`: the noun has a capital, the adjective none. `noun_first`: adjectives follow their noun, so a word
    after one of `before` heads the phrase; otherwise one of `after`, or a stop, must follow too.
    `before_singular`: words before a singular. `before_small`: where nouns have capitals, words after which one
    is a noun without.
    """

    by_capital: bool
    noun_first: bool
    before: list[Word]
    before_singular: list[Word]
    after: list[Word]
    coordinators: list[Word]
    before_small: list[Word] = []


class Namesakes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that make a place right after or before them part of another name: "Bank of", "Airlines".

    One that is listed with a capital is read with a capital only.
    """

    before: list[Word] = []
    after: list[Word] = []


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Further names of places in one language, and the words around them.

    `abbreviations` of regions count after a place and a comma; `person_names` are names of places or peoples that
    are given names or surnames as well. `state_titles` are words of the full names of states ("Republic", "Federal"),
    `contractions` give for a preposition the article that it holds (« au Mans » for « Le Mans »). `sources` lead to a
    town that somebody is from, with or without a relation word (« oriunda de »), `indefinite` are articles of sites
    that are in one (« en una finca de »).
    """

    names: dict[str, list[Word]]
    locatives: list[Word]
    relations: list[Word]
    place_nouns: list[Word]
    titles: list[Word]
    heads: HeadWords
    articles: list[Word] = []
    abbreviations: dict[str, list[Word]] = {}
    person_names: list[Word] = []
    namesakes: Namesakes = Namesakes()
    state_titles: list[Word] = []
    sources: list[Word] = []
    indefinite: list[Word] = []
    contractions: dict[str, Word] = {}
