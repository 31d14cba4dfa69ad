"""The words of one language that dates are read with: `dates.yaml`, and month and weekday names from CLDR."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from babel import Locale

from rescuewire.extraction.mentions.numbers import POINTS, NumberWord, number_words
from rescuewire.extraction.mentions.openings import DIGITS, Openings, opened_by, openings_of
from rescuewire.extraction.mentions.text_pieces import Phrases, phrase_set
from rescuewire.extraction.packs.language_pack import Word, read_words

Words = tuple[Word, ...]
Month = Annotated[int, msgspec.Meta(ge=1, le=12)]
Weekday = Annotated[int, msgspec.Meta(ge=0, le=6)]
Unit = Literal["day", "week", "weekend", "month", "year", "decade"]
Shifts = dict[int, Words]
Part = Literal["start", "middle", "end"]
Key = TypeVar("Key")


class RelativeForm(Enum):
    """The forms that a time told from another one may have; `DateWords.relative_forms` says which begin with a word."""

    VAGUE = "VAGUE"
    TO_DATE = "TO_DATE"
    SINCE_THEN = "SINCE_THEN"
    PERIOD = "PERIOD"
    ANCHORED = "ANCHORED"
    DAY = "DAY"
    NIGHT = "NIGHT"
    PART_OF_PERIOD = "PART_OF_PERIOD"
    AGO = "AGO"
    PAST = "PAST"
    NUMBER_OF_UNITS = "NUMBER_OF_UNITS"


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand before, behind or between what they modify."""

    before: Words = ()
    after: Words = ()
    between: Words = ()


class RangeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`open` X `link` Y ("between 30 and 40"), X `plain` Y ("3 to 9 June"), of figures and of dates."""

    open: Words
    link: Words
    plain: Words


class DateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `dates.yaml`."""

    numeric_order: Literal["dmy", "mdy"]
    """How 05/12/2023 is read."""
    leads: Words
    """Prepositions and articles that belong to the span of a date."""
    month_leads: Words
    """Words before a month name that is also another word ("in May"), or before a bare year."""
    ambiguous: Words
    """Month names that are other words too ("may"): alone, they need a lead, and a capital where names have one."""
    month_only: Words
    """Words behind which a month takes no day behind it: "in May 12 women were freed"."""
    months: dict[Month, Words]
    """Names of months that CLDR lacks."""
    short_months: dict[Month, Words]
    """Abbreviations that CLDR lacks, without their point."""
    weekdays: dict[Weekday, Words]
    """Names of weekdays that CLDR lacks; Monday is 0."""
    weekday_plurals: Words
    """Behind or before a weekday these make a habit of it: "Mondays", « tous les lundis »."""
    day_links: Words
    """Words between a day, a month and a year: "3 de mayo de 2023"."""
    ordinals: Words
    dayparts: Words
    relative_days: Shifts
    nights: Shifts
    """The night that begins so many days after publication: "last night" -1. It is two days."""
    overnight: Words
    """The night before publication, where no date follows."""
    periods: dict[Unit, Shifts]
    anchored_days: Shifts
    """So many days after the date told before: "the day before" -1."""
    anchored_periods: dict[Unit, Shifts]
    anchored_weekday: Sides
    """Words that point a weekday to the date told before: « ce samedi-là »."""
    units: dict[Unit, Annotated[Words, msgspec.Meta(min_length=1)]]
    """Singular first."""
    numbers: dict[str, int]
    """Words before a unit that stand for a number: "a week ago"."""
    ago: Sides
    earlier: Sides
    later: Sides
    past: Sides
    parts: dict[Part, Words]
    part_periods: dict[Unit, Words]
    """Periods that are dates only behind a part: "the beginning of the month"."""
    portions: dict[str, tuple[Month, Month]]
    """Portions of a year, by first and last month: "first quarter"."""
    to_date: dict[Unit, Words]
    """From the first day of the unit until publication: "since the beginning of the year"."""
    since: Words
    since_then: Words
    ranges: RangeWords
    next: Sides
    last: Sides
    future: Words
    """Words just before a date that put it after publication: « prévu pour »."""
    vague: Words
    so_far: dict[Unit, Words] = {}
    """From the first month of a year, or the first day of a shorter unit, until publication: "so far this year"."""
    running_to: Words = ()
    """Words between a length and the month that it ends with: "the twelve months to March"."""


@dataclass(frozen=True)
class SidedPhrases:
    """`Sides` as look-up tables."""

    before: Phrases[bool]
    after: Phrases[bool]
    between: Phrases[bool]


