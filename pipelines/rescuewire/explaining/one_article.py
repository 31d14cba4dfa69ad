"""Reading the one article that is to be explained."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire.extraction.reading.publication_date import is_publication_date
from rescuewire_connectors.addresses import FileAddress, parse_source
from rescuewire_connectors.files.reading import open_files
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.article import Article


def read_one_article(source: str, published_at: str | None) -> Article:
    """Read the first article of a file, or standard input for "-"; raise WrongUsage where there is none."""
    if published_at is not None and not is_publication_date(published_at):
        raise WrongUsage(f"--published-at {published_at}: no ISO 8601 date such as 2024-05-31")
    try:
        article = parse_article(_value_of(source))
    except InvalidArticle as invalid:
        raise WrongUsage(f"{source}: {invalid.message}") from None
    return replace(article, published_at=published_at) if published_at is not None else article


def _value_of(source: str) -> bytes:
    if source == "-":
        return _as_json(sys.stdin.buffer.read())
    address = parse_source(source)
    if not isinstance(address, FileAddress):
        raise WrongUsage(f"{source}: extract explains one article; give a .json or .txt file, or -")
    records = open_files(address).fetch()
    if not records or records[0].value is None:
        raise WrongUsage(f"{source}: there is no article in this file")
    return records[0].value


def _as_json(content: bytes) -> bytes:
    """Take plain text as an article whose title is its first line, as `.txt` files are taken."""
    if content.lstrip().startswith(b"{"):
        return content
    title, _, text = content.decode(errors="replace").strip().partition("\n")
    return json.dumps({"title": title, "text": text.strip() or title}).encode()
