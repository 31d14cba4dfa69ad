"""What must come out for what went in: the driver's own account, and how what is there differs from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from fakes.articles import Sent, article
from fakes.kafka_driver import Driver
from fakes.keyword_detector import KeywordDetector
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire_connectors.outcome import OutcomeKind
from rescuewire_schemas.codec import decode_event
from rescuewire_schemas.rescue_event import Harm

At: TypeAlias = tuple[int, int]
"""A record's partition and offset."""
DETECTOR = KeywordDetector(frozenset(Harm))


def numbered(number: int) -> Sent:
    """Articles of all outcomes: with two events, without, in another language, and broken ones."""
    name = f"a{number}"
    kinds = {
        0: Sent(article(id=name, text=f"Police rescued {number} people. They rescued {number + 1} more."), "events"),
        1: Sent(b'{"id": "%d", ' % number, "dead_letter"),
        2: Sent(article(id=name, language="xx"), "unsupported_language"),
        3: Sent(article(id=name, text=f"SLEEP 0.02 and nothing in number {number}."), "no_event"),
        4: Sent(None, "tombstone"),
    }
    return kinds.get(number % 10, Sent(article(id=name, text=f"Nothing in number {number}."), "no_event"))


def events_of(sent: Sent) -> list[str]:
    """The ids of the events that come of a record, in text order."""
    if sent.outcome != OutcomeKind.EVENTS.value or sent.value is None:
        return []
    return [event.event_id for event in DETECTOR.detect(parse_article(sent.value)).events]


def before(offsets: Mapping[int, int], sent: Mapping[At, Sent]) -> dict[At, Sent]:
    """What stands before these offsets of each partition."""
    return {at: each for at, each in sent.items() if at[1] < offsets.get(at[0], 0)}


@dataclass(frozen=True)
class Verdict:
    """What is missing, what is there more often than it should be, and articles whose events are in disorder."""

    lost: int
    twice: int
    disorder: int

    @property
    def good(self) -> bool:
        return self == Verdict(0, 0, 0)


@dataclass(frozen=True)
class Seen:
    """What a reader of committed records sees: event ids by partition, in order, and where dead letters come from."""

    events: dict[int, list[str]]
    articles: dict[str, str]
    letters: Counter[At]


def look(driver: Driver, sink: str) -> Seen:
    """Read both topics to their ends."""
    events: dict[int, list[str]] = {}
    articles: dict[str, str] = {}
    for record in driver.records(sink):
        event = decode_event(record.value or b"")
        events.setdefault(record.partition, []).append(event.event_id)
        articles[event.event_id] = event.article.id
    letters = Counter({at: len(found) for at, found in driver.dead_letters(f"{sink}-dlq").items()})
    return Seen(events, articles, letters)


def judge(sent: Mapping[At, Sent], seen: Seen) -> Verdict:
    """Compare what is there with what must be."""
    wanted = Counter(name for each in sent.values() for name in events_of(each))
    wanted_letters = Counter(at for at, each in sent.items() if each.outcome == OutcomeKind.DEAD_LETTER.value)
    found = Counter(name for names in seen.events.values() for name in names)
    lost = (wanted - found).total() + (wanted_letters - seen.letters).total()
    twice = (found - wanted).total() + (seen.letters - wanted_letters).total()
    return Verdict(lost, twice, _disorder(sent, seen))


def _disorder(sent: Mapping[At, Sent], seen: Seen) -> int:
    """Articles whose events do not stand together in one partition, in text order."""
    told: dict[str, list[tuple[int, str]]] = {}
    for partition, names in seen.events.items():
        for name in names:
            told.setdefault(seen.articles[name], []).append((partition, name))
    wanted = [names for names in (events_of(each) for each in sent.values()) if names]
    return sum(_is_disordered(told.get(seen.articles.get(names[0], ""), []), names) for names in wanted)


def _is_disordered(told: list[tuple[int, str]], wanted: list[str]) -> bool:
    return bool(told) and (len({partition for partition, _ in told}) > 1 or [name for _, name in told] != wanted)
