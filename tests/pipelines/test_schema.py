"""The verbs `schema list`, `show`, `check` and `register`, as the command line runs them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fakes.http_server import serving
from fakes.running import run_command
from rescuewire_schemas.avro_schemas import VERSIONS
from rescuewire_schemas.published import PUBLISHED, find_published


def _candidate(folder: Path, *fields: Any) -> Path:
    schema = json.loads(find_published("rescue_event").source())
    schema["fields"].extend(fields)
    file = folder / "next.avsc"
    file.write_text(json.dumps(schema), encoding="utf-8")
    return file


def test_list_tells_every_published_schema() -> None:
    ended = run_command("schema", "list")
    assert [line.split()[:2] for line in ended.stdout.splitlines()] == [[each.name, each.version] for each in PUBLISHED]


@pytest.mark.parametrize("words", [("rescue_event",), ("rescue_event", "--version", "1.0.0"), ("article",)])
def test_show_prints_a_schema_as_it_is_published(words: tuple[str, ...]) -> None:
    assert run_command("schema", "show", *words).stdout == find_published(words[0], *words[2:]).source()


def test_show_says_what_there_is() -> None:
    ended = run_command("schema", "show", "event")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "rescuewire: no schema event; there are: article, rescue_event\n"


def test_check_passes_a_field_with_a_default(tmp_path: Path) -> None:
    file = _candidate(tmp_path, {"name": "summary", "type": ["null", "string"], "default": None})
    ended = run_command("schema", "check", str(file))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"{file}: compatible both ways with {', '.join(VERSIONS)}\n"


def test_check_names_field_and_rule_one_a_line(tmp_path: Path) -> None:
    file = _candidate(tmp_path, {"name": "summary", "type": "string"}, {"name": "place", "type": "int"})
    ended = run_command("schema", "check", str(file))
    assert ended.returncode == 65
    assert [line.split(":")[:2] for line in ended.stdout.splitlines()] == [
        [f"next.avsc cannot read what {version} writes", f" {field}"]
        for version in VERSIONS
        for field in ("summary", "place")
    ]
    assert ended.stderr == f"rescuewire: {file}: not compatible with every published version: 4 rules broken\n"


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"type": "record"}', b"7"])
def test_check_says_of_what_is_no_schema_that_it_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.avsc"
    file.write_bytes(content)
    ended = run_command("schema", "check", str(file))
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (65, "", 1)
    assert str(file) in ended.stderr


def test_check_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert run_command("schema", "check", str(tmp_path / "none.avsc")).returncode == 66


def test_register_tells_each_id() -> None:
    with serving((200, {"id": 4}), (200, {"id": 4}), (200, {"id": 5})) as server:
        ended = run_command("schema", "register", "--registry", server.url, "--topic", "news.events")
    assert ended.stdout.splitlines() == [
        "news.events-value: rescue_event 1.0.0 has id 4",
        "news.events-value: rescue_event 1.1.0 has id 5",
    ]


@pytest.mark.parametrize(
    ("answer", "code"), [((409, {"error_code": 409, "message": "no"}), 78), ((401, {"error_code": 401}), 77)]
)
def test_register_ends_as_the_registry_says(answer: tuple[int, Any], code: int) -> None:
    with serving(answer) as server:
        ended = run_command("schema", "register", "--registry", server.url)
    assert (ended.returncode, ended.stderr.count("\n")) == (code, 1)


def test_register_asks_for_the_registry() -> None:
    ended = run_command("schema", "register")
    assert (ended.returncode, "--registry is missing" in ended.stderr) == (2, True)
