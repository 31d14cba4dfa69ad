"""The consumer's guide: what it says of headers is so, and its examples are all run by some test."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import pytest
from rescue_event_strategies import EXAMPLE

from fakes.guide import GUIDE, ROOT, examples, write_example
from rescuewire_schemas.avro_schemas import LATEST
from rescuewire_schemas.cloud_events import Occasion, cloud_event_headers

TEXT = "😀 Police freed 12 people. 𠀀"


def test_every_header_is_told() -> None:
    occasion = Occasion("news", datetime(2026, 11, 26, tzinfo=timezone.utc), "http://r/schemas/ids/7")
    sent = {name for name, _ in cloud_event_headers(EXAMPLE, occasion)}
    rows = re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name.strip("`") for row in rows for name in row.split(", ")} == sent


def test_it_speaks_of_the_latest_schema() -> None:
    assert f"[`rescue_event/{LATEST}.avsc`]" in GUIDE.read_text(encoding="utf-8")


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", GUIDE.read_text(encoding="utf-8"))
    assert [link for link in links if not (GUIDE.parent / link).exists()] == []


def test_every_example_is_run_by_a_test() -> None:
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    assert [name for name in examples() if not any(f'"{name}"' in test for test in tests)] == []


@pytest.mark.parametrize(("program", "name"), [("java", "Offsets.java"), ("node", "offsets.js")])
@pytest.mark.parametrize(("start", "end"), [(0, 1), (2, 25), (26, 27)])
def test_offsets_are_used_in_languages_of_utf_16(tmp_path: Path, program: str, name: str, start: int, end: int) -> None:
    if program == "java" and shutil.which("javac") is None:
        pytest.skip("java starts a source file only where it is a JDK, not a JRE")
    if shutil.which(program) is None:
        pytest.skip(f"no {program} here")
    utf_8 = (
        ("-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8", "-Dstdout.encoding=UTF-8") if program == "java" else ()
    )
    command = [program, *utf_8, str(write_example(name, tmp_path)), TEXT, str(start), str(end)]
    said = subprocess.run(command, capture_output=True, check=True, timeout=60, env={"LC_ALL": "C.UTF-8", **_path()})
    assert said.stdout.decode().rstrip("\r\n") == TEXT[start:end]


def _path() -> dict[str, str]:
    return {
        "PATH": f"{Path(shutil.which('java') or '/').parent}:{Path(shutil.which('node') or '/').parent}:/usr/bin:/bin"
    }
