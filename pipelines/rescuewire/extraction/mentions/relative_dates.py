"""Times told from publication or from the date told before: "last week", « il y a douze jours », "a day earlier"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rescuewire.extraction.mentions.calendar_dates import read_calendar_date
from rescuewire.extraction.mentions.date_words import DateWords, RelativeForm, SidedPhrases, Unit
from rescuewire.extraction.mentions.edtf import (
    Interval,
    Moment,
    Stretch,
    day_moment,
    days_from,
    roughly,
    since,
    span_of_units,
    unit_of,
    units_from,
)
from rescuewire.extraction.mentions.kinds import DateKind
from rescuewire.extraction.mentions.numbers import parse_digits, parse_spelled
from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces

_LARGEST_NUMBER_OF_UNITS = 400
_LONGEST_WEEK_ANCHOR = 7
_YEAR_PART_MONTHS = {"start": 1, "middle": 6, "end": 12}


@dataclass(frozen=True)
class TimeReference:
    """What relative times are told from: publication, the stretch told last, and the one of the same sentence."""

    published: date | None
    anchor: Stretch | None = None
    beside: Stretch | None = None

    @property
    def told_day(self) -> date | None:
        """The day told last, else publication."""
        return self.anchor.first_day if self.anchor else self.published


@dataclass(frozen=True)
class RelativeTime:
    """A relative time up to piece `end` (exclusive); `stretch` is None where nothing can be resolved."""

    end: int
    stretch: Stretch | None
    kind: DateKind


def read_relative_time(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """The relative time that reaches furthest from piece `i`, or None."""
    if pieces.is_digits(i):
        return _read_number_of_units(pieces, i, words, reference)
    forms = words.relative_forms.get(pieces.word(i), ())
    readings = (_READERS[form](pieces, i, words, reference) for form in forms)
    return max((time for time in readings if time), key=lambda time: time.end, default=None)


def kind_of(stretch: Stretch | None) -> DateKind:
    """Years and stretches of more than a week delimit a period; all else is one occasion."""
    if isinstance(stretch, Moment):
        return DateKind.PERIOD if stretch.month is None else DateKind.POINT
    return DateKind.PERIOD if stretch and (stretch.last_day - stretch.first_day).days > 6 else DateKind.POINT


def _read_vague(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    end = words.vague.end(pieces, i)
    return RelativeTime(end, None, DateKind.VAGUE) if end > i else None


def _read_to_date(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "so far this year", from its first month; « depuis le début de l'année », from its first day."""
    hit = words.so_far.longest(pieces, i) or words.to_date.longest(pieces, i)
    if hit is None:
        return None
    if reference.published is None:
        return RelativeTime(hit[0], None, DateKind.SINCE)
    first = day_moment(unit_of(hit[1], reference.published, 0).first_day)
    if hit[1] == "year" and words.so_far.end(pieces, i) == hit[0]:
        first = replace(first, day=None)
    end = _behind_month_named(pieces, hit[0], words, reference.published) if hit[1] == "month" else hit[0]
    return RelativeTime(end, since(first, reference.published), DateKind.SINCE)


def _behind_month_named(pieces: Pieces, i: int, words: DateWords, published: date) -> int:
    """The piece behind the name of the running month at `i`, else `i`: « lo que va del mes de enero »."""
    named = read_calendar_date(pieces, words.month_leads.end(pieces, i), words)
    return named.end if named is not None and (named.month, named.day) == (published.month, None) else i


