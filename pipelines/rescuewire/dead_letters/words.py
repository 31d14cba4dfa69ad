"""What is told of a dead letter, for people and for programs."""

from __future__ import annotations

import base64
import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timezone

from rescuewire.counting import counted
from rescuewire_connectors.record import Record
from rescuewire_connectors.stored_letters import StoredLetter

COLUMNS = (
    *("place", "time", "reason", "field", "message", "topic", "partition", "offset"),
    *("key", "article_id", "hops", "replayed"),
)
"""What is told of each letter in JSON and CSV."""


@dataclass(frozen=True)
class ListedLetter:
    """A dead letter, and whether it was replayed."""

    stored: StoredLetter
    replayed: bool

    def facts(self) -> dict[str, object]:
        """COLUMNS and their values; null is what is not told."""
        letter, record = self.stored.letter, self.stored.letter.record
        values = (
            *(self.stored.place.words, time_words(self.stored.written_ms), letter.reason, letter.field),
            *(letter.message, record.topic, record.partition, record.offset),
            *(text_of(record.key), article_id(record), self.stored.replays, self.replayed),
        )
        return dict(zip(COLUMNS, values, strict=True))


def time_words(time_ms: int | None) -> str | None:
    """A time in UTC: `2026-11-26T10:19:10Z`."""
    if time_ms is None:
        return None
    return datetime.fromtimestamp(time_ms / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text_of(content: bytes | None) -> str | None:
    """Bytes as text; what is not UTF-8 in base64 behind `base64:`."""
    if content is None:
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return f"base64:{base64.b64encode(content).decode()}"


def article_id(record: Record) -> str | None:
    """The id or else the url that the article gives itself; None where it has none or cannot be read."""
    try:
        article = json.loads(record.value or b"")
    except (ValueError, RecursionError):
        return None
    if not isinstance(article, dict):
        return None
    names = (article.get("id"), article.get("url"))
    return next((name for name in names if isinstance(name, str) and name), None)


def count_words(counts: Counter[str]) -> str:
    """The counts by reason in one line, the commonest first."""
    reasons = ", ".join(f"{count:,} {reason}" for reason, count in counts.most_common())
    return counted(sum(counts.values()), "dead letter") + (f": {reasons}" if reasons else "")
