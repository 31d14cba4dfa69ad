"""Dates that name a day, a month, a year or a weekday: read as far as the text tells them, then resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rescuewire.extraction.mentions.date_words import DateWords, Part
from rescuewire.extraction.mentions.edtf import (
    Interval,
    Moment,
    Stretch,
    day_moment,
    earliest,
    is_day,
    latest,
    latest_weekday,
    next_weekday,
    roughly,
)
from rescuewire.extraction.mentions.numbers import parse_digits, parse_spelled
from rescuewire.extraction.mentions.text_pieces import Phrases, Pieces

_FIRST_YEAR, _LAST_YEAR = 1800, 2059
_PART_MONTHS: dict[Part, int] = {"start": 1, "middle": 6, "end": 12}
_LONGEST_LEAD = 5


@dataclass(frozen=True)
class CalendarDate:
    """What a text tells of a date; `end` is the piece behind it.

    `years_from_publication` is told instead of `year` by "last year"; `direction` is -1 for "last", 1 for
    "next" and for plans; `portion` is the first and last month of "the first quarter".
    """

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    portion: tuple[int, int] | None = None
    years_from_publication: int | None = None
    direction: int = 0
    anchored: bool = False

    @property
    def tells_year(self) -> bool:
        """Whether the year is told, outright or from publication."""
        return self.year is not None or self.years_from_publication is not None


def ends_before(phrases: Phrases[bool], pieces: Pieces, i: int) -> int:
    """Where the longest phrase that ends at piece `i` begins, or `i` where there is none."""
    if not phrases.may_end_with(pieces.word(i - 1)):
        return i  # nearly always
    for begin in range(max(i - _LONGEST_LEAD, 0), i):
        hit = phrases.longest(pieces, begin)
        if hit and hit[0] == i:
            return begin
    return i


def read_calendar_date(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """The date at piece `i`, with "last" and "next" behind it, or None."""
    read = (
        _read_numeric(pieces, i, words)
        or _read_weekday(pieces, i, words)
        or _read_day_month(pieces, i, words)
        or _read_month(pieces, i, words)
        or _read_part(pieces, i, words)
        or _read_portion(pieces, i, words)
        or _read_bare_year(pieces, i, words)
    )
    return _directed(pieces, i, read, words) if read else None


def read_day_number(pieces: Pieces, i: int, words: DateWords) -> tuple[int, int] | None:
    """A day of a month in digits or in words, and the piece behind it and its ordinal ending."""
    if pieces.is_digits(i):
        day, end = (int(pieces.word(i)), i + 1) if len(pieces.word(i)) <= 2 else (0, i)
    else:
        number = parse_spelled(pieces, i, words.number_words)
        day, end = (number.value, number.end) if number else (0, i)
    if not 1 <= day <= 31:
        return None
    return day, end + 1 if pieces.tight(end - 1) and pieces.word(end) in words.ordinals else end


def read_year(pieces: Pieces, i: int) -> int | None:
    """Four bare digits that may be a year."""
    word = pieces.word(i)
    if len(word) != 4 or not word.isdecimal() or not _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        return None
    is_group = pieces.word(i + 1) in (".", ",") and pieces.tight(i) and pieces.tight(i + 1) and pieces.is_digits(i + 2)
    return None if is_group else int(word)


def _read_numeric(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """2023-05-12, 12/05/2023, 12.05.2023."""
    sign = pieces.word(i + 1)
    joined = all(pieces.tight(at) for at in range(i, i + 4))
    if sign not in ("-", "/", ".") or not joined or pieces.word(i + 3) != sign:
        return None
    first, second, third = pieces.word(i), pieces.word(i + 2), pieces.word(i + 4)
    if not (first.isdecimal() and second.isdecimal() and third.isdecimal()):
        return None
    year, month, day = _ordered(first, second, third, words.month_first and sign == "/")
    return CalendarDate(i + 5, year, month, day) if is_day(year, month, day) else None


def _ordered(first: str, second: str, third: str, month_first: bool) -> tuple[int, int, int]:
    if len(first) == 4:
        return int(first), int(second), int(third)
    if len(third) != 4:
        return 0, 0, 0
    month, day = (int(first), int(second)) if month_first else (int(second), int(first))
    return (int(third), day, month) if month > 12 else (int(third), month, day)


def _read_weekday(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """A weekday, with the date that explains it: « samedi 15 juillet 2023 », "Monday (June 3)"."""
    hit = words.weekdays.longest(pieces, i)
    if hit is None or pieces.word(i - 1) in words.weekday_plurals or _ends_name(pieces, i, words):
        return None
    end, weekday = hit
    behind_signs = end + 1 if pieces.word(end) in (",", "(") else end
    behind_lead = words.leads.end(pieces, behind_signs)
    dated = _read_day_month(pieces, behind_lead, words) or _read_month_day(pieces, behind_lead, words)
    if dated:
        closed = dated.end + 1 if pieces.word(end) == "(" and pieces.word(dated.end) == ")" else dated.end
        return replace(dated, end=closed, weekday=weekday)
    is_number = pieces.is_digits(end) and not pieces.is_word(end + 1) and not _begins_larger_number(pieces, end, words)
    number = read_day_number(pieces, end, words) if is_number else None
    return CalendarDate(end if number is None else number[1], weekday=weekday, day=number[0] if number else None)


def _begins_larger_number(pieces: Pieces, i: int, words: DateWords) -> bool:
    """Whether the digits at piece `i` are a group of a number: « dimanche 1 740 migrants »."""
    number = parse_digits(pieces, i, words.number_words)
    return number is not None and number.end > i + 1


def _ends_name(pieces: Pieces, i: int, words: DateWords) -> bool:
    """Whether a capital weekday follows another capital where weekdays have none: Santo Domingo."""
    return not words.capitals and pieces.capital(i) and pieces.is_word(i - 1) and pieces.capital(i - 1)


def _read_day_month(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """ "3 June 2023", "3rd of June", « 1er mai », "3 de mayo del año pasado"."""
    number = read_day_number(pieces, i, words)
    month = _month_name(pieces, words.day_links.end(pieces, number[1]), words) if number else None
    if number is None or month is None:
        return None
    return _with_year(pieces, CalendarDate(month[0], month=month[1], day=number[0]), words)


def _month_name(pieces: Pieces, i: int, words: DateWords) -> tuple[int, int] | None:
    """A month's name beside a day or a year, in full or short with its point."""
    hit = words.months.longest(pieces, i) or words.short_months.longest(pieces, i)
    if hit is None or (
        words.capitals and pieces.is_word(i) and not pieces.capital(i) and _needs_capital(pieces, i, words)
    ):
        return None
    end, month = hit
    return (
        end + 1 if pieces.word(end) == "." and pieces.tight(end - 1) and _is_short(pieces, i, words) else end
    ), month


