"""Records as drivers send them, each with the outcome that it must have by the keyword detector."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

ARTICLE = {"id": "a", "title": "t", "text": "Police rescued 12 people."}


@dataclass(frozen=True)
class Sent:
    """A record's value, the outcome it must have, and the reason and field of its dead letter."""

    value: bytes | None
    outcome: str
    reason: str | None = None
    field: str | None = None


def article(**fields: Any) -> bytes:
    return json.dumps({**ARTICLE, **fields}, ensure_ascii=False).encode()


def without(*names: str) -> bytes:
    return json.dumps({name: value for name, value in ARTICLE.items() if name not in names}).encode()


BROKEN = (
    Sent(b"{", "dead_letter", "not_json"),
    Sent(b"\xff\xfe{}", "dead_letter", "not_utf8"),
    Sent(b"[1]", "dead_letter", "not_an_object"),
    Sent(b"null", "dead_letter", "not_an_object"),
    Sent(without("text"), "dead_letter", "no_text", "text"),
    Sent(article(text="  "), "dead_letter", "no_text", "text"),
    Sent(article(text=7), "dead_letter", "wrong_type", "text"),
    Sent(article(title=["t"]), "dead_letter", "wrong_type", "title"),
    Sent(article(published_at="yesterday"), "dead_letter", "bad_date", "published_at"),
    Sent(article(text="x" * 5_000_000), "dead_letter", "too_large", "text"),
    Sent(b"[" * 10_000 + b"]" * 10_000, "dead_letter", "nested_too_deep"),
    Sent(b"", "dead_letter", "not_json"),
    Sent(b'{"text": ' * 10_000, "dead_letter", "nested_too_deep"),
)
SOUND = (
    Sent(article(), "events"),
    Sent(article(text="Nothing."), "no_event"),
    Sent(article(text="Workers rescued 3 from a mine."), "no_event"),
    Sent(article(language="xx"), "unsupported_language"),
    Sent(None, "tombstone"),
    Sent(article(colour="red", deep={"er": [1, {}]}), "events"),
    Sent(without("id"), "events"),
    Sent(article(id=None, title=None, published_at=None), "events"),
    Sent(article(id="", title=""), "events"),
    Sent(article(published_at="2024-05-31"), "events"),
    Sent(article(published_at="2024-05-31T08:00:00Z"), "events"),
    Sent(article(text="Police rescued 12 people. " + "x" * 200_000), "events"),
    Sent(article(text="(" * 10_000 + ")" * 10_000), "no_event"),
)


def driver_records(sound: int, broken: int) -> list[Sent]:
    """Articles with events, without, and in another language, and broken records between them."""
    articles = [_numbered(number) for number in range(sound)]
    faults = list(islice(cycle(BROKEN[:9]), broken))
    step = max(1, sound // max(1, broken))
    for index, fault in enumerate(faults):
        articles.insert(index * (step + 1), fault)
    return articles


def _numbered(number: int) -> Sent:
    name = f"a{number}"
    if number % 10 == 0:
        return Sent(article(id=name, text=f"Police rescued {number} people. They rescued {number + 1} more."), "events")
    if number % 10 == 1:
        return Sent(article(id=name, language="xx"), "unsupported_language")
    return Sent(article(id=name, text=f"Nothing in number {number}."), "no_event")
