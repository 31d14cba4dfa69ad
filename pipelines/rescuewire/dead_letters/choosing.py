"""Which dead letters are meant: by reason, field, time and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from rescuewire_connectors.stopping import WrongUsage
from rescuewire_connectors.stored_letters import StoredLetter

_AGO = re.compile(r"(\d+)([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_PLACES = re.compile(r"(?:(\d+)/)?(\d+)(?:-(\d+))?")


@dataclass(frozen=True)
class PlaceRange:
    """Places from `first` to `last` of a partition; in a file, lines of partition 0."""

    partition: int
    first: int
    last: int

    def holds(self, letter: StoredLetter) -> bool:
        """True of a letter in the range."""
        place = letter.place
        return place.partition == self.partition and self.first <= place.number <= self.last


@dataclass(frozen=True)
class Choice:
    """What is asked for; an empty part asks for nothing in particular. `since_ms` is milliseconds since 1970."""

    reasons: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    places: tuple[PlaceRange, ...] = ()
    since_ms: int | None = None

    def holds(self, letter: StoredLetter) -> bool:
        """True of a letter that is meant; one whose time is not known is never since some time."""
        return (
            (not self.reasons or letter.letter.reason in self.reasons)
            and (not self.fields or letter.letter.field in self.fields)
            and (not self.places or any(places.holds(letter) for places in self.places))
            and (self.since_ms is None or (letter.written_ms is not None and letter.written_ms >= self.since_ms))
        )

    def of(self, letters: Iterator[StoredLetter]) -> Iterator[StoredLetter]:
        """The letters that are meant, in their order."""
        return filter(self.holds, letters)


def parse_choice(reasons: Sequence[str], fields: Sequence[str], places: Sequence[str], since: str | None) -> Choice:
    """Read what people write on the command line; raise WrongUsage for what is no time or no place."""
    ranges = tuple(map(parse_places, places))
    return Choice(frozenset(reasons), frozenset(fields), ranges, None if since is None else parse_since(since))


def parse_since(words: str, now: datetime | None = None) -> int:
    """Read an ISO 8601 time (UTC where it names no zone) or how long ago, `90m`, `2d`; milliseconds since 1970."""
    ago = _AGO.fullmatch(words)
    if ago is not None:
        past = (now or datetime.now(timezone.utc)) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        return round(past.timestamp() * 1000)
    try:
        time = datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError:
        raise WrongUsage(
            f"--since {words}: write a time as 2026-05-31T08:00, or how long ago as 90m, 12h, 2d"
        ) from None
    zoned = time if time.tzinfo else time.replace(tzinfo=timezone.utc)
    return round(zoned.timestamp() * 1000)


def parse_places(words: str) -> PlaceRange:
    """Read `0/17` or `0/17-40` of a topic, `12` or `12-20` of a file; raise WrongUsage."""
    found = _PLACES.fullmatch(words)
    if found is None:
        raise WrongUsage(f"--place {words}: write 0/17 or 0/17-40 for a topic, 12 or 12-20 for lines of a file")
    partition, first, last = found.groups()
    return PlaceRange(int(partition or 0), int(first), int(last or first))
