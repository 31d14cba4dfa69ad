"""The wheel in clean environments, without the repository: the whole pipeline, and the schemas alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

import rescuewire_schemas
from fakes.project import PROJECT, ROOT, requirement_name
from rescuewire_schemas.codec import encode_event, from_json

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

TOOLS = Path(sys.executable).parent
CLEAN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH" and not name.startswith("RESCUE")}
WITH_TOOLS = {**CLEAN, "PATH": f"{TOOLS}:{CLEAN['PATH']}", "PYTHON": sys.executable}
EXAMPLE = Path(rescuewire_schemas.__file__).parent / "rescue_event" / "examples" / "1.1.0" / "likely.pass.json"
DECODE = """
import sys
from rescuewire_schemas.codec import decode_event
print(decode_event(sys.stdin.buffer.read()).event_id, sorted({name.partition(".")[0] for name in sys.modules}))
"""


def succeed(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command somewhere else than in the repository; it must end with 0."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=CLEAN | environment)
    assert done.returncode == 0, done.stderr
    return done


def build(target: str, source: Path, folder: Path) -> Path:
    """Build the `wheel` or the `sdist` of a source tree into a folder of its own."""
    succeed(TOOLS / "hatchling", "build", "--target", target, "--directory", folder, folder=source)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the image holds, made by the script that makes it there."""
    folder = tmp_path_factory.mktemp("image") / "rescuewire"
    succeed(ROOT / "infra" / "docker" / "install", folder, folder=folder.parent, **WITH_TOOLS)
    return folder


def packages_in(environment: Path) -> set[str]:
    listed = succeed(
        TOOLS / "uv", "pip", "list", "--format=json", "--python", environment / "bin/python", folder=environment
    )
    return {each["name"] for each in json.loads(listed.stdout)}


def test_the_version_is_the_projects(installed: Path, tmp_path: Path) -> None:
    said = succeed(installed / "bin/rescuewire", "--version", folder=tmp_path).stdout
    assert said.strip() == PROJECT["project"]["version"]


def test_nothing_is_taken_from_the_repository(installed: Path, tmp_path: Path) -> None:
    ask = "import rescuewire, rescuewire_connectors, rescuewire_schemas as s; print(rescuewire.__file__, s.__file__)"
    said = succeed(installed / "bin/python", "-c", ask, folder=tmp_path).stdout
    assert str(ROOT) not in said
    assert said.count(str(installed)) == 2


def test_its_extraction_is_compiled(installed: Path, tmp_path: Path) -> None:
    ask = "import rescuewire.extraction.detector as detector; print(detector.__file__)"
    said = succeed(installed / "bin/python", "-c", ask, folder=tmp_path).stdout
    assert said.strip().endswith(".so")


def test_an_article_is_explained(installed: Path, tmp_path: Path) -> None:
    article = ROOT / "tests" / "articles" / "01-wire-brief.json"
    told = json.loads(succeed(installed / "bin/rescuewire", "extract", article, "--json", folder=tmp_path).stdout)
    assert told["events"]


def test_articles_become_events_and_nothing_else_is_written(installed: Path, tmp_path: Path) -> None:
    """The image's root is read-only: a run needs to write neither to the packages nor to a home."""
    command, home, before = installed / "bin/rescuewire", tmp_path / "home", files_in(installed)
    home.mkdir()
    run = (command, "run", ROOT / "tests/articles", "out.avro", "--summary", "counts.json")
    succeed(*run, folder=tmp_path, HOME=str(home), RESCUEWIRE_STATE_FOLDER=str(tmp_path / "state"))
    assert files_in(home) == set()
    assert files_in(installed) == before

    lines = succeed(command, "tail", "out.avro", "--format", "json", folder=tmp_path).stdout.splitlines()
    counts = json.loads((tmp_path / "counts.json").read_text())
    assert len(lines) == counts["events"] > 0
    assert {"event_id", "evidence"} <= json.loads(lines[0]).keys()


def files_in(folder: Path) -> set[Path]:
    """Files, but for bytecode, which the image brings along."""
    return {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def test_no_tool_of_the_checkout_is_installed(installed: Path) -> None:
    found = packages_in(installed)
    assert found & {"hatchling", "mypy", "pip", "pip-licenses", "pycountry", "pytest", "uv"} == set()
    assert {"rescuewire", "apache-beam", "spacy"} <= found


def test_every_package_has_its_licence_in_the_image(installed: Path) -> None:
    licences = (installed / "licences" / "THIRD-PARTY.txt").read_text(encoding="utf-8").replace("_", "-")
    missing = {name for name in packages_in(installed) if not re.search(rf"(?im)^{name}$", licences)}
    assert missing == set()
    assert "CC BY-SA" in (installed / "licences" / "NOTICE").read_text(encoding="utf-8")


def test_a_consumer_decodes_with_the_schemas_alone(wheel: Path, tmp_path: Path) -> None:
    environment, uv = tmp_path / "consumer", TOOLS / "uv"
    succeed(uv, "venv", "--quiet", "--python", sys.executable, environment, folder=tmp_path)
    python = environment / "bin" / "python"
    succeed(
        *(uv, "pip", "install", "--python", python, "--no-build", "--require-hashes"),
        *("--constraint", "requirements.lock", "--requirement", "pyproject.toml"),
        folder=ROOT,
    )
    succeed(uv, "pip", "install", "--python", python, "--no-deps", "--no-index", wheel, folder=tmp_path)
    needed = {requirement_name(line) for line in PROJECT["project"]["dependencies"]}
    assert packages_in(environment) == {"rescuewire", *needed}

    event = from_json(EXAMPLE.read_bytes())
    read = subprocess.run(
        [python, "-c", DECODE], input=encode_event(event), capture_output=True, check=True, cwd=tmp_path, env=CLEAN
    )
    assert read.stdout.decode().startswith(event.event_id)


def data_files(package: str) -> set[str]:
    """Files of a package that are no code, as git knows them, by their names in the wheel."""
    listed = subprocess.run(["git", "ls-files", package], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name.partition("/")[2] for name in listed.splitlines() if not name.endswith(".py")}


def test_the_wheel_holds_language_packs_and_schemas(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    packs, schemas = data_files("pipelines/rescuewire/languages"), data_files("schemas/rescuewire_schemas")
    assert packs
    assert schemas
    assert packs | schemas <= names


def test_the_wheel_holds_nothing_but_the_packages(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    folders = {name.partition("/")[0] for name in names}
    packages = {Path(name).name for name in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == packages
    assert [name for name in names if re.search(r"/(building|fitting|gold|tests)/", name)] == []
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_the_same_wheel_is_built_from_the_sdist(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as packed:
        assert [name for name in packed.getnames() if "/tests/gold" in name] == []
        packed.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    again = build("wheel", unpacked, tmp_path / "again")
    assert sorted(ZipFile(again).namelist()) == sorted(ZipFile(wheel).namelist())
