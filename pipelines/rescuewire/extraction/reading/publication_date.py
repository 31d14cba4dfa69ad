"""The date an article was published on."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

_ISO_8601 = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[Tt ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.ASCII,
)
_MONTHS = 12
_MORE_THAN_A_WEEK, _MORE_THAN_A_MONTH = timedelta(days=8), timedelta(days=40)


def is_publication_date(value: str) -> bool:
    """True for an ISO 8601 date or date-time, with or without time zone; a year or a month alone will do."""
    match = _ISO_8601.fullmatch(value)
    return match is not None and _exists(match)


def published_on(value: str | None) -> date | None:
    """The day in `published_at`, as written there (no change of time zone); None where no day is told."""
    match = _ISO_8601.fullmatch(value or "")
    if match is None or match["day"] is None or not _exists(match):
        return None
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def published_within(value: str | None) -> tuple[date, date] | None:
    """Two days of the month or year in `published_at` where it tells no day: its last one, and one well before that.

    What both make of "in May" or "last year" is what is meant; of "on Monday" they make two things.
    """
    match = _ISO_8601.fullmatch(value or "")
    if match is None or match["day"] is not None or not _exists(match) or int(match["year"]) in {0, date.max.year}:
        return None
    year, month = int(match["year"]), int(match["month"] or _MONTHS)
    last = date(year + month // _MONTHS, month % _MONTHS + 1, 1) - timedelta(days=1)
    return last, last - (_MORE_THAN_A_WEEK if match["month"] else _MORE_THAN_A_MONTH)


def _exists(match: re.Match[str]) -> bool:
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1) if month != 0 and day != 0 else date(0, 0, 0)
        time(hour or 0, minute or 0, min(second or 0, 59) if second != 60 else 59)
    except ValueError:
        return False
    return True
