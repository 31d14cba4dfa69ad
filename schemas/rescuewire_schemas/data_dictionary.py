"""The data dictionary: every field and symbol of the event in tables, made from the schema's own docs.

`python -m rescuewire_schemas.data_dictionary > docs/data-dictionary.md` renews the page.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from rescuewire_schemas.avro_schemas import LATEST, VERSIONS, event_fingerprint
from rescuewire_schemas.published import find_published

_HEAD = """\
# Data dictionary

Every field and symbol of the rescue event, schema {latest}. A test holds this page in step with the schema;
`python -m rescuewire_schemas.data_dictionary > docs/data-dictionary.md` makes it anew.
What it all means: [the consumer's guide](../schemas/README.md).

Types are Avro's; `?` means that null is allowed, and null means: not told. A field without a default is always written.
Fingerprints (CRC-64-AVRO, least significant byte first): {fingerprints}.
"""
_SYMBOL = re.compile(r"(?:^|(?<=\. ))(?P<symbol>\w+): (?P<meaning>.*?\.)(?= \w+: |$)")


def data_dictionary() -> str:
    """Return the page, in Markdown."""
    schema = json.loads(find_published("rescue_event", LATEST).source())
    fingerprints = ", ".join(f"{version} `{event_fingerprint(version).hex()}`" for version in VERSIONS)
    named = [_section(each) for each in _named_types(schema)]
    return "\n".join([_HEAD.format(latest=LATEST, fingerprints=fingerprints), *named])


def _named_types(schema: Any) -> Iterator[dict[str, Any]]:
    """Every record and enum, each before what its fields lead to."""
    if isinstance(schema, list):
        for branch in schema:
            yield from _named_types(branch)
    elif isinstance(schema, dict):
        if schema["type"] in {"record", "enum"}:
            yield schema
        for below in (schema.get("items"), *(field["type"] for field in schema.get("fields", ()))):
            yield from _named_types(below)


def _section(named: dict[str, Any]) -> str:
    return _record_section(named) if named["type"] == "record" else _enum_section(named)


def _record_section(record: dict[str, Any]) -> str:
    rows = [
        f"| `{field['name']}` | {_type_words(field['type'])} | {_default_words(field)} | {_cell(field['doc'])} |"
        for field in record["fields"]
    ]
    head = ["| field | type | default | meaning |", "|---|---|---|---|"]
    return "\n".join([f"## {record['name']}", "", record["doc"], "", *head, *rows, ""])


def _enum_section(enum: dict[str, Any]) -> str:
    rows = [f"| `{found['symbol']}` | {_cell(found['meaning'])} |" for found in _SYMBOL.finditer(enum["doc"])]
    return "\n".join([f"## {enum['name']}", "", "| symbol | meaning |", "|---|---|", *rows, ""])


def _type_words(kind: Any) -> str:
    if isinstance(kind, list):
        others = [_type_words(each) for each in kind if each != "null"]
        return " or ".join(others) + ("?" if "null" in kind else "")
    if isinstance(kind, str):
        return kind
    if kind["type"] == "array":
        return f"array of {_type_words(kind['items'])}"
    return f"[{kind['name']}](#{kind['name'].lower()})"


def _default_words(field: dict[str, Any]) -> str:
    if "default" not in field:
        return ""
    return "all of its own defaults" if isinstance(field["default"], dict) else f"`{json.dumps(field['default'])}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(data_dictionary())