def _needs_capital(pieces: Pieces, i: int, words: DateWords) -> bool:
    return pieces.word(i) in words.ambiguous or words.months.longest(pieces, i) is None


def _is_short(pieces: Pieces, i: int, words: DateWords) -> bool:
    return words.short_months.longest(pieces, i) is not None and words.months.longest(pieces, i) is None


def _with_year(pieces: Pieces, found: CalendarDate, words: DateWords) -> CalendarDate:
    """The date with the year behind it, outright or told from publication."""
    at = found.end
    for _ in range(3):
        year = read_year(pieces, at)
        if year is not None:
            return replace(found, end=at + 1, year=year)
        hit = words.periods.longest(pieces, at)
        if hit and hit[1][0] == "year":
            return replace(found, end=hit[0], years_from_publication=hit[1][1])
        at = at + 1 if pieces.word(at) == "," else words.day_links.end(pieces, at)
    return found


def _read_month_day(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """ "June 3", "Sept. 12, 2023", « mai 10, 2023 »."""
    month = _month_name(pieces, i, words) if pieces.word(i - 1) not in words.month_only else None
    number = read_day_number(pieces, month[0], words) if month and pieces.is_digits(month[0]) else None
    if month is None or number is None or _is_thousands(pieces, month[0]):
        return None
    found = _with_year(pieces, CalendarDate(number[1], month=month[1], day=number[0]), words)
    return found if words.month_first or found.year is not None else None


def _is_thousands(pieces: Pieces, i: int) -> bool:
    """Whether the digits at piece `i` are the first group of a larger number."""
    joined = pieces.word(i + 1) in (",", ".") and pieces.tight(i) and pieces.tight(i + 1)
    return joined and len(pieces.word(i + 2)) == 3 and pieces.is_digits(i + 2)


def _read_month(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """A month with a day or a year behind it, or alone where its name is no other word."""
    with_day = _read_month_day(pieces, i, words)
    if with_day:
        return with_day
    named = _month_name(pieces, i, words)
    if named is None:
        return None
    found = _with_year(pieces, CalendarDate(named[0], month=named[1]), words)
    alone = not found.tells_year
    return None if alone and not _may_stand_alone(pieces, i, words) else found


def _may_stand_alone(pieces: Pieces, i: int, words: DateWords) -> bool:
    if words.months.longest(pieces, i) is None:
        return False
    if pieces.word(i) not in words.ambiguous and (words.capitals or not pieces.capital(i)):
        return True
    lead = words.month_leads.longest(pieces, i - 1) is not None or ends_before(words.month_leads, pieces, i) < i
    modified = ends_before(words.last.before, pieces, i) < i or words.last.after.end(pieces, i + 1) > i + 1
    return lead or modified or _ends_part(pieces, i, words)


def _ends_part(pieces: Pieces, i: int, words: DateWords) -> bool:
    before = i - 2 if pieces.word(i - 1) == "-" else i - 1
    return words.parts.longest(pieces, before) is not None


def _read_part(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """ "early April", "the end of 2022", « fin de l'année dernière »."""
    hit = words.parts.longest(pieces, i)
    if hit is None:
        return None
    at = pieces.past_hyphen(hit[0])
    for begin in (at, words.day_links.end(pieces, at)):
        found = _read_month(pieces, begin, words) or _read_told_year(pieces, begin, words)
        if found:
            return replace(found, part=hit[1])
    return None


def _read_told_year(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    year = read_year(pieces, i)
    if year is not None:
        return CalendarDate(i + 1, year=year)
    hit = words.periods.longest(pieces, i)
    return CalendarDate(hit[0], years_from_publication=hit[1][1]) if hit and hit[1][0] == "year" else None


def _read_portion(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """ "the first quarter of 2023", "the first nine months of the year"."""
    hit = words.portions.longest(pieces, i)
    found = _with_year(pieces, CalendarDate(hit[0], portion=hit[1]), words) if hit else None
    if found is None or found.tells_year:
        return found
    behind = words.day_links.end(pieces, found.end)
    period = words.part_periods.longest(pieces, behind) if behind > found.end else None
    if period is not None and period[1] == "year":
        return replace(found, end=period[0])
    return None if behind > found.end else found


def _read_bare_year(pieces: Pieces, i: int, words: DateWords) -> CalendarDate | None:
    """A year behind a word that leads years; a round number before a noun is none."""
    year = read_year(pieces, i)
    if year is None or (year % 100 == 0 and pieces.is_word(i + 1)):
        return None
    led = ends_before(words.month_leads, pieces, i) < i or ends_before(words.since, pieces, i) < i
    return CalendarDate(i + 1, year=year) if led else None


def _directed(pieces: Pieces, i: int, found: CalendarDate, words: DateWords) -> CalendarDate:
    """The date with the direction that words before or behind it give."""
    for side, direction in ((words.next, 1), (words.last, -1)):
        end = side.after.end(pieces, found.end)
        if end > found.end:
            return replace(found, end=end, direction=direction)
        if ends_before(side.before, pieces, i) < i:
            return replace(found, direction=direction)
    return _pointed(pieces, i, found, words)


def _pointed(pieces: Pieces, i: int, found: CalendarDate, words: DateWords) -> CalendarDate:
    """The date as planned (« prévu pour le 5 août ») or as of the story's day (« ce samedi-là »)."""
    if ends_before(words.future, pieces, ends_before(words.leads, pieces, i)) < ends_before(words.leads, pieces, i):
        return replace(found, direction=1)
    side = words.anchored_weekday
    after = side.after.end(pieces, pieces.past_hyphen(found.end))
    if found.weekday is not None and after > pieces.past_hyphen(found.end):
        return replace(found, end=after, anchored=True)
    anchored = found.weekday is not None and found.month is None and ends_before(side.before, pieces, i) < i
    return replace(found, anchored=anchored)


def resolve(
    found: CalendarDate, published: date | None, *, anchor: Stretch | None = None, story: Moment | None = None
) -> Stretch | None:
    """The stretch of time that `found` means, or None where publication is needed and not known.

    `anchor` is the date told last, `story` the last one of the paragraph that told its year: a month
    without a year goes on from there, as in "In October 2019 he fled. On November 14 police went in".
    """
    year = _year(found, published)
    if found.portion:
        return _resolve_portion(found.portion, year, published)
    if year is not None:
        return _of_year(found, year)
    if found.month is not None:
        return _resolve_month(found, found.month, published, story)
    return _resolve_weekday(found, published, anchor) if found.weekday is not None else None


def _year(found: CalendarDate, published: date | None) -> int | None:
    if found.years_from_publication is not None:
        return published.year + found.years_from_publication if published else None
    return found.year


def _of_year(found: CalendarDate, year: int) -> Moment | None:
    if found.month and found.day and not is_day(year, found.month, found.day):
        return None
    moment = Moment(year, found.month, found.day)
    return roughly(moment, _PART_MONTHS[found.part]) if found.part else moment


def _resolve_portion(portion: tuple[int, int], year: int | None, published: date | None) -> Interval | None:
    if year is None and published:
        year = published.year if date(published.year, portion[0], 1) <= published else published.year - 1
    return Interval(Moment(year, portion[0]), Moment(year, portion[1])) if year is not None else None


def _resolve_month(found: CalendarDate, month: int, published: date | None, story: Moment | None) -> Moment | None:
    if story and not found.direction and (published is None or story.year < published.year):
        return earliest(month, found.day, story.first_day)
    if published is None:
        return None
    if found.direction > 0:
        return earliest(month, found.day, published)
    if found.direction < 0 and found.day is None:
        return latest(month, None, published.replace(day=1) - timedelta(days=1))
    return latest(month, found.day, published)


def _resolve_weekday(found: CalendarDate, published: date | None, anchor: Stretch | None) -> Moment | None:
    weekday = found.weekday or 0
    if found.anchored and anchor:
        return next_weekday(weekday, anchor.first_day - timedelta(days=1))
    if published is None:
        return None
    if found.direction > 0:
        return next_weekday(weekday, published)
    if found.day is not None:
        return _weekday_of_day(weekday, found.day, published)
    return latest_weekday(weekday, published, strictly=found.direction < 0)


def _weekday_of_day(weekday: int, day: int, published: date) -> Moment:
    """The latest such weekday that is that day of a month, within two months; else the latest such weekday."""
    first = latest_weekday(weekday, published)
    candidates = (day_moment(first.first_day - timedelta(weeks=weeks)) for weeks in range(9))
    return next((moment for moment in candidates if moment.day == day), first)
