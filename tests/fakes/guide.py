"""The examples of the consumer's guide, as files that can be run."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "schemas" / "README.md"
_BLOCK = re.compile(r"^```\w+\n(?:#|//) (?P<name>[\w.]+)[^\n]*\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> dict[str, str]:
    """Every example by the file name in its first line."""
    return {found["name"]: found["code"] for found in _BLOCK.finditer(GUIDE.read_text(encoding="utf-8"))}


def write_example(name: str, folder: Path) -> Path:
    """Lay an example into a folder under its own name."""
    path = folder / name
    path.write_text(examples()[name], encoding="utf-8")
    return path
