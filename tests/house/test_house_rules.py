"""Rules of the house that no linter checks: sizes, the direction of imports, dependencies and the lock."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = [ROOT / package for package in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]]
MODULES = sorted(path for package in PACKAGES for path in package.rglob("*.py"))
GROUPS: dict[str, list[Any]] = PROJECT["dependency-groups"]
UNLOCKED_GROUPS = {
    "fitting",  # run by hand once in a while; no run, test or build needs it, and scikit-learn brings over 100 MB
}
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_BODY = 60


def _path_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement to the last, the docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def _requirements() -> list[str]:
    project = PROJECT["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    return [*project["dependencies"], *extras, *(line for group in GROUPS for line in _own_lines(group))]


def _own_lines(group: str) -> list[str]:
    return [line for line in GROUPS[group] if isinstance(line, str)]


def _with_included(group: str) -> set[str]:
    included = [line["include-group"] for line in GROUPS[group] if isinstance(line, dict)]
    return {group}.union(*map(_with_included, included))


def _locked_requirements() -> list[str]:
    """What `make lock` resolves: the package, its extras, and the group `dev` with what that includes."""
    unlocked = {line for group in UNLOCKED_GROUPS for line in _own_lines(group)}
    return [requirement for requirement in _requirements() if requirement not in unlocked]


def _package_name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return match[0].lower() if match else requirement


def test_the_packages_are_found() -> None:
    assert [package.name for package in PACKAGES] == ["rescuewire", "rescuewire_connectors", "rescuewire_schemas"]
    assert all((package / "__init__.py").is_file() for package in PACKAGES)


@pytest.mark.parametrize("path", MODULES, ids=_path_name)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_FILE


@pytest.mark.parametrize("path", MODULES, ids=_path_name)
def test_functions_are_short(path: Path) -> None:
    long = {function.name: _body_lines(function) for function in _functions(path)}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES_OF_A_BODY} == {}


@pytest.mark.parametrize("path", [path for path in MODULES if "extraction" in path.parts], ids=_path_name)
def test_extraction_keeps_nothing_in_cached_properties(path: Path) -> None:
    """They work in plain Python and are worked out each time in compiled classes: see `unasked.py`."""
    assert "import cached_property" not in path.read_text(encoding="utf-8")


def test_imports_point_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    python_path = {"PYTHONPATH": ":".join(str(package.parent) for package in PACKAGES)}
    run = subprocess.run(command, cwd=ROOT, env=python_path, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_schemas_need_fastavro_alone() -> None:
    assert [_package_name(requirement) for requirement in PROJECT["project"]["dependencies"]] == ["fastavro"]


@pytest.mark.parametrize("requirement", _requirements(), ids=_package_name)
def test_a_requirement_has_an_upper_bound(requirement: str) -> None:
    assert re.search(r"==|<", requirement.partition(";")[0])


def test_every_group_is_locked_or_named_as_unlocked() -> None:
    assert _with_included("dev") | UNLOCKED_GROUPS == set(GROUPS)
    assert not _with_included("dev") & UNLOCKED_GROUPS


@pytest.mark.parametrize("requirement", _locked_requirements(), ids=_package_name)
def test_a_requirement_is_locked(requirement: str) -> None:
    assert re.search(rf"^{re.escape(_package_name(requirement))}==", LOCK, re.MULTILINE)


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"https?:|file:|ssh:|--(?:extra-)?index-url|--find-links|@ ", LOCK) == []


def test_every_locked_package_has_a_hash() -> None:
    entries = re.split(r"\n(?=[^\s#])", LOCK)
    assert [entry.splitlines()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
