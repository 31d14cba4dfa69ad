"""The schemas and their codec need nothing but fastavro."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import rescuewire_schemas

READER = """
import importlib.abc, sys

ALLOWED = {"fastavro", "rescuewire_schemas", *sys.stdlib_module_names}

class OnlyFastavro(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] not in ALLOWED:
            raise ModuleNotFoundError(f"not allowed here: {name}", name=name)

sys.meta_path.insert(0, OnlyFastavro())
sys.path.insert(0, sys.argv[1])
import rescuewire_schemas.cloud_events, rescuewire_schemas.compatibility, rescuewire_schemas.published
from rescuewire_schemas.codec import decode_event, encode_event, from_json
sys.stdout.buffer.write(encode_event(from_json(sys.stdin.buffer.read())))
"""


def test_an_event_is_read_and_written_with_fastavro_alone() -> None:
    package = Path(rescuewire_schemas.__file__).parent
    example = (package / "rescue_event" / "examples" / "1.1.0" / "likely.pass.json").read_bytes()
    run = subprocess.run(
        [sys.executable, "-c", READER, str(package.parent)], input=example, capture_output=True, check=False, timeout=30
    )
    assert (run.stderr, run.stdout[:2]) == (b"", b"\xc3\x01")
