"""Reading the one article that is to be explained."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import chain

from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire.extraction.reading.publication_date import is_publication_date
from rescuewire_connectors.addresses import READABLE, STANDARD_STREAM, FileAddress, endings_of, parse_source
from rescuewire_connectors.files.reading import articles_in, open_files
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.article import Article


def read_one_article(source: str, published_at: str | None) -> Article:
    """Read the one article of a file, or of standard input for "-"; raise WrongUsage where it is not just one."""
    if published_at is not None and not is_publication_date(published_at):
        raise WrongUsage(f"--published-at {published_at}: no ISO 8601 date such as 2024-05-31")
    try:
        article = parse_article(_value_of(source))
    except InvalidArticle as invalid:
        raise WrongUsage(f"{source}: {invalid.message}") from None
    return replace(article, published_at=published_at) if published_at is not None else article


def _value_of(source: str) -> bytes:
    values = _values_of(source)
    if not values:
        raise WrongUsage(f"{source}: there is no article in this; give one as JSON, text or HTML")
    if len(values) > 1:
        advice = "give one of them, for example by `sed -n 3p x.jsonl | rescuewire extract -`, or use `rescuewire run`"
        raise WrongUsage(f"{source}: {len(values):,} articles, and extract explains one; {advice}")
    return values[0]


def _values_of(source: str) -> list[bytes]:
    if source == STANDARD_STREAM:
        return articles_in(_standard_input())
    address = parse_source(source)
    if not isinstance(address, FileAddress):
        raise WrongUsage(f"{source}: extract explains one article; give a file ({endings_of(READABLE)}) or -")
    feed = open_files(address)
    batches = [feed.fetch()]
    while not feed.exhausted:
        batches.append(feed.fetch())
    return [record.value for record in chain(*batches) if record.value is not None]


def _standard_input() -> bytes:
    if sys.stdin.isatty():
        print("rescuewire: reading an article from standard input until Ctrl-D", file=sys.stderr)  # noqa: T201
    return sys.stdin.buffer.read()
