"""Where names of the gazetteer stand in a text: longest first, none overlapping."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rescuewire.extraction.mentions.gazetteer import Gazetteer, Name, Writing
from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_words import Words, has_capitals, is_shouted

REGION_WEIGHT = 300
"""What a region counts, in thousands of people, against towns of the same name."""

_SHORT = 3
_LOUD = 4


@dataclass(frozen=True)
class Occurrence:
    """A name at words [first, last]; `name` is None for a town of the generated list.

    `weights` are the thousands of people in towns of that name, by country. `codes` are empty until they are resolved.
    """

    first: int
    last: int
    key: str
    name: Name | None
    weights: tuple[tuple[str, int], ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def kind(self) -> PlaceKind:
        return self.name.kind if self.name else PlaceKind.PLACE

    @property
    def candidates(self) -> tuple[str, ...]:
        """The countries that the name may mean."""
        if self.name is None:
            return tuple(code for code, _ in self.weights)
        return tuple(self.name.ambiguity.readings) if self.name.ambiguity else self.name.codes

    @property
    def is_area(self) -> bool:
        """Whether it is a country or region, and no town as well."""
        people = sum(count for code, count in self.weights if code in self.candidates)
        return self.kind is PlaceKind.COUNTRY or (self.kind is PlaceKind.PLACE and people <= REGION_WEIGHT)

    def resolved(self, codes: tuple[str, ...]) -> Occurrence:
        """The same with its countries."""
        return replace(self, codes=codes)


def scan_places(words: Words, gazetteer: Gazetteer) -> list[Occurrence]:
    """All occurrences, in the order of the text; phrases that only look like places hide what is in them."""
    found: list[Occurrence] = []
    with_capitals = has_capitals(words)
    past = 0
    for index, (key, start) in enumerate(zip(words.keys, words.starts, strict=True)):
        is_small = words.text[start].islower()
        if index < past or (is_small and key not in gazetteer.listed_lengths):
            continue  # nearly always
        length = _listed_length(words, index, gazetteer) if is_small else gazetteer.lengths.get(key, 0)
        occurrence = _longest(words, index, length, gazetteer, with_capitals) if length else None
        if occurrence is None and not is_small and words.key(index - 1) in gazetteer.contractions:
            occurrence = _behind_contraction(words, index, gazetteer, with_capitals)
        if occurrence is None and not is_small and words.surface(index) in gazetteer.abbreviations:
            occurrence = _abbreviation(words, index, gazetteer)
        if occurrence is not None:
            found.append(occurrence)
            past = occurrence.last + 1
    return [occurrence for occurrence in found if occurrence.name is None or occurrence.name.is_place]


def _listed_length(words: Words, index: int, gazetteer: Gazetteer) -> int:
    """How many words a listed name can have that starts here; two are looked at, for many start with "the"."""
    key, lengths = words.keys[index], gazetteer.listed_lengths
    if lengths[key] == 1:
        return 1
    return lengths.get(f"{key} {words.key(index + 1)}", 0) or int(key in gazetteer.names)


def _longest(words: Words, index: int, length: int, gazetteer: Gazetteer, with_capitals: bool) -> Occurrence | None:
    for last in range(_reach(words, index, length), index - 1, -1):
        key = " ".join(words.keys[index : last + 1])
        occurrence = _at(words, index, last, key, gazetteer, with_capitals)
        if occurrence is not None:
            return occurrence
    return None


def _behind_contraction(words: Words, index: int, gazetteer: Gazetteer, with_capitals: bool) -> Occurrence | None:
    """A town whose article the preposition before it holds: « au Mans », « des Lilas »."""
    article = gazetteer.contractions[words.key(index - 1)]
    for last in range(_reach(words, index, gazetteer.lengths.get(article, 1) - 1), index - 1, -1):
        key = " ".join((article, *words.keys[index : last + 1]))
        occurrence = _at(words, index, last, key, gazetteer, with_capitals)
        if occurrence is not None:
            return occurrence
    return None


def _reach(words: Words, index: int, length: int) -> int:
    """The last word that a name of `length` words from `index` on can have."""
    last = index
    while last - index + 1 < length and last + 1 < len(words) and words.joins_next(last):
        last += 1
    return last


def _at(words: Words, first: int, last: int, key: str, gazetteer: Gazetteer, with_capitals: bool) -> Occurrence | None:
    if key not in gazetteer.names and key not in gazetteer.towns:
        return None
    for name in _by_preference(words, first, key, gazetteer, with_capitals):
        if _is_written(words, first, last, name, with_capitals, gazetteer.articles):
            return Occurrence(first, last, key, name, _parse_weights(gazetteer.towns.get(key, "")))
    weights = _parse_weights(gazetteer.towns.get(key, ""))
    if not weights or not (words.is_capital(first) and words.is_capital(last)):
        return None
    return Occurrence(first, last, key, None, weights)


def _by_preference(words: Words, first: int, key: str, gazetteer: Gazetteer, with_capitals: bool) -> tuple[Name, ...]:
    """The readings of a key; without capitals « china » is the country only where a small word leads up to one."""
    names = gazetteer.names.get(key, ())
    if with_capitals or len(names) < 2:
        return names
    leads_up = words.key(first - 1) in gazetteer.locatives or words.key(first - 1) in gazetteer.relations
    return names if leads_up else names[::-1]


def _is_written(words: Words, first: int, last: int, name: Name, with_capitals: bool, articles: frozenset[str]) -> bool:
    if name.writing is Writing.ANY:
        return True
    if name.writing is Writing.ACRONYM:
        return not with_capitals or _is_exact(words, first, last, name.surface)
    if name.writing is Writing.EXACT:
        return _is_exact(words, first, last, name.surface) and (
            "." in name.surface or _is_free_of_doubt(words, first, articles)
        )
    if words.is_capital(first):
        return not _starts_with_article(words, first, last, name) or words.is_capital(last)
    return name.writing is Writing.CAPITAL and not with_capitals


def _starts_with_article(words: Words, first: int, last: int, name: Name) -> bool:
    """Whether the first word's capital says little, as in « La Paz »: a short word before one listed with a capital."""
    is_short = first < last and len(words.key(first)) <= _SHORT
    return is_short and name.surface[-len(words.key(last)) :][:1].isupper()


