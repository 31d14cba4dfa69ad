"""The words of one language that counts are read with: `counts.yaml` and `number_words.tsv`, made ready."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

import msgspec

from rescuewire.extraction.mentions.date_words import DateFile, RangeWords, Words, month_words
from rescuewire.extraction.mentions.numbers import NumberWord, number_words
from rescuewire.extraction.mentions.openings import DIGITS, Openings, opened_by, openings_of
from rescuewire.extraction.mentions.text_pieces import Phrases, phrase_set
from rescuewire.extraction.packs.language_pack import read_words
from rescuewire_schemas.rescue_event import CountQualifier


class FigureForm(Enum):
    """The forms that a figure may be told in; `CountWords.forms` says which may begin with a word."""

    EXACT = "EXACT"
    NUMBER = "NUMBER"
    COLLECTIVE = "COLLECTIVE"
    VAGUE = "VAGUE"
    UNKNOWN = "UNKNOWN"
    ARTICLE = "ARTICLE"


class CountFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `counts.yaml`."""

    bounds_before: dict[CountQualifier, Words]
    """Words before a figure that bound it: "more than". Those that `bounds_after` has as well may be set off from the
    rest of the sentence: "police freed, at least, 60 women"."""
    bounds_after: dict[CountQualifier, Words]
    """Words behind it: "or more"."""
    ranges: RangeWords
    collectives: dict[str, int]
    """Nouns that gather about so many, behind an opener or a number: « une trentaine », "two dozen"."""
    collective_openers: Words
    whole_collectives: dict[str, int]
    """Collectives that need no opener: "half a dozen"."""
    vague: dict[str, int]
    """Plurals that guarantee twice their unit: « dizaines » 10, "hundreds" 100."""
    vague_openers: Words
    vague_links: Words
    """What joins two vague words: "tens of thousands"."""
    exact: dict[str, int]
    """Phrases that are an exact number: "both"."""
    articles: Words
    """Singular articles, which count one."""
    multiplier_articles: Words
    """Articles that stand for one before a multiplier: "a hundred and five"."""
    joiners: Words
    """Words between hundreds and the rest: "two hundred and six"."""
    unknown: Words
    """People without a figure: "several", « un groupe »."""
    particle_verbs: Words
    """Verbs of two words whose second one bounds nothing: "handed over 260 people"."""
    groups: Words
    """Nouns that may stand between such words and the people: "a 12-member group of nurses"."""
    memberships: Words
    """Words hyphened to a figure that say how many a group has: "a 12-member crew"."""
    households: Words
    """Nouns that gather an unknown number of people."""
    partitives: Words
    """Words between a figure and its noun: « une dizaine de », "four of"."""
    skipped: Words
    """Words between a figure and its noun that leave open what is counted: "other", « derniers »."""
    things_after_modifiers: bool
    """Whether the counted noun may stand behind other nouns and adjectives: "two fishing boats"."""
    plural_endings: Words
    heads: Words
    """Nouns that end a noun phrase without a plural ending: "men"."""
    never_modifiers: Words
    """Words that end a noun phrase because they do not belong to it."""
    things: Words
    """Units, money, places, vehicles, events: counted, they are no people."""
    labels: Words
    """Words before a number that is a name, an age, a page: "aged", "section"."""
    no_counts: Words
    """Set phrases with a number or an article that count nobody: "one of the largest"."""
    coordinators: Words
    """Words that join two numbers with one noun: "15 and 11 years"."""
    fraction_links: Words
    """Words between the two figures of a ratio: "one in three"."""
    not_nouns: Words
    """Function words: an article before one of them is none."""
    year_leads: Words
    """Words before a year."""


@dataclass(frozen=True)
class CountWords:
    """`CountFile` as look-up tables."""

    numbers: Phrases[NumberWord]
    bounds_before: Phrases[CountQualifier]
    bounds_apart: Phrases[CountQualifier]
    """Bounds with the comma that sets them off from a figure."""
    bounds_after: Phrases[CountQualifier]
    range_open: Phrases[bool]
    range_link: Phrases[bool]
    range_plain: Phrases[bool]
    collectives: Phrases[int]
    collective_openers: Phrases[bool]
    whole_collectives: Phrases[int]
    vague: Phrases[int]
    vague_openers: Phrases[bool]
    vague_links: Phrases[bool]
    exact: Phrases[int]
    articles: Phrases[bool]
    multiplier_articles: frozenset[str]
    joiners: frozenset[str]
    unknown: Phrases[bool]
    particle_verbs: Phrases[bool]
    groups: frozenset[str]
    memberships: frozenset[str]
    households: Phrases[bool]
    partitives: Phrases[bool]
    skipped: frozenset[str]
    things_after_modifiers: bool
    plural_endings: Words
    heads: frozenset[str]
    never_modifiers: frozenset[str]
    things: Phrases[bool]
    labels: Phrases[bool]
    no_counts: Phrases[bool]
    coordinators: Phrases[bool]
    fraction_links: Phrases[bool]
    not_nouns: frozenset[str]
    year_leads: Phrases[bool]
    months: Phrases[int]
    month_only: frozenset[str]
    """Words behind which a month takes no day behind it."""
    forms: dict[str, tuple[FigureForm, ...]]
    """By its first word, the forms that a figure may have; digits aside."""
    openings: Openings
    """Where a count or something that rules one out may begin."""


