"""Time expressions, resolved to EDTF against publication: « mercredi soir », "between 8 and 15 June 2023".

The component `rescuewire_dates` writes one span an expression, with the prepositions that belong to it, so
that cutting it leaves a sentence. Its meaning is a `DateMention`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.calendar_dates import (
    CalendarDate,
    ends_before,
    read_calendar_date,
    read_day_number,
    read_year,
    resolve,
)
from rescuewire.extraction.mentions.date_words import DateWords, date_words
from rescuewire.extraction.mentions.edtf import Interval, Moment, Stretch, day_moment, days_from, from_to, since
from rescuewire.extraction.mentions.kinds import (
    DATES,
    PUBLISHED_ON,
    PUBLISHED_WITHIN,
    DateKind,
    DateMention,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.relative_dates import TimeReference, kind_of, read_relative_time
from rescuewire.extraction.mentions.running_months import read_running_months
from rescuewire.extraction.mentions.text_pieces import Pieces, split_text, to_span
from rescuewire.extraction.patterns.tokens import text_of

_DASHES = frozenset("-–—")
_FARTHEST_SINCE = 10
_SENTENCE_ENDS = frozenset({"\n", ".", "!", "?"})
_DAYS_OF_WEEK = 7
_WEEK_OPENS = frozenset({0, 6})
"""Monday and Sunday."""
_WORKING_WEEK = 5


@dataclass(frozen=True)
class FoundDate:
    """A time expression from piece `start` to `end` (exclusive); `stretch` is None where unresolved."""

    start: int
    end: int
    stretch: Stretch | None
    kind: DateKind
    tells_year: bool = False

    @property
    def mention(self) -> DateMention:
        """Its meaning."""
        return DateMention(str(self.stretch) if self.stretch else None, self.kind)


class DateReader:
    """Reads the time expressions of one text in order; later ones are told from earlier ones."""

    def __init__(self, pieces: Pieces, words: DateWords, published: date | None) -> None:
        self._pieces = pieces
        self._words = words
        self._published = published
        self._anchor: Stretch | None = None
        self._beside: Stretch | None = None
        self._story: Moment | None = None

    def read(self) -> list[FoundDate]:
        """All time expressions, from left to right, without overlap."""
        found: list[FoundDate] = []
        begun, behind = self._words.openings.followers, 0
        for i, word in enumerate(self._pieces.words):
            if word in _SENTENCE_ENDS:
                self._beside = None
                self._story = None if word == "\n" else self._story
            elif (word in begun or word.isdecimal()) and i >= behind and self._may_begin(i):
                date_at = self._read_at(i)
                if date_at and date_at.kind is not DateKind.HABIT:
                    found.append(self._with_leads(date_at, behind))
                behind = date_at.end if date_at else behind
        return found

    def _may_begin(self, i: int) -> bool:
        return self._words.openings.begin(self._pieces, i) or read_year(self._pieces, i) is not None

    def _read_at(self, i: int) -> FoundDate | None:
        found = self._read_calendar(i) if self._may_be_calendar(i) else None
        reference = TimeReference(self._published, self._anchor, self._beside)
        for read in (read_relative_time, read_running_months):
            relative = read(self._pieces, i, self._words, reference)
            if relative and (found is None or relative.end > found.end):
                found = FoundDate(i, relative.end, relative.stretch, relative.kind)
        if found is None:
            return None
        found = self._with_daypart(found)
        found = found if found.kind is DateKind.SINCE else self._as_since(found)
        self._remember(found)
        return found

    def _may_be_calendar(self, i: int) -> bool:
        return self._pieces.is_digits(i) or self._pieces.word(i) in self._words.calendar_starters

    def _read_calendar(self, i: int) -> FoundDate | None:
        told = read_calendar_date(self._pieces, i, self._words)
        if told is None:
            return self._read_day_range(i)
        return self._read_range(i, told) or self._read_single(i, told)

    def _read_single(self, i: int, told: CalendarDate) -> FoundDate:
        if told.part == "start" and self._is_since(i):
            told = replace(told, part=None)
        stretch = self._resolved(told)
        kind = kind_of(stretch) if stretch else DateKind.POINT
        return FoundDate(i, told.end, stretch, kind, told.tells_year)

    def _resolved(self, told: CalendarDate) -> Stretch | None:
        return resolve(told, self._published, anchor=self._anchor, story=self._story)

    def _read_range(self, i: int, first: CalendarDate) -> FoundDate | None:
        """From one date to another, of which the second may be a bare day or year."""
        behind_link = self._behind_link(first.end, i)
        if behind_link == first.end:
            return self._read_pair(i, first)
        second = read_calendar_date(self._pieces, self._behind_lead(behind_link), self._words)
        if second is None and read_year(self._pieces, behind_link) and first.year and not first.month:
            second = CalendarDate(behind_link + 1, year=read_year(self._pieces, behind_link))
        second = second or self._bare_day_behind(first, behind_link)
        return self._from_to(i, first, second) if second else None

    def _read_pair(self, i: int, first: CalendarDate) -> FoundDate | None:
        """Two weekdays that follow each other: "on Tuesday and Wednesday", « mardi et mercredi »."""
        link = self._words.range_link.end(self._pieces, first.end)
        second = read_calendar_date(self._pieces, link, self._words) if link > first.end else None
        if second is None or not _follows(first, second):
            return None
        end = self._resolved(second)
        stretch = Interval(days_from(end.first_day, -1), day_moment(end.first_day)) if end else None
        return FoundDate(i, second.end, stretch, DateKind.POINT)

    def _behind_lead(self, i: int) -> int:
        return self._words.leads.end(self._pieces, i)

    def _read_day_range(self, i: int) -> FoundDate | None:
        """ "3 to 9 June", « du 02 au 05 février 2022 »."""
        number = self._day_in_digits(i)
        year = read_year(self._pieces, i)
        if number is None and year is None:
            return None
        first_end = number[1] if number else i + 1
        behind_link = self._behind_link(first_end, i, any_link=number is not None)
        if behind_link == first_end:
            return None
        if number is None:
            return self._read_year_range(i, year or 0, behind_link)
        second = read_calendar_date(self._pieces, self._behind_lead(behind_link), self._words)
        if second is None or second.month is None or second.day is None:
            return None
        return self._from_to(i, replace(second, day=number[0], end=number[1], weekday=None), second)

    def _read_year_range(self, i: int, year: int, behind_link: int) -> FoundDate | None:
        """2015-2019, "between 2015 and 2019"."""
        second = read_year(self._pieces, behind_link)
        if second is None or second <= year:
            return None
        return self._from_to(i, CalendarDate(i + 1, year=year), CalendarDate(behind_link + 1, year=second))

    def _day_in_digits(self, i: int) -> tuple[int, int] | None:
        return read_day_number(self._pieces, i, self._words) if self._pieces.is_digits(i) else None

    def _bare_day_behind(self, first: CalendarDate, i: int) -> CalendarDate | None:
        """The second day of "November 6 to 10"."""
        number = self._day_in_digits(i)
        if number is None or first.day is None or first.month is None or number[0] <= first.day:
            return None
        return replace(first, day=number[0], end=number[1]) if self._words.month_first else None

    def _behind_link(self, i: int, start: int, *, any_link: bool = False) -> int:
        """Behind a word or a dash that links two dates; "and" links only behind "between"."""
        if self._pieces.word(i) in _DASHES:
            return i + 1
        opened = any_link or ends_before(self._words.range_open, self._pieces, start) < start
        plain = self._words.range_plain.end(self._pieces, i)
        return max(plain, self._words.range_link.end(self._pieces, i)) if opened else plain

    def _from_to(self, i: int, first: CalendarDate, second: CalendarDate) -> FoundDate | None:
        """The range, where the first date takes the year, and the days the order, of the second."""
        end = self._resolved(second)
        if not first.tells_year and second.tells_year and first.month:
            first = replace(first, year=second.year, years_from_publication=second.years_from_publication)
        start = self._resolved(first)
        if end is None or start is None:
            return FoundDate(i, second.end, None, DateKind.PERIOD)
        days = _days_between(first, second)
        if days is not None:
            if _is_whole_week(first, days):
                return FoundDate(i, second.end, None, DateKind.HABIT)
            return _days_until(i, second.end, end.first_day, days)
        start = _not_after(start, end)
        if start.first_day > end.last_day:
            return None
        stretch = from_to(start, end)
        kind = DateKind.POINT if (end.last_day - start.first_day).days <= 1 else DateKind.PERIOD
        return FoundDate(i, second.end, stretch, kind, second.tells_year)

    def _with_daypart(self, found: FoundDate) -> FoundDate:
        return replace(found, end=self._words.dayparts.end(self._pieces, found.end))

    def _is_since(self, i: int) -> bool:
        """Whether « depuis » stands before piece `i`, in the same clause."""
        lead = min(
            ends_before(self._words.leads, self._pieces, i), ends_before(self._words.month_leads, self._pieces, i)
        )
        for begin in range(i - 1, max(i - 1 - _FARTHEST_SINCE, -1), -1):
            behind = self._words.since.end(self._pieces, begin)
            if behind > begin:
                return behind == i or not self._pieces.capital(behind)
            sets_off = self._pieces.word(begin) == "," and begin == lead - 1
            if self._pieces.word(begin) != "'" and not sets_off and not self._is_plain_word(begin):
                return False
        return False

    def _is_plain_word(self, i: int) -> bool:
        return self._pieces.is_word(i) and not self._pieces.capital(i)

    def _as_since(self, found: FoundDate) -> FoundDate:
        """From the date until publication, where "since" stands before it."""
        ranged = isinstance(found.stretch, Interval) and found.kind is DateKind.PERIOD
        if ranged or found.kind is DateKind.VAGUE or not self._is_since(found.start):
            return found
        if found.stretch is None:
            return replace(found, kind=DateKind.SINCE)
        if self._published and found.stretch.first_day >= self._published:
            return found
        return replace(found, stretch=since(found.stretch, self._published), kind=DateKind.SINCE)

    def _remember(self, found: FoundDate) -> None:
        if found.stretch is None or found.kind is DateKind.SINCE:
            return
        self._anchor = self._beside = found.stretch
        if found.tells_year and isinstance(found.stretch, Moment) and found.stretch.month:
            self._story = replace(found.stretch, about=False)

    def _with_leads(self, found: FoundDate, behind: int) -> FoundDate:
        """The date with the prepositions before it, as far as the expression before leaves them."""
        start = ends_before(self._words.leads, self._pieces, found.start)
        if start == found.start:
            start = ends_before(self._words.since, self._pieces, found.start)
        return replace(found, start=max(start, behind)) if start >= behind else found


def _follows(first: CalendarDate, second: CalendarDate) -> bool:
    """Whether both are bare weekdays, the second the day behind the first."""
    return _days_between(first, second) == 1


def _days_between(first: CalendarDate, second: CalendarDate) -> int | None:
    """How many days lie between one bare weekday and the next such other; None where they are no bare weekdays."""
    if first.weekday is None or second.weekday is None or first.month or second.month or first.day or second.day:
        return None
    return (second.weekday - first.weekday) % _DAYS_OF_WEEK


def _is_whole_week(first: CalendarDate, days: int) -> bool:
    """Whether so many days from a weekday on are all on which people work: « de lunes a sábado »."""
    return days == 0 or (first.weekday in _WEEK_OPENS and days >= _WORKING_WEEK)


def _days_until(start: int, end: int, last: date, days: int) -> FoundDate:
    """From so many days before the last one up to it, told from piece `start` to `end`."""
    kind = DateKind.POINT if days == 1 else DateKind.PERIOD
    return FoundDate(start, end, Interval(days_from(last, -days), day_moment(last)), kind)


def _not_after(start: Stretch, end: Stretch) -> Stretch:
    """`start`, a year earlier where it was taken for the one behind `end` ("from November to March")."""
    if isinstance(start, Moment) and start.month and start.first_day > end.last_day:
        return replace(start, year=start.year - 1)
    return start


def find_dates(pieces: Pieces, words: DateWords, published: date | None) -> list[FoundDate]:
    """All time expressions; without a publication date only those that tell a year resolve."""
    return DateReader(pieces, words, published).read()


def find_dates_within(pieces: Pieces, words: DateWords, days: tuple[date, date]) -> list[FoundDate]:
    """All time expressions; only those resolve that both days of publication resolve alike: "last year"."""
    found, others = (find_dates(pieces, words, day) for day in days)
    known = {(other.start, other.end): other.stretch for other in others}
    return [one if known.get((one.start, one.end)) == one.stretch else replace(one, stretch=None) for one in found]


class DateFinder:
    """spaCy component: writes `doc.spans["rescuewire_dates"]`."""

    def __init__(self, pack: str) -> None:
        register_attributes()
        self._words = date_words(pack)

    def __call__(self, doc: Doc) -> Doc:
        pieces = split_text(text_of(doc))
        within = doc._.get(PUBLISHED_WITHIN)
        if within is None:
            found = find_dates(pieces, self._words, doc._.get(PUBLISHED_ON))
        else:
            found = find_dates_within(pieces, self._words, within)
        doc.spans[DATES] = [_to_span(doc, pieces, each) for each in found]
        return doc


def _to_span(doc: Doc, pieces: Pieces, found: FoundDate) -> Span:
    span = to_span(doc, pieces, found.start, found.end, found.kind.value)
    give_meaning(span, DATES, found.mention)
    return span


@Language.factory("rescuewire_dates", default_config={"pack": "fr"})
def create_date_finder(nlp: Language, name: str, pack: str) -> DateFinder:
    """The date finder with the words of the language pack `pack`; raise PackError if they are wrong."""
    return DateFinder(pack)
