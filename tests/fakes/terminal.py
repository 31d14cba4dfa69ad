"""Verbs as they look in a terminal; and the page that shows them.

`PYTHONPATH=tests .venv/bin/python -m fakes.terminal > docs/terminal.md` writes the page anew.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from functools import cache

from fakes.running import ENVIRONMENT, ROOT, command

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
MOVING = re.compile(r"(?<=@)[0-9a-f]{8}\b|\b[01]\.\d\d\b")
"""Digests of language packs, and confidences: they change with each refit, and no page need be written for that."""
NEWS = "tests/articles/01-wire-brief.json"
LOGIN = {
    "RESCUEWIRE_STATE_FOLDER": "/var/tmp/rescuewire-example",  # noqa: S108  it is only shown
    "RESCUEWIRE_KAFKA__SECURITY_PROTOCOL": "SASL_SSL",
    "RESCUEWIRE_KAFKA__USERNAME": "rescuewire",
    "RESCUEWIRE_KAFKA__PASSWORD": "s3cret",
}
SHOWN: dict[str, tuple[str, ...]] = {
    "extract": ("extract", NEWS),
    "check": ("check", "tests/articles", "nowhere/events.avro"),
    "config show": ("config", "show", "--group", "alerts"),
}
_HEAD = """\
# How it looks

In a terminal of 80 columns; in colour there, and without in a pipe or with `NO_COLOR`. Written by
`PYTHONPATH=tests .venv/bin/python -m fakes.terminal > docs/terminal.md`; a test keeps it in step, apart from
confidences and the digests of language packs.
"""


def in_terminal(columns: int, *words: str, **variables: str) -> tuple[int, str]:
    """Run a verb in a terminal of so many columns; return its exit code, and what stands there with its colours."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        command(*words), stdin=its, stdout=its, stderr=its, env={**_environment(), **variables}, cwd=ROOT
    )
    os.close(its)
    written = b"".join(_read(ours))
    os.close(ours)
    return process.wait(), written.decode().replace("\r\n", "\n")


def _environment() -> Mapping[str, str]:
    left_out = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "RESCUEWIRE_STATE_FOLDER"}
    return {**{name: value for name, value in ENVIRONMENT.items() if name not in left_out}, "TERM": "xterm-256color"}


def _read(file: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(file, 65_536)
        except OSError:  # how Linux tells that the other end is closed
            return
        if not piece:
            return
        yield piece


@cache
def seen(name: str, columns: int) -> tuple[int, str]:
    """One of SHOWN in a terminal of so many columns."""
    return in_terminal(columns, *SHOWN[name], **LOGIN)


def lines_of(text: str) -> list[str]:
    """The lines that people see: without colours and blanks at their ends."""
    return [line.rstrip() for line in ESCAPE.sub("", text).splitlines()]


def page() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(_section(name) for name in SHOWN)


def _section(name: str) -> str:
    words = SHOWN[name]
    code, text = seen(name, 80)
    shown = "\n".join(lines_of(text)).strip("\n")
    return f"\n## {name}\n\n```\n$ rescuewire {' '.join(words)}\n{shown}\n```\n\nExit code {code}.\n"


if __name__ == "__main__":
    sys.stdout.write(page())
