"""Which country a name means: by the place beside it, by the size of towns, by what else the article names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_files import AmbiguousName
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_words import Words, place_key

WINNING_SHARE = 0.8
"""The share of people that one country's towns of a name must have to be meant without further hint."""

KNOWN_EVERYWHERE = 1000
"""Thousands of people from which a city needs no country beside it, whatever else bears its name."""


def resolve_countries(words: Words, occurrences: list[Occurrence]) -> list[Occurrence]:
    """Give every occurrence its countries; one that stays undecided is left out."""
    votes = count_votes(occurrences)
    neighbours = [find_neighbours(words, occurrences, index) for index in range(len(occurrences))]
    glossed = {o.key: n.bracket for o, n in zip(occurrences, neighbours, strict=True) if _is_glossed(o, n)}
    resolved: list[Occurrence] = []
    told: Counter[tuple[str, str]] = Counter()
    for occurrence, beside in sorted(zip(occurrences, neighbours, strict=True), key=_longer_names_first):
        gloss = beside.bracket or (() if beside.area else glossed.get(occurrence.key, ()))
        codes = (occurrence.key in glossed and gloss) or resolve(occurrence, beside, votes, told)
        told.update((occurrence.key, code) for code in codes)
        if codes:
            resolved.append(occurrence.resolved(codes))
    return sorted(resolved, key=lambda occurrence: occurrence.first)


def _is_glossed(occurrence: Occurrence, beside: Neighbours) -> bool:
    """Whether brackets behind a place say where it lies, there and wherever else the article names it."""
    return occurrence.kind is PlaceKind.PLACE and len(beside.bracket) == 1


def _longer_names_first(pair: tuple[Occurrence, object]) -> tuple[int, int]:
    return pair[0].first - pair[0].last, pair[0].first


def count_votes(occurrences: list[Occurrence]) -> Counter[str]:
    """How often each country is named by names that mean it alone."""
    return Counter(o.name.codes[0] for o in occurrences if o.name is not None and len(o.name.codes) == 1)


@dataclass(frozen=True)
class Neighbours:
    """Candidates of the places that stand right before and after, with only a comma or bracket between.

    `area` are the countries of the one after if it is a country or region: "Paris, Texas"; `bracket` the same where it
    stands in brackets: « La Pampa (Madre de Dios) ».
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    bracket: tuple[str, ...] = ()


def find_neighbours(words: Words, occurrences: list[Occurrence], index: int) -> Neighbours:
    """The neighbours of occurrence `index`."""
    this = occurrences[index]
    after = occurrences[index + 1] if index + 1 < len(occurrences) else None
    before = occurrences[index - 1] if index else None
    follows = after is not None and _touch(words, this, after)
    area = after.candidates if after is not None and follows and after.is_area else ()
    return Neighbours(
        before=before.candidates if before is not None and _touch(words, before, this) else (),
        after=after.candidates if after is not None and follows else (),
        area=area,
        bracket=area if words.gap(this.last).strip(" ") == "(" else (),
    )


def _touch(words: Words, one: Occurrence, other: Occurrence) -> bool:
    return other.first == one.last + 1 and words.gap(one.last).strip(" ") in {",", "("}


def resolve(
    occurrence: Occurrence,
    beside: Neighbours,
    votes: Mapping[str, int],
    told: Mapping[tuple[str, str], int],
) -> tuple[str, ...]:
    """The countries of one occurrence, empty where nothing decides."""
    namesake = [code for code, _ in occurrence.weights if code in beside.area]
    if len(namesake) == 1 and occurrence.kind is PlaceKind.PLACE:
        return (namesake[0],)
    if occurrence.name is not None and occurrence.name.ambiguity is None:
        return occurrence.name.codes
    for neighbours in (beside.after, beside.before):
        shared = [code for code in occurrence.candidates if code in neighbours]
        if len(shared) == 1:
            return (shared[0],)
    if occurrence.name is not None and occurrence.name.ambiguity is not None:
        return resolve_ambiguity(occurrence.name.ambiguity, votes, told)
    return resolve_town(occurrence.weights, votes)


def resolve_ambiguity(
    ambiguity: AmbiguousName, votes: Mapping[str, int], told: Mapping[tuple[str, str], int]
) -> tuple[str, ...]:
    """The reading that most mentions speak for; without any, the default."""
    support = {
        code: sum(votes.get(friend, 0) for friend in friends) + _retold(code, ambiguity, told)
        for code, friends in ambiguity.readings.items()
    }
    best = _best(support)
    if best is not None:
        return (best,)
    return (ambiguity.default,) if ambiguity.default else ()


def _retold(code: str, ambiguity: AmbiguousName, told: Mapping[tuple[str, str], int]) -> int:
    return sum(told.get((place_key(phrase), code), 0) for phrase in ambiguity.told.get(code, ()))


def _best(support: Mapping[str, int]) -> str | None:
    """The one code with the most support, None where none or two have it."""
    ranked = sorted(support.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] == 0:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[1][1] < ranked[0][1] else None


def resolve_town(weights: tuple[tuple[str, int], ...], votes: Mapping[str, int]) -> tuple[str, ...]:
    """The country where nearly all people of towns of this name live, else one that the article names.

    The article's wins over a larger one that it does not name, but for cities that everybody knows.
    """
    total = sum(count for _, count in weights)
    best = _best({code: votes.get(code, 0) for code, _ in weights})
    for code, count in weights:
        if count >= WINNING_SHARE * total and (best is None or votes.get(code, 0) or count >= KNOWN_EVERYWHERE):
            return (code,)
    return (best,) if best else ()
