"""The project as its own files tell it: pyproject.toml, the lock, and the YAML of infra/."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
INFRA = ROOT / "infra"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def requirement_name(requirement: str) -> str:
    """The package that a requirement asks for."""
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0]


def read_yaml(path: Path) -> Any:
    """The one document of a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def pinned_image(image: str) -> tuple[str, str]:
    """Name and tag of an image; fails without a tag, and for one that moves."""
    name, _, tag = image.rpartition(":")
    assert name, f"{image}: no tag"
    assert re.match(r"v?\d+\.\d+\.\d+", tag), f"{image}: a tag that moves"
    return name, tag


def dockerfile() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile, each with what follows it on its joined lines."""
    text = (INFRA / "docker" / "Dockerfile").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#")).replace("\\\n", " ").splitlines()
    split = [line.strip().partition(" ") for line in lines if line.strip()]
    return [(word, " ".join(rest.split())) for word, _, rest in split]
