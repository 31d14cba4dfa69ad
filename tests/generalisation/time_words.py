"""Times told from a day of publication, and the EDTF that the definition gives each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from babel.dates import format_date

from generalisation.figure_words import read_words

_DAY = timedelta(days=1)


def times(language: str, published: date, *, only_years: bool) -> Iterator[tuple[str, str | None]]:
    """Words for a time and its EDTF, for each way to tell one."""
    words, told = read_words(language), Times(language, published)
    makers = {"year": told.year, "last_year": told.last_year} if only_years else told.makers()
    for kind, make in makers.items():
        for template in words["times"][kind]:
            yield from make(template)


class Times:
    """Makes words of templates, told from a day of publication."""

    def __init__(self, language: str, published: date) -> None:
        self.language = language
        self.published = published
        self.words = read_words(language)

    def makers(self) -> dict[str, Callable[[str], Iterator[tuple[str, str | None]]]]:
        """Each kind of times and what makes it of a template."""
        kinds = ("weekday", "night", "day", "day_of_year", "month", "month_of_year", "days_ago", "year", "last_year")
        single = {
            "yesterday": (self.published - _DAY).isoformat(),
            "last_month": _month(self.published, 1),
            "last_week": _span(self._monday(-7), 7),
            "last_weekend": _span(self._monday(-2), 2),
            "nothing": None,
        }
        return {kind: getattr(self, kind) for kind in kinds} | {
            kind: lambda words, edtf=edtf: iter([(words, edtf)]) for kind, edtf in single.items()
        }

    def weekday(self, template: str) -> Iterator[tuple[str, str | None]]:
        """The last seven days but that of publication, which some of the templates exclude."""
        for back in range(1, 7):
            day = self.published - back * _DAY
            yield template.format(weekday=self._format(day, "EEEE")), day.isoformat()

    def night(self, template: str) -> Iterator[tuple[str, str | None]]:
        """A night is its two days."""
        for back in range(2, 7):
            day = self.published - back * _DAY
            weekdays = {"weekday": self._format(day, "EEEE"), "next": self._format(day + _DAY, "EEEE")}
            yield template.format(**weekdays), _span(day, 2)

    def day(self, template: str) -> Iterator[tuple[str, str | None]]:
        """Days without a year are the last that were so called."""
        for back in (4, 9, 23, 77, 150):
            day = self.published - back * _DAY
            yield template.format(day=self._day(day)), day.isoformat()

    def day_of_year(self, template: str) -> Iterator[tuple[str, str | None]]:
        """Days with their year."""
        for back in (5, 31, 99, 400):
            day = self.published - back * _DAY
            yield template.format(day=self._day(day), year=day.year), day.isoformat()

    def month(self, template: str) -> Iterator[tuple[str, str | None]]:
        """Months without a year; their beginning and end are the month."""
        for back in (1, 3, 7, 10):
            month = _month(self.published, back)
            yield template.format(month=self._format(date.fromisoformat(f"{month}-01"), "MMMM")), month

    def month_of_year(self, template: str) -> Iterator[tuple[str, str | None]]:
        """Months with their year."""
        for back in (2, 5, 14):
            month = _month(self.published, back)
            day = date.fromisoformat(f"{month}-01")
            yield template.format(month=self._format(day, "MMMM"), year=day.year), month

    def days_ago(self, template: str) -> Iterator[tuple[str, str | None]]:
        """A number of days before publication."""
        for number, word in self.words["numbers"].items():
            yield template.format(number=word), (self.published - number * _DAY).isoformat()

    def year(self, template: str) -> Iterator[tuple[str, str | None]]:
        """Years in digits."""
        for back in (1, 2, 5):
            yield template.format(year=self.published.year - back), str(self.published.year - back)

    def last_year(self, template: str) -> Iterator[tuple[str, str | None]]:
        """The year before that of publication."""
        yield template, str(self.published.year - 1)

    def _format(self, day: date, pattern: str) -> str:
        return format_date(day, pattern, locale=self.language)

    def _day(self, day: date) -> str:
        first = self.words.get("first_day") if day.day == 1 else None
        words = self._format(day, self.words["day_format"])
        return words.replace("1", first, 1) if first else words

    def _monday(self, shift: int) -> date:
        return self.published - self.published.weekday() * _DAY + shift * _DAY


def _span(first: date, days: int) -> str:
    return f"{first}/{first + (days - 1) * _DAY}"


def _month(day: date, back: int) -> str:
    months = day.year * 12 + day.month - 1 - back
    return f"{months // 12}-{months % 12 + 1:02}"