def _is_exact(words: Words, first: int, last: int, surface: str) -> bool:
    written = words.text[words.starts[first] : words.ends[last]]
    return written.replace(" ", "") == surface.replace(" ", "")


def _is_free_of_doubt(words: Words, index: int, articles: frozenset[str]) -> bool:
    """Among capitals "US" may be the word "us": it is none at the start of a line or after an article."""
    before = words.surface(index - 1)
    is_loud = is_shouted(words.line(index)) or (len(before) >= _LOUD and before.isupper())
    starts_line = index == 0 or "\n" in words.gap(index - 1)
    return not is_loud or starts_line or words.key(index - 1) in articles


def _parse_weights(weights: str) -> tuple[tuple[str, int], ...]:
    pairs = (weight.split(":") for weight in weights.split())
    return tuple((code, int(count)) for code, count in pairs)


def _abbreviation(words: Words, index: int, gazetteer: Gazetteer) -> Occurrence | None:
    """A state's abbreviation after a place and a comma: "Laredo, Tex."."""
    surface = words.surface(index)
    code, stop = gazetteer.abbreviations[surface]
    if not words.gap(index).startswith(stop):
        return None
    if words.gap(index - 1) != ", " or not words.is_capital(index - 1) or is_shouted(words.line(index)):
        return None
    name = Name((code,), PlaceKind.PLACE, Writing.EXACT, surface=surface)
    return Occurrence(index, index, words.key(index), name)