def _read_since_then(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    end = words.since_then.end(pieces, i)
    if end == i:
        return None
    known = reference.published is not None and reference.anchor is not None
    stretch = since(reference.anchor, reference.published) if reference.anchor and reference.published else None
    return RelativeTime(end, stretch, DateKind.SINCE if known else DateKind.VAGUE)


def _read_period(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "last week", « l'année passée »."""
    hit = words.periods.longest(pieces, i)
    return _shifted(hit[0], *hit[1], reference.published) if hit else None


def _shifted(end: int, unit: Unit, shift: int, day: date | None) -> RelativeTime:
    stretch = unit_of(unit, day, shift) if day else None
    kind = kind_of(stretch) if stretch else (DateKind.PERIOD if unit == "year" else DateKind.POINT)
    return RelativeTime(end, stretch, kind)


def _read_anchored(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "the week before", « la veille »."""
    period = words.anchored_periods.longest(pieces, i)
    if period:
        return _as_about(_shifted(period[0], *period[1], _day_told(period[1][0], reference)), reference)
    hit = words.anchored_days.longest(pieces, i)
    if hit is None:
        return None
    if hit[1] == 0 and reference.anchor:
        return RelativeTime(hit[0], reference.anchor, kind_of(reference.anchor))
    return _as_about(_shifted(hit[0], "day", hit[1], reference.told_day), reference)


def _day_told(unit: Unit, reference: TimeReference) -> date | None:
    """The day that a period is told from: a week before "January" is told from publication."""
    anchor = reference.anchor
    if unit == "week" and anchor is not None and (anchor.last_day - anchor.first_day).days > _LONGEST_WEEK_ANCHOR:
        return reference.published
    return reference.told_day


def _as_about(time: RelativeTime, reference: TimeReference) -> RelativeTime:
    """The time as no more exact than what it is told from."""
    vague_anchor = isinstance(reference.anchor, Moment) and reference.anchor.about
    if not vague_anchor or not isinstance(time.stretch, Moment):
        return time
    return replace(time, stretch=replace(time.stretch, about=True))


def _read_day(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    hit = words.relative_days.longest(pieces, i)
    return _shifted(hit[0], "day", hit[1], reference.published) if hit else None


def _read_night(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """A night is its two days; "overnight" is the night before a day told beside it, else before publication."""
    hit = words.nights.longest(pieces, i)
    end, shift = hit or (words.overnight.end(pieces, i), -1)
    if end == i or (hit is None and _date_follows(pieces, end, words)):
        return None
    day = reference.published if hit else _day_of_night(reference)
    night = Interval(days_from(day, shift), days_from(day, shift + 1)) if day else None
    return RelativeTime(end, night, DateKind.POINT)


def _day_of_night(reference: TimeReference) -> date | None:
    """The day that ends a night which is not named: the one of the same sentence, else publication."""
    beside = reference.beside
    return beside.first_day if isinstance(beside, Moment) and beside.day else reference.published


def _date_follows(pieces: Pieces, i: int, words: DateWords) -> bool:
    """Whether a date or a noun goes on: « dans la nuit de samedi », « dans la nuit noire »."""
    return pieces.is_word(i) and (words.range_open.end(pieces, i) > i or words.weekdays.longest(pieces, i) is not None)


def _read_part_of_period(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "the beginning of the month", "the middle of last month"."""
    part = words.parts.longest(pieces, i)
    hit = _period_of_part(pieces, part[0], words) if part else None
    if part is None or hit is None:
        return None
    end, unit, shift = hit
    stretch = unit_of(unit, reference.published, shift) if reference.published else None
    if isinstance(stretch, Moment):
        stretch = roughly(stretch, _YEAR_PART_MONTHS[part[1]])
    return RelativeTime(end, stretch, DateKind.POINT)


def _period_of_part(pieces: Pieces, i: int, words: DateWords) -> tuple[int, Unit, int] | None:
    """A period behind a part ("month", "last month"): where it ends, its unit, how many units from publication."""
    own, told = words.part_periods.longest(pieces, i), words.periods.longest(pieces, i)
    if told is not None and (own is None or told[0] > own[0]):
        return told[0], *told[1]
    return (own[0], own[1], 0) if own is not None else None


def _read_ago(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """« il y a douze jours », "hace dos semanas"; "desde hace dos semanas" is a duration."""
    behind = i if words.since.end(pieces, i - 1) == i else words.ago.before.end(pieces, i)
    told = read_units(pieces, behind, words) if behind > i else None
    if told is None:
        return None
    end, unit, number = told
    return _counted(end, unit, -number, reference.published)


def _read_past(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "the past two years", « ces deux dernières années », "the past year"; without a number, plurals are vague."""
    behind = words.past.before.end(pieces, i)
    if behind == i:
        return None
    told = read_units(pieces, behind, words, between=words.past.between)
    if told is None:
        return _read_past_unit(pieces, behind, words, reference)
    end, unit, number = told
    if _needs_between(words) and not any(words.past.between.longest(pieces, at) for at in range(behind, end)):
        return None
    stretch = span_of_units(unit, number, reference.published) if reference.published else None
    return RelativeTime(end, stretch, DateKind.PERIOD)


def _read_past_unit(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    behind = words.past.between.end(pieces, i)
    hit = words.units.longest(pieces, behind)
    if hit is None or (_needs_between(words) and behind == i):
        return None
    if pieces.word(behind) not in words.singular_units:
        return RelativeTime(hit[0], None, DateKind.VAGUE)
    stretch = span_of_units(hit[1], 1, reference.published) if reference.published else None
    return RelativeTime(hit[0], stretch, DateKind.PERIOD)


def _needs_between(words: DateWords) -> bool:
    """Whether the word for "past" stands behind the number in this language."""
    return bool(words.past.between.first_words())


def _read_number_of_units(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """ "two weeks ago", "a month earlier", « trois jours plus tard »."""
    told = read_units(pieces, i, words)
    if told is None:
        return None
    end, unit, number = told
    for side, sign, day in _directions(words, reference):
        behind = side.after.end(pieces, end)
        if behind > end:
            time = _counted(behind, unit, sign * number, day)
            return time if side is words.ago else _as_about(time, reference)
    return None


def _directions(words: DateWords, reference: TimeReference) -> tuple[tuple[SidedPhrases, int, date | None], ...]:
    return (
        (words.ago, -1, reference.published),
        (words.earlier, -1, reference.told_day),
        (words.later, 1, reference.told_day),
    )


def _counted(end: int, unit: Unit, number: int, day: date | None) -> RelativeTime:
    stretch = units_from(unit, number, day) if day else None
    return RelativeTime(end, stretch, kind_of(stretch) if stretch else DateKind.POINT)


def read_units(
    pieces: Pieces, i: int, words: DateWords, *, between: Phrases[bool] | None = None
) -> tuple[int, Unit, int] | None:
    """A number and a unit of time: where they end, the unit, the number."""
    fixed = words.numbers.longest(pieces, i)
    days = fixed and words.units.longest(pieces, fixed[0])
    if fixed and days is None and fixed[1] > 1:
        return fixed[0], "day", fixed[1]
    number = fixed[1::-1] if fixed else _number(pieces, i, words)
    if number is None or not 0 < number[0] <= _LARGEST_NUMBER_OF_UNITS:
        return None
    behind = between.end(pieces, number[1]) if between else number[1]
    unit = words.units.longest(pieces, behind)
    return (unit[0], unit[1], number[0]) if unit else None


def _number(pieces: Pieces, i: int, words: DateWords) -> tuple[int, int] | None:
    """A number and the piece behind it."""
    if pieces.is_digits(i):
        number = parse_digits(pieces, i, words.number_words)
    else:
        number = parse_spelled(pieces, i, words.number_words)
    return (number.value, number.end) if number else None


_READERS: dict[RelativeForm, Callable[[Pieces, int, DateWords, TimeReference], RelativeTime | None]] = {
    RelativeForm.VAGUE: _read_vague,
    RelativeForm.TO_DATE: _read_to_date,
    RelativeForm.SINCE_THEN: _read_since_then,
    RelativeForm.PERIOD: _read_period,
    RelativeForm.ANCHORED: _read_anchored,
    RelativeForm.DAY: _read_day,
    RelativeForm.NIGHT: _read_night,
    RelativeForm.PART_OF_PERIOD: _read_part_of_period,
    RelativeForm.AGO: _read_ago,
    RelativeForm.PAST: _read_past,
    RelativeForm.NUMBER_OF_UNITS: _read_number_of_units,
}