@dataclass(frozen=True)
class DateWords:
    """`DateFile` as look-up tables."""

    month_first: bool
    months: Phrases[int]
    short_months: Phrases[int]
    weekdays: Phrases[int]
    month_only: frozenset[str]
    ambiguous: frozenset[str]
    leads: Phrases[bool]
    month_leads: Phrases[bool]
    weekday_plurals: frozenset[str]
    day_links: Phrases[bool]
    ordinals: frozenset[str]
    dayparts: Phrases[bool]
    relative_days: Phrases[int]
    nights: Phrases[int]
    overnight: Phrases[bool]
    periods: Phrases[tuple[Unit, int]]
    anchored_days: Phrases[int]
    anchored_periods: Phrases[tuple[Unit, int]]
    anchored_weekday: SidedPhrases
    units: Phrases[Unit]
    singular_units: frozenset[str]
    numbers: Phrases[int]
    ago: SidedPhrases
    earlier: SidedPhrases
    later: SidedPhrases
    past: SidedPhrases
    parts: Phrases[Part]
    part_periods: Phrases[Unit]
    portions: Phrases[tuple[int, int]]
    to_date: Phrases[Unit]
    so_far: Phrases[Unit]
    running_to: Phrases[bool]
    running_starters: frozenset[str]
    """The first words of `running_to`."""
    running_units: frozenset[str]
    """The words for a year behind which `running_to` may stand."""
    since: Phrases[bool]
    since_then: Phrases[bool]
    range_open: Phrases[bool]
    range_link: Phrases[bool]
    range_plain: Phrases[bool]
    next: SidedPhrases
    last: SidedPhrases
    future: Phrases[bool]
    vague: Phrases[bool]
    number_words: Phrases[NumberWord]
    capitals: bool
    """Whether the language writes month names with a capital."""
    calendar_starters: frozenset[str]
    """Pieces at which a date of the calendar may begin, digits aside."""
    relative_forms: Mapping[str, tuple[RelativeForm, ...]]
    """The forms of a time told from another one that may begin with a piece, digits aside."""
    openings: Openings
    """Where a date may begin, years in digits aside."""


_BEFORE_NUMBERS = frozenset({RelativeForm.AGO, RelativeForm.PAST, RelativeForm.NUMBER_OF_UNITS})
"""Forms that are nothing without a number or a unit behind their first phrase, or that are the number."""

_SIGNS_OF_DATES = frozenset("-–—/")
"""Signs that join the numbers of one date, or two dates."""


@cache
def date_words(code: str) -> DateWords:
    """Read and check the date words of the pack `code`; raise PackError if the file is wrong."""
    file = read_words(code, "dates", DateFile)
    words = _without_starters(code, file)
    calendar = _first_words(*_calendar_names(words), words.number_words)
    openings = _openings(words) | _openings_of_numbers(words, file) | _openings_of_digits(words, file)
    return replace(words, calendar_starters=calendar, relative_forms=_relative_forms(words), openings=openings)


def _first_words(*tables: Phrases[Any]) -> frozenset[str]:
    return frozenset[str]().union(*(table.first_words() for table in tables))


def _calendar_names(words: DateWords) -> list[Phrases[Any]]:
    return [words.months, words.short_months, words.weekdays, words.parts, words.portions]


def _relative_forms(words: DateWords) -> dict[str, tuple[RelativeForm, ...]]:
    starts = {form: _first_words(*tables) for form, tables in _relative_tables(words).items()}
    starters = frozenset[str]().union(*starts.values())
    return {word: tuple(form for form, start in starts.items() if word in start) for word in starters}


def _relative_tables(words: DateWords) -> dict[RelativeForm, list[Phrases[Any]]]:
    return {
        RelativeForm.VAGUE: [words.vague],
        RelativeForm.TO_DATE: [words.to_date, words.so_far],
        RelativeForm.SINCE_THEN: [words.since_then],
        RelativeForm.PERIOD: [words.periods],
        RelativeForm.ANCHORED: [words.anchored_days, words.anchored_periods],
        RelativeForm.DAY: [words.relative_days],
        RelativeForm.NIGHT: [words.nights, words.overnight],
        RelativeForm.PART_OF_PERIOD: [words.parts],
        RelativeForm.AGO: [words.ago.before],
        RelativeForm.PAST: [words.past.before],
        RelativeForm.NUMBER_OF_UNITS: [words.numbers, words.number_words],
    }


def _openings(words: DateWords) -> Openings:
    """Return where dates may begin that no number begins."""
    tables = _relative_tables(words).items()
    relative = [table for form, told in tables if form not in _BEFORE_NUMBERS for table in told]
    numbers = (words.numbers, words.number_words)
    return (
        openings_of(*_calendar_names(words), *relative)
        | opened_by(words.ago.before, *numbers, before_digits=True)
        | opened_by(words.past.before, *numbers, words.past.between, words.units, before_digits=True)
        | opened_by(words.running_units, words.running_to)
    )


def _openings_of_numbers(words: DateWords, file: DateFile) -> Openings:
    """Return where a day or a number of units may begin: "third of May", "a month ago", « quinze jours »."""
    behind_day = (words.day_links, words.months, words.short_months, phrase_set(words.ordinals))
    articles = [phrase for phrase, number in file.numbers.items() if number <= 1]
    days = phrase_set(phrase for phrase, number in file.numbers.items() if number > 1)
    return (
        opened_by(words.number_words, words.number_words, words.units, *behind_day)
        | opened_by(articles, words.units)
        | openings_of(days)
    )


