"""Calendar arithmetic on EDTF (ISO 8601-2) at the precisions that news tell: year, month, day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True)
class Moment:
    """A year, a month or a day; `about` where the text is approximate (EDTF "~")."""

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + ("~" if self.about else "")

    @property
    def first_day(self) -> date:
        """The day it begins on."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The day it ends on."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True)
class Interval:
    """From one moment to another, both included; open where `end` is None."""

    start: Moment
    end: Moment | None

    def __str__(self) -> str:
        return f"{self.start}/{self.end or '..'}"

    @property
    def first_day(self) -> date:
        """The day it begins on."""
        return self.start.first_day

    @property
    def last_day(self) -> date:
        """The day it ends on; of an open interval, that its begin ends on."""
        return (self.end or self.start).last_day


Stretch = Moment | Interval


def day_moment(day: date, *, about: bool = False) -> Moment:
    """A day as a moment."""
    return Moment(day.year, day.month, day.day, about)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def days_from(day: date, shift: int) -> Moment:
    """The day `shift` days after `day`."""
    return day_moment(day + timedelta(days=shift))


def week_of(day: date, shift: int) -> Interval:
    """Monday to Sunday of the week `shift` weeks after that of `day`."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return Interval(day_moment(monday), day_moment(monday + timedelta(days=6)))


def weekend_of(day: date, shift: int) -> Interval:
    """Saturday and Sunday: at shift 0 and -1 the latest weekend begun by `day`, at 1 the next one."""
    saturday = day - timedelta(days=(day.weekday() - SATURDAY) % 7) + timedelta(weeks=max(shift, 0))
    if shift < 0 and day.weekday() >= SATURDAY:
        saturday -= timedelta(weeks=1)
    return Interval(day_moment(saturday), day_moment(saturday + timedelta(days=1)))


def month_of(day: date, shift: int) -> Moment:
    """The month `shift` months after that of `day`."""
    months = day.year * 12 + day.month - 1 + shift
    return Moment(months // 12, months % 12 + 1)


def year_of(day: date, shift: int) -> Moment:
    """The year `shift` years after that of `day`."""
    return Moment(day.year + shift)


_YEARS_OF_DECADE = 10
_UNITS: dict[str, Callable[[date, int], Stretch]] = {
    "day": days_from,
    "week": week_of,
    "weekend": weekend_of,
    "month": month_of,
    "year": year_of,
    "decade": lambda day, shift: year_of(day, _YEARS_OF_DECADE * shift),
}


def unit_of(unit: str, day: date, shift: int) -> Stretch:
    """The day, week, weekend, month or year `shift` units after that of `day`; for decades, the year."""
    return _UNITS[unit](day, shift)


def span_of_units(unit: str, number: int, until: date) -> Interval:
    """The last `number` units until `until`; decades are told in years, years in months, shorter units in their own."""
    if unit == "decade":
        return Interval(year_of(until, -_YEARS_OF_DECADE * number), year_of(until, 0))
    if unit in ("month", "year"):
        months = number * (12 if unit == "year" else 1)
        return Interval(month_of(until, -months), month_of(until, 0))
    days = number * (7 if unit == "week" else 1)
    return Interval(days_from(until, -days), day_moment(until))


def units_from(unit: str, number: int, day: date) -> Stretch:
    """`number` units before (negative) or after `day`, as exact as the unit: weeks give a day, about."""
    if unit == "week":
        return day_moment(day + timedelta(weeks=number), about=True)
    return unit_of(unit, day, number)


def latest_weekday(weekday: int, until: date, *, strictly: bool = False) -> Moment:
    """The latest such weekday (Monday is 0) not after `until`; `strictly`, before it."""
    back = (until.weekday() - weekday) % 7
    return days_from(until, -7 if strictly and back == 0 else -back)


def next_weekday(weekday: int, after: date) -> Moment:
    """The first such weekday after `after`."""
    return days_from(after, (weekday - after.weekday() - 1) % 7 + 1)


def latest(month: int, day: int | None, until: date) -> Moment | None:
    """The latest such month or day of a year that begins not after `until`; None for 30 February."""
    for year in range(until.year, until.year - 9, -1):
        if (day is None or is_day(year, month, day)) and Moment(year, month, day).first_day <= until:
            return Moment(year, month, day)
    return None


def earliest(month: int, day: int | None, since: date) -> Moment | None:
    """The earliest such month or day of a year that ends not before `since`; None for 30 February."""
    for year in range(since.year, since.year + 9):
        if (day is None or is_day(year, month, day)) and Moment(year, month, day).last_day >= since:
            return Moment(year, month, day)
    return None


def from_to(start: Stretch, end: Stretch) -> Interval:
    """From the begin of `start` to the end of `end`."""
    first = start.start if isinstance(start, Interval) else start
    last = end.end if isinstance(end, Interval) else end
    return Interval(first, last)


def since(start: Stretch, until: date | None) -> Interval:
    """From the begin of `start` until a day, or open."""
    first = start.start if isinstance(start, Interval) else start
    return Interval(first, day_moment(until) if until else None)


def roughly(moment: Moment, month: int) -> Moment:
    """A part of a year, as about one of its months; months and days already say what is known."""
    return moment if moment.month else replace(moment, month=month, about=True)
