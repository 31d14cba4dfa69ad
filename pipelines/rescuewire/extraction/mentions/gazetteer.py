"""All names of places that one language uses, as one table from keys to readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_checks import check_places
from rescuewire.extraction.mentions.place_files import (
    AmbiguousName,
    CountryWords,
    DemonymWords,
    PlaceWords,
    WorldPlaces,
)
from rescuewire.extraction.mentions.place_inflection import inflect, unaccented
from rescuewire.extraction.mentions.place_tables import read_names, read_towns
from rescuewire.extraction.mentions.place_words import place_key
from rescuewire.extraction.packs.language_pack import pack_file, read_pack_file, read_words


class Writing(Enum):
    """How a name must be written to count.

    ANY: in any letters. CAPITAL: with a capital, in a text that has any. ALWAYS_CAPITAL: with a capital in every text.
    ACRONYM: exactly as listed, in a text that has capitals. EXACT: exactly as listed.
    """

    ANY = "ANY"
    CAPITAL = "CAPITAL"
    ALWAYS_CAPITAL = "ALWAYS_CAPITAL"
    ACRONYM = "ACRONYM"
    EXACT = "EXACT"


@dataclass(frozen=True)
class Name:
    """One reading of a key; no `codes` and no `ambiguity` mean that the phrase names no place.

    `surface` is the name as listed. `has_plural` marks a demonym whose plural is another word.
    """

    codes: tuple[str, ...]
    kind: PlaceKind
    writing: Writing
    surface: str = ""
    ambiguity: AmbiguousName | None = None
    has_plural: bool = False

    @property
    def is_place(self) -> bool:
        return bool(self.codes) or self.ambiguity is not None


@dataclass(frozen=True)
class Phrase:
    """Words beside a place that make it part of another name; `has_capital` as it must be written."""

    key: str
    words: int
    has_capital: bool


@dataclass(frozen=True)
class Gazetteer:
    """The names of one language pack.

    `names` holds what people listed, `towns` the generated rest ("GB:8961 CA:422", thousands of people);
    `lengths` gives for a first word how many words the longest name that starts with it has, `listed_lengths` the
    same without towns, for the first two words too: a small letter starts none. Towns whose names are `everyday` words
    need a hint.
    """

    names: dict[str, tuple[Name, ...]]
    towns: dict[str, str]
    lengths: dict[str, int]
    listed_lengths: dict[str, int]
    abbreviations: dict[str, tuple[str, str]]
    person_names: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    country_words: CountryWords
    place_words: PlaceWords
    locatives: frozenset[str]
    relations: frozenset[str]
    sources: frozenset[str]
    indefinite: frozenset[str]
    place_nouns: frozenset[str]
    titles: frozenset[str]
    everyday: frozenset[str]
    needs_article: frozenset[str]
    articles: frozenset[str]
    language_verbs: frozenset[str]
    language_fillers: frozenset[str]
    namesakes_before: dict[str, tuple[Phrase, ...]]
    """Phrases by their last word."""
    namesakes_after: dict[str, tuple[Phrase, ...]]
    """Phrases by their first word."""
    state_titles: frozenset[str]
    contractions: dict[str, str]


@cache
def load_gazetteer(pack: str) -> Gazetteer:
    """Read the names of `pack`, the folder of a language; PackError names file, line and key of what is wrong."""
    world = read_words("world", "places", WorldPlaces)
    countries = read_words(pack, "countries", CountryWords)
    places = read_words(pack, "places", PlaceWords)
    check_places(pack, world, countries, places)
    everyday = frozenset(_read_lines(pack, "everyday_words.txt"))
    never_towns = frozenset(_read_lines(pack, "everyday_words_by_hand.txt"))
    shared = _world_names(world, never_towns)
    names = _merge(_listed_names(pack, world, countries, places, shared), everyday | never_towns)
    towns = {key: weights for key, weights in read_towns(pack_file("world", "towns.tsv")) if key not in never_towns}
    return Gazetteer(
        names=names,
        towns=towns,
        lengths=_lengths(names, towns),
        listed_lengths=_lengths(names) | _lengths_by_two(names),
        abbreviations=_abbreviations(places.abbreviations),
        person_names=frozenset(map(place_key, (*world.person_names, *places.person_names))),
        given_names=frozenset(_read_lines("world", "given_names.txt")),
        surnames=frozenset(_read_lines("world", "surnames.txt")),
        country_words=countries,
        place_words=places,
        locatives=frozenset(places.locatives),
        relations=frozenset(map(place_key, places.relations)),
        indefinite=frozenset(map(place_key, places.indefinite)),
        sources=frozenset(map(place_key, places.sources)),
        place_nouns=frozenset(places.place_nouns),
        titles=frozenset(map(place_key, places.titles)),
        everyday=everyday,
        needs_article=frozenset(map(place_key, countries.needs_article)),
        articles=frozenset(map(place_key, places.articles)),
        language_verbs=frozenset(countries.language_verbs),
        language_fillers=_language_fillers(countries, places),
        namesakes_before=_phrases_by_word(places.namesakes.before, -1),
        namesakes_after=_phrases_by_word(places.namesakes.after, 0),
        state_titles=frozenset(map(place_key, places.state_titles)),
        contractions=places.contractions,
    )


def _listed_names(
    pack: str, world: WorldPlaces, countries: CountryWords, places: PlaceWords, shared: dict[str, list[str]]
) -> Iterator[tuple[str, Name]]:
    """All listed names, the ones that win first."""
    needs_capital = frozenset(map(place_key, countries.needs_capital))
    demonyms = read_words(pack, "demonyms", DemonymWords)
    for phrase in (*countries.no_places, *world.no_places):
        yield phrase, Name(codes=(), kind=PlaceKind.PLACE, writing=Writing.ANY)
    yield from _ambiguous(countries.ambiguous, demonyms, needs_capital)
    yield from _ambiguous(world.ambiguous, demonyms, needs_capital)
    yield from _acronyms(countries.acronyms, needs_capital)
    yield from _plain(countries.aliases.items(), PlaceKind.COUNTRY, needs_capital)
    pairs = ((code, [name]) for code, name in read_names(pack_file(pack, "country_names.tsv")))
    yield from _plain(pairs, PlaceKind.COUNTRY, needs_capital)
    yield from _plain(places.names.items(), PlaceKind.PLACE, needs_capital)
    yield from _plain(shared.items(), PlaceKind.PLACE, needs_capital)
    pairs = ((code, [name]) for code, name in read_names(pack_file(pack, "town_names.tsv")))
    yield from _plain(pairs, PlaceKind.PLACE, needs_capital)
    capitals = ((code, [name]) for code, name in read_names(pack_file("world", "capitals.tsv")))
    yield from _plain(capitals, PlaceKind.PLACE, needs_capital)
    yield from _demonyms(demonyms, needs_capital)


def _world_names(world: WorldPlaces, without: frozenset[str]) -> dict[str, list[str]]:
    """The places that languages share, without those that mean something else in this one."""
    return {codes: [name for name in names if place_key(name) not in without] for codes, names in world.names.items()}


def _merge(listed: Iterable[tuple[str, Name]], everyday: frozenset[str]) -> dict[str, tuple[Name, ...]]:
    """Key the names, with and without accents; of one kind of writing the first wins.

    An everyday word is never read as a name that lost its accents.
    """
    merged: dict[str, tuple[Name, ...]] = {}
    bare: list[tuple[str, Name]] = []
    for form, name in listed:
        _add(merged, place_key(form), name)
        if not form.isascii():
            bare.append((place_key(unaccented(form)), name))
    for key, name in bare:
        if key not in merged and key not in everyday:
            merged[key] = (name,)
    return merged


def _add(merged: dict[str, tuple[Name, ...]], key: str, name: Name) -> None:
    present = merged.get(key, ())
    hides_all = any(not other.is_place for other in present)
    if not hides_all and all(name.writing is not other.writing for other in present):
        merged[key] = (*present, name)


def _ambiguous(
    listed: dict[str, AmbiguousName], demonyms: DemonymWords, needs_capital: frozenset[str]
) -> Iterator[tuple[str, Name]]:
    for form, ambiguity in listed.items():
        is_demonym = ambiguity.kind is PlaceKind.DEMONYM
        for inflected, kind in inflect(form, demonyms) if is_demonym else [(form, ambiguity.kind)]:
            writing = _writing(inflected, needs_capital)
            has_plural = is_demonym and bool(demonyms.people_endings)
            yield inflected, Name((), kind, writing, ambiguity=ambiguity, has_plural=has_plural)


def _abbreviations(listed: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    """Abbreviations as words have them, a full stop only where there is one inside too, with what must follow."""
    return {
        (form if form.count(".") > 1 else form.rstrip(".")): (code, "." if form.count(".") == 1 else "")
        for code, forms in listed.items()
        for form in forms
    }


def _acronyms(listed: dict[str, list[str]], needs_capital: frozenset[str]) -> Iterator[tuple[str, Name]]:
    for code, forms in listed.items():
        for form in forms:
            writing = Writing.EXACT if place_key(form) in needs_capital else Writing.ACRONYM
            yield form, Name((code,), PlaceKind.COUNTRY, writing, surface=form)


def _plain(
    listed: Iterable[tuple[str, list[str]]], kind: PlaceKind, needs_capital: frozenset[str]
) -> Iterator[tuple[str, Name]]:
    for codes, forms in listed:
        for form in forms:
            yield form, Name(tuple(codes.split()), kind, _writing(form, needs_capital), surface=form)


def _demonyms(words: DemonymWords, needs_capital: frozenset[str]) -> Iterator[tuple[str, Name]]:
    for code, forms in words.people.items():
        for form in forms.split():
            yield form, Name((code,), PlaceKind.DEMONYM, _writing(form, needs_capital))
    for code, forms in words.both.items():
        for form in forms.split():
            for inflected, kind in inflect(form, words):
                has_plural = bool(words.people_endings) and not form.startswith("=")
                yield inflected, Name((code,), kind, _writing(inflected, needs_capital), has_plural=has_plural)
    for code, forms in words.adjectives.items():
        for form in forms.split():
            yield form, Name((code,), PlaceKind.ADJECTIVE, _writing(form, needs_capital))


def _writing(form: str, needs_capital: frozenset[str]) -> Writing:
    """A form listed in small letters is matched in any letters, unless it is an everyday word too."""
    if place_key(form) in needs_capital:
        return Writing.ALWAYS_CAPITAL
    return Writing.ANY if form[0].islower() else Writing.CAPITAL


def _language_fillers(countries: CountryWords, places: PlaceWords) -> frozenset[str]:
    """What may stand between a verb of speaking and a language, other languages included."""
    languages = map(place_key, countries.languages)
    return frozenset((*countries.language_fillers, *places.heads.coordinators, *languages))


def _phrases_by_word(phrases: Iterable[str], position: int) -> dict[str, tuple[Phrase, ...]]:
    by_word: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        key = place_key(phrase)
        words = key.split()
        found = Phrase(key, len(words), has_capital=not phrase[0].islower())
        by_word[words[position]] = (*by_word.get(words[position], ()), found)
    return by_word


def _lengths(*tables: Iterable[str]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for table in tables:
        for key in table:
            first, _, rest = key.partition(" ")
            count = key.count(" ") + 1 if rest else 1
            if count > lengths.get(first, 0):
                lengths[first] = count
    return lengths


def _lengths_by_two(names: Iterable[str]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    for parts in (key.split(" ") for key in names if " " in key):
        begun = " ".join(parts[:2])
        lengths[begun] = max(len(parts), lengths.get(begun, 0))
    return lengths


def _read_lines(folder: str, name: str) -> Iterator[str]:
    for line in read_pack_file(pack_file(folder, name)).decode().splitlines():
        yield from (place_key(word) for word in line.split() if not line.startswith("#"))