def _openings_of_digits(words: DateWords, file: DateFile) -> Openings:
    """Return where days in digits, whole dates in digits and numbers of units may begin."""
    names = (words.months, words.short_months, words.day_links, phrase_set(words.ordinals))
    units = (words.units, words.number_words)
    links = (words.range_plain, words.range_link)
    behind = _first_words(*names, *units, *links) | _SIGNS_OF_DATES | {DIGITS}
    groups = {f"{DIGITS} {sign}": frozenset({DIGITS}) for sign in POINTS}
    return Openings({DIGITS: behind, **groups})


def _without_starters(code: str, file: DateFile) -> DateWords:
    return DateWords(
        month_first=file.numeric_order == "mdy",
        months=month_words(code),
        short_months=_names(code, "months", "abbreviated", file.short_months),
        weekdays=_names(code, "days", "wide", file.weekdays),
        month_only=frozenset(file.month_only),
        ambiguous=frozenset(file.ambiguous),
        leads=phrase_set(file.leads),
        month_leads=phrase_set(file.month_leads),
        weekday_plurals=frozenset(file.weekday_plurals),
        day_links=phrase_set(file.day_links),
        ordinals=frozenset(file.ordinals),
        dayparts=phrase_set(file.dayparts),
        relative_days=_by_shift(file.relative_days),
        nights=_by_shift(file.nights),
        overnight=phrase_set(file.overnight),
        periods=_by_unit_and_shift(file.periods),
        anchored_days=_by_shift(file.anchored_days),
        anchored_periods=_by_unit_and_shift(file.anchored_periods),
        anchored_weekday=_sided(file.anchored_weekday),
        units=_by_key(file.units),
        singular_units=frozenset(phrases[0] for phrases in file.units.values()),
        numbers=Phrases.of(file.numbers.items()),
        ago=_sided(file.ago),
        earlier=_sided(file.earlier),
        later=_sided(file.later),
        past=_sided(file.past),
        parts=_by_key(file.parts),
        part_periods=_by_key(file.part_periods),
        portions=Phrases.of(file.portions.items()),
        to_date=_by_key(file.to_date),
        so_far=_by_key(file.so_far),
        running_to=phrase_set(file.running_to),
        running_starters=phrase_set(file.running_to).first_words(),
        running_units=frozenset(file.units["year"] if file.running_to else ()),
        since=phrase_set(file.since),
        since_then=phrase_set(file.since_then),
        range_open=phrase_set(file.ranges.open),
        range_link=phrase_set(file.ranges.link),
        range_plain=phrase_set(file.ranges.plain),
        next=_sided(file.next),
        last=_sided(file.last),
        future=phrase_set(file.future),
        vague=phrase_set(file.vague),
        number_words=number_words(code),
        capitals=Locale.parse(code).months["format"]["wide"][1][0].isupper(),
        calendar_starters=frozenset(),
        relative_forms={},
        openings=Openings({}),
    )


def month_words(code: str) -> Phrases[int]:
    """The full names of the months, 1 to 12, in the language of the pack `code`."""
    return _names(code, "months", "wide", read_words(code, "dates", DateFile).months)


def _names(code: str, kind: Literal["months", "days"], width: str, extra: Mapping[int, Words]) -> Phrases[int]:
    return Phrases.of([*_own_names(extra), *_cldr_names(code, kind, width)])


def _own_names(extra: Mapping[int, Words]) -> Iterator[tuple[str, int]]:
    return ((name, number) for number, names in extra.items() for name in names)


def _cldr_names(code: str, kind: Literal["months", "days"], width: str) -> Iterator[tuple[str, int]]:
    """Names in both contexts of CLDR; the point of an abbreviation is left to the reader."""
    contexts = getattr(Locale.parse(code), kind)
    for context in ("format", "stand-alone"):
        for number, name in contexts[context][width].items():
            yield name.removesuffix("."), number


def _by_shift(shifts: Shifts) -> Phrases[int]:
    return Phrases.of((phrase, shift) for shift, phrases in shifts.items() for phrase in phrases)


def _by_unit_and_shift(units: dict[Unit, Shifts]) -> Phrases[tuple[Unit, int]]:
    return Phrases.of(
        (phrase, (unit, shift)) for unit, shifts in units.items() for shift, words in shifts.items() for phrase in words
    )


def _by_key(words: Mapping[Key, Words]) -> Phrases[Key]:
    return Phrases.of((phrase, key) for key, phrases in words.items() for phrase in phrases)


def _sided(sides: Sides) -> SidedPhrases:
    return SidedPhrases(phrase_set(sides.before), phrase_set(sides.after), phrase_set(sides.between))
