from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from fakes.project import INFRA

RULES = """
extends: default
rules:
  document-start: disable
  comments: {min-spaces-from-content: 1}
  line-length: {max: 120}
  octal-values: {forbid-implicit-octal: true}
"""


def test_the_linter_has_nothing_to_say() -> None:
    linter = Path(sys.executable).parent / "yamllint"
    found = subprocess.run(
        [linter, "--strict", "-d", RULES, INFRA / "compose", INFRA / "kubernetes"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
