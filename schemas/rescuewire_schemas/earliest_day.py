"""The first day that a time can mean, as far as its words guarantee one."""

from __future__ import annotations

import re
from datetime import date

_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HOUR = re.compile(r"[T ]\d{2}.*")


def earliest_day(edtf: str | None) -> date | None:
    """The first day of an EDTF year, month, day or interval; None where no first day is guaranteed.

    2023 and 2023-01 begin on 2023-01-01, 2022-11-06/2023-01 on 2022-11-06. Nothing is guaranteed by what is
    approximate or uncertain (2023-05~, 2023?), by intervals whose start is open or unknown (../2023), and by
    notations that no writer of this schema uses (seasons, 202X).
    """
    start, _, _ = (edtf or "").partition("/")
    return _first_day(start)


def earliest_day_of_publication(published_at: str | None) -> date | None:
    """The day of an ISO 8601 date-time as it is written, in its own zone; the first day of a month or a year."""
    return _first_day(_HOUR.sub("", (published_at or "").strip(), count=1))


def _first_day(moment: str) -> date | None:
    parts = _MOMENT.fullmatch(moment)
    if parts is None:
        return None
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
