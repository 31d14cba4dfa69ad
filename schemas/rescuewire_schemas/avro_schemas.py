"""The published versions of the rescue event's Avro schema, by version and by fingerprint."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from fastavro.schema import fingerprint, parse_schema, to_parsing_canonical_form
from fastavro.types import Schema

VERSIONS = ("1.0.0", "1.1.0")
"""Every version ever published, oldest first; a published version is never edited."""

LATEST = VERSIONS[-1]
"""The version that is written, and that everything is read as."""


@cache
def event_schema(version: str = LATEST) -> Schema:
    """Return a version of the schema, parsed by fastavro; the caller must not change it."""
    if version not in VERSIONS:
        raise ValueError(f"no version {version} of the rescue event's schema; there are: {', '.join(VERSIONS)}")
    return parse_schema(json.loads(_source(version)))


def event_schema_text(version: str = LATEST) -> str:
    """Return a version of the schema as JSON on one line, docs included.

    Always the same text: there are registries that give another text of the same schema another id.
    """
    return json.dumps(json.loads(_source(version)), ensure_ascii=False, separators=(",", ":"))


def _source(version: str) -> str:
    return files("rescuewire_schemas").joinpath("rescue_event", f"{version}.avsc").read_text(encoding="utf-8")


def schema_fingerprint(schema: Schema) -> bytes:
    """Return the schema's CRC-64-AVRO fingerprint: 8 bytes, least significant first, as they are sent."""
    return bytes.fromhex(fingerprint(to_parsing_canonical_form(schema), "CRC-64-AVRO"))


@cache
def event_fingerprint(version: str = LATEST) -> bytes:
    """Return the fingerprint of a version of the rescue event's schema."""
    return schema_fingerprint(event_schema(version))
