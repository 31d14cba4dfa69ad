"""What the packages import is what pyproject.toml asks for, not what happens to come along."""

from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BASE = PYPROJECT["project"]["dependencies"]
PIPELINE = [*BASE, *PYPROJECT["project"]["optional-dependencies"]["pipeline"]]
TABLES = [*PIPELINE, *PYPROJECT["dependency-groups"]["tables"]]
BUILDING = "pipelines/rescuewire/languages/building"
FITTING = "pipelines/rescuewire/fitting"
NOT_LOCKED = {"sklearn": ["scikit-learn"]}
"""What tools outside the lock are imported as; an environment made from the lock cannot tell."""
FITTED_WITH = [*PIPELINE, *PYPROJECT["dependency-groups"]["fitting"]]
OURS = {"rescuewire", "rescuewire_connectors", "rescuewire_schemas"}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared(requirements: list[str]) -> set[str]:
    return {_normal(re.split(r"[^A-Za-z0-9._-]", requirement)[0]) for requirement in requirements}


def _modules(package: str) -> list[Path]:
    """The modules of a package; those that build tables or fit weights are for a checkout, and stand for themselves."""
    apart = [ROOT / folder for folder in (BUILDING, FITTING) if folder != package]
    found = (ROOT / package).rglob("*.py")
    return sorted(path for path in found if not any(path.is_relative_to(folder) for folder in apart))


def _imported(package: str) -> set[str]:
    names: set[str] = set()
    for path in _modules(package):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - OURS - set(sys.stdlib_module_names)


@pytest.mark.parametrize(
    ("package", "requirements"),
    [
        ("schemas/rescuewire_schemas", BASE),
        ("connectors/rescuewire_connectors", PIPELINE),
        ("pipelines/rescuewire", PIPELINE),
        (BUILDING, TABLES),
        (FITTING, FITTED_WITH),
    ],
)
def test_what_is_imported_is_asked_for(package: str, requirements: list[str]) -> None:
    distributions = packages_distributions()
    known = _declared(requirements)
    undeclared = {
        name
        for name in _imported(package)
        if not known & {_normal(found) for found in distributions.get(name, NOT_LOCKED.get(name, [name]))}
    }
    assert undeclared == set()
