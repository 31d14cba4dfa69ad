"""The data dictionary is the schema's, whole and in step."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rescuewire_schemas.data_dictionary import data_dictionary
from rescuewire_schemas.published import find_published

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_in_step() -> None:
    command = [sys.executable, "-m", "rescuewire_schemas.data_dictionary"]
    made = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert PAGE.read_text(encoding="utf-8") == made


def _names(node: Any) -> Iterator[str]:
    """Every field and symbol below a piece of the schema."""
    if isinstance(node, list):
        for each in node:
            yield from _names(each)
    elif isinstance(node, dict):
        yield from node.get("symbols", ())
        yield from (field["name"] for field in node.get("fields", ()))
        for below in (node.get("items"), *(field["type"] for field in node.get("fields", ()))):
            yield from _names(below)


def test_every_field_and_symbol_has_its_row() -> None:
    names = list(_names(json.loads(find_published("rescue_event").source())))
    rows = [line.split("`")[1] for line in data_dictionary().splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(names)


def test_the_meaning_of_a_symbol_ends_where_the_next_begins() -> None:
    assert "| `RANGE` | from min to max. |" in data_dictionary()
