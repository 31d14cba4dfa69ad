"""Bytes of a record -> Article.

The form of an article is written down in `article/1.0.0.schema.json` of `rescuewire_schemas` and checked here:
unknown fields are accepted, null and blank strings mean absent.
"""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

from rescuewire.extraction.reading.html import extract_text
from rescuewire.extraction.reading.invalid_article import InvalidArticle, InvalidReason
from rescuewire.extraction.reading.publication_date import is_publication_date
from rescuewire_schemas.article import Article

FIELDS = ("id", "title", "text", "html", "language", "published_at", "url", "publisher")


@dataclass(frozen=True)
class ArticleLimits:
    """What is still read; anything larger is invalid. Bytes for the record, characters for its fields.

    `tags` bounds the tags of `html`: 30,000 of them take trafilatura about 3 s, many times the ordinary page.
    """

    record: int = 20_000_000
    text: int = 1_000_000
    html: int = 2_000_000
    tags: int = 30_000
    other: int = 10_000


DEFAULT_LIMITS = ArticleLimits()


def parse_article(value: bytes, *, limits: ArticleLimits = DEFAULT_LIMITS) -> Article:
    """Read one record's value; raise InvalidArticle where it is none.

    `text` wins over `html`. Without an id the URL is the id; without either, `sha256:` and the first 32 hex
    digits of the SHA-256 of title, NUL and text in UTF-8 (of `html` as it came where there is no `text`, so
    that the id does not depend on how text is extracted).
    """
    fields = _present_fields(_decode_object(value, limits), limits)
    body = fields.get("text") or fields.get("html")
    if body is None:
        raise InvalidArticle(InvalidReason.NO_TEXT, "text", "the article has neither text nor html: give one of them")
    title, text = _title_and_text(fields, limits)
    return Article(
        id=fields.get("id") or fields.get("url") or _content_id(fields.get("title", ""), body),
        title=title,
        text=text,
        language=fields.get("language"),
        published_at=_publication_date(fields),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
    )


def _decode_object(value: bytes, limits: ArticleLimits) -> dict[str, Any]:
    if len(value) > limits.record:
        raise InvalidArticle(
            InvalidReason.TOO_LARGE, None, f"the record has {len(value)} bytes, more than the limit of {limits.record}"
        )
    decoded = _decode_json(_decode_utf8(value))
    if not isinstance(decoded, dict):
        raise InvalidArticle(
            InvalidReason.NOT_AN_OBJECT, None, f"the record is a JSON {_json_type(decoded)}, an article is an object"
        )
    return decoded


def _decode_utf8(value: bytes) -> str:
    try:
        return value.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidArticle(
            InvalidReason.NOT_UTF8, None, f"the record is not UTF-8: byte {error.start} is wrong ({error.reason})"
        ) from None


def _decode_json(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except RecursionError:
        raise InvalidArticle(InvalidReason.NESTED_TOO_DEEP, None, "the record is nested too deep to be read") from None
    except msgspec.DecodeError as error:
        raise InvalidArticle(InvalidReason.NOT_JSON, None, f"the record is not JSON: {error}") from None


def _present_fields(record: dict[str, Any], limits: ArticleLimits) -> dict[str, str]:
    """The fields that are told, each a string that is not blank."""
    fields = {}
    for name in FIELDS:
        value = record.get(name)
        if value is None:
            continue
        _check_string(name, value)
        if value.strip():
            _check_length(name, value, limits)
            fields[name] = value
    return fields


def _check_string(name: str, value: Any) -> None:
    if not isinstance(value, str):
        raise InvalidArticle(InvalidReason.WRONG_TYPE, name, f"`{name}` is a JSON {_json_type(value)}, not a string")


def _check_length(name: str, value: str, limits: ArticleLimits) -> None:
    limit = {"text": limits.text, "html": limits.html}.get(name, limits.other)
    if len(value) > limit:
        raise InvalidArticle(
            InvalidReason.TOO_LARGE, name, f"`{name}` has {len(value)} characters, more than the limit of {limit}"
        )


def _title_and_text(fields: dict[str, str], limits: ArticleLimits) -> tuple[str, str]:
    title = fields.get("title", "")
    if "text" in fields:
        return title, fields["text"]
    _check_tags(fields["html"], limits)
    extracted = extract_text(fields["html"], url=fields.get("url"))
    if not extracted.text:
        raise InvalidArticle(InvalidReason.NO_TEXT, "html", "no text was found in `html`")
    _check_length("text", extracted.text, limits)
    return title or extracted.title[: limits.other], extracted.text


def _check_tags(html: str, limits: ArticleLimits) -> None:
    tags = html.count("<")
    if tags > limits.tags:
        raise InvalidArticle(
            InvalidReason.TOO_LARGE, "html", f"`html` has {tags} tags, more than the limit of {limits.tags}"
        )


def _content_id(title: str, body: str) -> str:
    digest = hashlib.sha256(f"{title}\0{body}".encode()).hexdigest()
    return f"sha256:{digest[:32]}"


def _publication_date(fields: dict[str, str]) -> str | None:
    value = fields.get("published_at")
    if value is None:
        return None
    value = value.strip()
    if not is_publication_date(value):
        raise InvalidArticle(
            InvalidReason.BAD_DATE,
            "published_at",
            f"`published_at` is {value[:40]!r}, no ISO 8601 date or date-time like 2024-05-31 or 2024-05-31T08:00Z",
        )
    return value


def _json_type(value: Any) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")
