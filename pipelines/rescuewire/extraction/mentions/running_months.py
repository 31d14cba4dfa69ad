"""Months that run up to one: "in the year to June", « les douze mois achevés en mars »."""

from __future__ import annotations

from rescuewire.extraction.mentions.calendar_dates import CalendarDate, read_calendar_date, resolve
from rescuewire.extraction.mentions.date_words import DateWords
from rescuewire.extraction.mentions.edtf import Interval, Moment, month_of
from rescuewire.extraction.mentions.kinds import DateKind
from rescuewire.extraction.mentions.relative_dates import RelativeTime, TimeReference, read_units
from rescuewire.extraction.mentions.text_pieces import Pieces

_MONTHS = {"month": 1, "year": 12}
_LAST_DAYS = 28
_FARTHEST = 7
"""The pieces that a length and the first word behind it may take."""


def read_running_months(pieces: Pieces, i: int, words: DateWords, reference: TimeReference) -> RelativeTime | None:
    """The months that begin at piece `i` and end with a month told behind them, or None."""
    if words.running_starters.isdisjoint(pieces.words[i + 1 : i + _FARTHEST]):
        return None  # nearly always
    told = _read_length(pieces, i, words)
    if told is None:
        return None
    behind, months = told
    at = words.running_to.end(pieces, behind)
    last = read_calendar_date(pieces, at, words) if at > behind else None
    if last is None or last.month is None or _ends_inside(last):
        return None
    end = resolve(last, reference.published)
    if not isinstance(end, Moment):
        return RelativeTime(last.end, None, DateKind.PERIOD)
    first, final = month_of(end.first_day, 1 - months), month_of(end.first_day, 0)
    return RelativeTime(last.end, Interval(first, final), DateKind.PERIOD)


def _read_length(pieces: Pieces, i: int, words: DateWords) -> tuple[int, int] | None:
    """The piece behind "twelve months" or "year", and how many months that is."""
    if pieces.word(i) in words.running_units:
        return i + 1, _MONTHS["year"]
    told = read_units(pieces, i, words) if pieces.is_digits(i) or words.openings.begin(pieces, i) else None
    if told is None or told[1] not in _MONTHS:
        return None
    end, unit, number = told
    return end, number * _MONTHS[unit]


def _ends_inside(last: CalendarDate) -> bool:
    return last.day is not None and last.day < _LAST_DAYS
