"""Checks of the place names that a pack lists: country codes that are none, phrases without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rescuewire.extraction.mentions.place_files import (
    AmbiguousName,
    CountryWords,
    DemonymWords,
    PlaceWords,
    WorldPlaces,
)
from rescuewire.extraction.mentions.place_words import place_key
from rescuewire.extraction.packs.country_codes import refuse_unknown_codes
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.packs.pack_places import Key, error_at_key

_Codes = Iterator[tuple[Key, str]]


def check_places(pack: str, world: WorldPlaces, countries: CountryWords, places: PlaceWords) -> None:
    """Raise PackError, naming file, line and key, at the first mistake in the listed names of places."""
    shared, own = pack_file("world", "places.yaml"), pack_file(pack, "countries.yaml")
    refuse_unknown_codes(shared, _keys("names", world.names))
    refuse_unknown_codes(shared, _of_ambiguous(world.ambiguous))
    refuse_unknown_codes(own, _keys("aliases", countries.aliases))
    refuse_unknown_codes(own, _keys("acronyms", countries.acronyms))
    refuse_unknown_codes(own, _of_ambiguous(countries.ambiguous))
    refuse_unknown_codes(pack_file(pack, "places.yaml"), _keys("names", places.names))
    refuse_unknown_codes(pack_file(pack, "places.yaml"), _keys("abbreviations", places.abbreviations))
    _check_demonyms(pack)
    _check_namesakes(pack, places)


def _check_demonyms(pack: str) -> None:
    words, path = read_words(pack, "demonyms", DemonymWords), pack_file(pack, "demonyms.yaml")
    for heading in ("both", "adjectives", "people"):
        refuse_unknown_codes(path, _keys(heading, getattr(words, heading)))


def _check_namesakes(pack: str, places: PlaceWords) -> None:
    for side in ("before", "after"):
        for index, phrase in enumerate(getattr(places.namesakes, side)):
            if not place_key(phrase):
                what = f"{phrase!r} has no word; write one or take the entry out"
                raise error_at_key(pack_file(pack, "places.yaml"), ("namesakes", side, index), what)


def _keys(heading: str, listed: Mapping[str, object]) -> _Codes:
    return (((heading, codes), codes) for codes in listed)


def _of_ambiguous(listed: Mapping[str, AmbiguousName]) -> _Codes:
    for name, meant in listed.items():
        if meant.default is not None:
            yield ("ambiguous", name, "default"), meant.default
        yield from ((("ambiguous", name, "readings", code), code) for code in meant.readings)
        yield from ((("ambiguous", name, "told", code), code) for code in meant.told)
