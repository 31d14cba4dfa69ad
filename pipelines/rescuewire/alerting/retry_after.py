"""The header Retry-After, RFC 9110, section 10.2.3: seconds, or a date."""

from __future__ import annotations

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime


def seconds_of_retry_after(value: str | None) -> float:
    """How many seconds a receiver asks us to wait; 0 where it does not, or not understandably."""
    words = (value or "").strip()
    if words.isascii() and words.isdigit():
        return float(words)
    try:
        then = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    zoned = then if then.tzinfo else then.replace(tzinfo=timezone.utc)
    return max(0.0, (zoned - datetime.now(timezone.utc)).total_seconds())
