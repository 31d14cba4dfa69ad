"""The schemas, their codec and the filter need nothing but fastavro; a stranger's script shows it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import rescuewire_schemas
from rescuewire_schemas.codec import encode_event, from_json
from rescuewire_schemas.rescue_event import Countries, RescueEvent, VictimCount

PACKAGE = Path(rescuewire_schemas.__file__).parent
SCRIPT = PACKAGE.parent / "examples" / "read_records.py"
WITH_FASTAVRO_ALONE = """
import importlib.abc, runpy, sys

ALLOWED = {"fastavro", "rescuewire_schemas", *sys.stdlib_module_names}

class OnlyFastavro(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] not in ALLOWED:
            raise ModuleNotFoundError(f"not allowed here: {name}", name=name)

sys.meta_path.insert(0, OnlyFastavro())
sys.path.insert(0, sys.argv[1])
runpy.run_path(sys.argv[2], run_name="__main__")
"""
WRITER = """
import sys
import rescuewire_schemas.cloud_events, rescuewire_schemas.compatibility, rescuewire_schemas.published
from rescuewire_schemas.codec import encode_event, from_json
sys.stdout.buffer.write(encode_event(from_json(sys.stdin.buffer.read())))
"""


def _run_alone(script: Path, given: bytes) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-c", WITH_FASTAVRO_ALONE, str(PACKAGE.parent), str(script)]
    return subprocess.run(words, input=given, capture_output=True, check=False, timeout=30)


def _example() -> bytes:
    return (PACKAGE / "rescue_event" / "examples" / "1.1.0" / "likely.pass.json").read_bytes()


def _from_kcat(event: RescueEvent) -> bytes:
    """A record as `kcat -f '%R%s'` prints it: four bytes of length, most significant first, then the value."""
    value = encode_event(event)
    return len(value).to_bytes(4, "big") + value


def test_an_event_is_read_and_written(tmp_path: Path) -> None:
    (tmp_path / "writer.py").write_text(WRITER)
    run = _run_alone(tmp_path / "writer.py", _example())
    assert (run.stderr, run.stdout[:2]) == (b"", b"\xc3\x01")


def test_nothing_else_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import kafka")
    assert b"not allowed here: kafka" in _run_alone(tmp_path / "script.py", b"").stderr


def test_a_stranger_reads_a_topic_in_ten_lines() -> None:
    event = from_json(_example())
    many = replace(event, victims=VictimCount(12, 12, 12), countries=Countries(origin=("ID", "PH")))
    few = replace(event, victims=VictimCount(9, 9, 9))
    run = _run_alone(SCRIPT, b"".join(map(_from_kcat, (many, few, many))))
    line = f"12 {event.harm.value} ID PH {event.evidence[0].text}\n"
    assert (run.stderr.decode(), run.stdout.decode()) == ("", line * 2)
    code = [line for line in SCRIPT.read_text().splitlines() if line and not line.startswith('"""')]
    assert len(code) <= 10