@cache
def count_words(code: str) -> CountWords:
    """Read and check the count words of the pack `code`; raise PackError if a file is wrong."""
    file, numbers = read_words(code, "counts", CountFile), number_words(code)
    forms = _forms(file, numbers)
    return CountWords(
        numbers=numbers,
        bounds_before=_by_qualifier(file.bounds_before),
        bounds_apart=_by_qualifier(_bounds_apart(file)),
        bounds_after=_by_qualifier(file.bounds_after),
        range_open=phrase_set(file.ranges.open),
        range_link=phrase_set(file.ranges.link),
        range_plain=phrase_set(file.ranges.plain),
        collectives=Phrases.of(file.collectives.items()),
        collective_openers=phrase_set(file.collective_openers),
        whole_collectives=Phrases.of(file.whole_collectives.items()),
        vague=Phrases.of(file.vague.items()),
        vague_openers=phrase_set(file.vague_openers),
        vague_links=phrase_set(file.vague_links),
        exact=Phrases.of(file.exact.items()),
        articles=phrase_set(file.articles),
        multiplier_articles=frozenset(file.multiplier_articles),
        joiners=frozenset(file.joiners),
        unknown=phrase_set(file.unknown),
        particle_verbs=phrase_set(file.particle_verbs),
        groups=frozenset(file.groups),
        memberships=frozenset(file.memberships),
        households=phrase_set(file.households),
        partitives=phrase_set(file.partitives),
        skipped=frozenset(file.skipped),
        plural_endings=file.plural_endings,
        heads=frozenset(file.heads),
        never_modifiers=frozenset(file.never_modifiers),
        things_after_modifiers=file.things_after_modifiers,
        things=phrase_set(file.things),
        labels=phrase_set(file.labels),
        no_counts=phrase_set(file.no_counts),
        coordinators=phrase_set(file.coordinators),
        fraction_links=phrase_set(file.fraction_links),
        not_nouns=frozenset(file.not_nouns),
        year_leads=phrase_set(file.year_leads),
        months=month_words(code),
        month_only=frozenset(read_words(code, "dates", DateFile).month_only),
        forms=forms,
        openings=_openings_of_figures(file, numbers) | _openings_before_figures(file, forms),
    )


def _forms(file: CountFile, numbers: Phrases[NumberWord]) -> dict[str, tuple[FigureForm, ...]]:
    number_starts = numbers.first_words()
    starts = {
        FigureForm.EXACT: phrase_set(file.exact).first_words(),
        FigureForm.NUMBER: number_starts | frozenset(file.multiplier_articles),
        FigureForm.COLLECTIVE: phrase_set((*file.whole_collectives, *file.collective_openers)).first_words()
        | number_starts,
        FigureForm.VAGUE: phrase_set((*file.vague, *file.vague_openers)).first_words(),
        FigureForm.UNKNOWN: phrase_set(file.unknown).first_words(),
        FigureForm.ARTICLE: phrase_set(file.articles).first_words(),
    }
    words = sorted(frozenset[str]().union(*starts.values()))
    return {word: tuple(form for form in FigureForm if word in starts[form]) for word in words}


def _openings_of_figures(file: CountFile, numbers: Phrases[NumberWord]) -> Openings:
    """Return where figures may begin; behind a number anything may stand."""
    collectives, vague = Phrases.of(file.collectives.items()), Phrases.of(file.vague.items())
    told = (file.exact, file.whole_collectives, file.vague, file.unknown, file.articles)
    return (
        openings_of(*map(phrase_set, told))
        | opened_by(file.multiplier_articles, numbers)
        | opened_by(file.collective_openers, collectives)
        | opened_by(file.vague_openers, vague)
        | Openings(dict.fromkeys((DIGITS, *numbers.first_words())))
    )


def _openings_before_figures(file: CountFile, forms: Iterable[str]) -> Openings:
    """Return where words may begin that a figure must follow, and what counts nobody."""
    bounds = (*_all_phrases(file.bounds_before), *_all_phrases(_bounds_apart(file)))
    begun, figures = phrase_set((*file.ranges.open, *bounds)), phrase_set(forms)
    openers = (begun, phrase_set(file.labels))
    opened = [opened_by(opener, begun, figures, before_digits=True) for opener in openers]
    return openings_of(phrase_set(file.no_counts)) | opened[0] | opened[1]


def _bounds_apart(file: CountFile) -> dict[CountQualifier, Words]:
    """ "at least," and « al menos, a », from "at least", which may stand alone, and « al menos a »."""
    apart: dict[CountQualifier, Words] = {}
    for qualifier, before in file.bounds_before.items():
        alone = set(before).intersection(file.bounds_after.get(qualifier, ()))
        apart[qualifier] = tuple(
            f"{adverb},{phrase[len(adverb) :]}"
            for adverb in alone
            for phrase in before
            if f"{phrase} ".startswith(f"{adverb} ")
        )
    return apart


def _all_phrases(bounds: dict[CountQualifier, Words]) -> Words:
    return tuple(phrase for phrases in bounds.values() for phrase in phrases)


def _by_qualifier(words: dict[CountQualifier, Words]) -> Phrases[CountQualifier]:
    return Phrases.of((phrase, qualifier) for qualifier, phrases in words.items() for phrase in phrases)
