"""Gold articles: a JSON line each, an article as the pipeline reads it with `events` beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rescuewire.evaluation.facts import Facts, Quotation
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.language import normalize_tag
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire_connectors.stopping import NoInput, WrongUsage
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Countries, EventType, Form, Harm, Scope, VictimCount


class GoldEvent(msgspec.Struct, frozen=True):
    """The shape of one of the `events`; `evidence` is an exact quotation of the article."""

    event_type: EventType
    harm: Harm
    scope: Scope
    victims: VictimCount
    countries: Countries
    evidence: str
    time: str | None = None
    forms: tuple[Form, ...] = ()
    realis: Realis = Realis.ACTUAL


class _GoldLine(msgspec.Struct, frozen=True):
    language: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True)
class GoldArticle:
    """An article of a known language, and every event that it tells, those that did not happen too."""

    article: Article
    language: str
    events: tuple[GoldEvent, ...]

    def wanted(self, harms: frozenset[Harm]) -> tuple[Facts, ...]:
        """Return the events that should be found: those that happened, of the harms asked for."""
        return tuple(_facts(e) for e in self.events if e.realis is Realis.ACTUAL and e.harm in harms)


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a gold file; raise NoInput where there is none, WrongUsage naming the line that is not gold."""
    return [_parse_line(line, f"{path}:{number}") for number, line in _lines(path)]


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    if path.is_dir():
        raise WrongUsage(f"{path}: this is a folder; name the gold files in it, {path}/*.jsonl")
    if not path.is_file():
        raise NoInput(f"{path}: no such file; give a file of gold articles, one JSON object a line")
    lines = path.read_bytes().splitlines()
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _parse_line(line: bytes, where: str) -> GoldArticle:
    try:
        article = parse_article(line)
        told = msgspec.json.decode(line, type=_GoldLine)
    except InvalidArticle as invalid:
        raise WrongUsage(f"{where}: no gold article: {invalid.message}") from None
    except msgspec.DecodeError as error:
        raise WrongUsage(f"{where}: no gold article: {error}") from None
    return GoldArticle(article, normalize_tag(told.language) or told.language, told.events)


def _facts(event: GoldEvent) -> Facts:
    return Facts(
        event_type=event.event_type,
        harm=event.harm,
        scope=event.scope,
        victims=event.victims,
        countries=event.countries,
        edtf=event.time or None,
        forms=frozenset(event.forms),
        evidence=(Quotation(event.evidence),),
    )
