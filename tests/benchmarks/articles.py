"""Where the articles come from: the corpus of ordinary news, and gold articles."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
"""Where the corpus and more gold are, if they are there: a folder beside the checkout."""
GOLD = ROOT / "tests" / "gold"
COMPARED_LANGUAGES = ("en", "fr")
"""Those that both sides read: the one Spanish model of spaCy on the registry is GPL, and not of this spaCy."""
LONG_CHARACTERS = 600
FIELDS = ("id", "language", "title", "text", "published_at", "url", "publisher")


@dataclass(frozen=True)
class Article:
    """An article's JSON in one line, and what it is chosen by."""

    value: bytes
    language: str
    text: str


def corpus_articles(folder: Path, languages: Sequence[str] = ()) -> list[Article]:
    """Ordinary news, of all languages where none is named, mixed; empty where the corpus is not there."""
    files = sorted(folder.glob("*.jsonl.gz"))
    wanted = [file for file in files if not languages or file.name.partition(".")[0] in languages]
    return mixed(article for file in wanted for article in _read(gzip.decompress(file.read_bytes())))


def gold_articles(folders: Sequence[Path], languages: Sequence[str]) -> list[Article]:
    """Gold articles, each once, mixed. Held-out ones stay out: nothing is learnt of them."""
    files = [file for folder in folders for file in sorted(folder.rglob("*.jsonl")) if "held-out" not in file.parts]
    articles = (article for file in files for article in _read(file.read_bytes()))
    once = {article.text: article for article in articles if article.language in languages}
    return mixed(once.values())


def mixed(articles: Iterable[Article]) -> list[Article]:
    """The articles in an order that has nothing to do with where they come from, the same on every machine."""
    return sorted(articles, key=lambda article: hashlib.sha256(article.value).digest())


def long_ones(articles: Iterable[Article]) -> list[Article]:
    """Those of more than 600 characters: shorter ones are mostly tickers."""
    return [article for article in articles if len(article.text) > LONG_CHARACTERS]


def sample(articles: Sequence[Article], count: int) -> list[Article]:
    """At most `count` articles, taken at equal distances."""
    if len(articles) <= count:
        return list(articles)
    return [articles[index * len(articles) // count] for index in range(count)]


def made_article(number: int, language: str, paragraphs: Iterable[str], characters: int) -> Article:
    """An article of these paragraphs, of about so many characters."""
    text = ""
    for paragraph in paragraphs:
        text += paragraph + "\n\n"
        if len(text) >= characters:
            break
    text = text[:characters]
    fields = {"id": f"made-{language}-{characters}-{number}", "language": language, "title": "", "text": text}
    return Article(_encoded({**fields, "published_at": "2024-05-31"}), language, text)


def _read(lines: bytes) -> Iterator[Article]:
    for line in lines.splitlines():
        fields = msgspec.json.decode(line)
        if isinstance(fields.get("text"), str):
            known = {name: fields[name] for name in FIELDS if name in fields}
            yield Article(_encoded(known), fields.get("language") or "", fields["text"])


def _encoded(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()
