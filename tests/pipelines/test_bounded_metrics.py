from __future__ import annotations

import subprocess
import sys

import pytest
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.version import __version__

from fakes.running import ENVIRONMENT
from rescuewire.bounded_metrics import CURED_NAME, CURED_VERSION, keep_metrics_bounded

MEASURE = "fakes.bundle_memory"


def growth(bundles: int, *words: str) -> float:
    """Bytes of resident memory that a bundle adds, after the first tenth."""
    measured = subprocess.run(
        [sys.executable, "-m", MEASURE, str(bundles), *words],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(measured.stdout.split()[-1])


def test_beam_is_the_version_that_was_cured() -> None:
    assert __version__ == CURED_VERSION, (
        "look whether the memory of FnApiRunner still grows; then drop or renew the cure"
    )


def test_the_cure_is_where_beam_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fn_runner, CURED_NAME, getattr(fn_runner, CURED_NAME))
    keep_metrics_bounded()
    merged = getattr(fn_runner, CURED_NAME)(iter(()))
    assert merged == []


@pytest.mark.slow
def test_memory_grows_without_the_cure_so_it_is_still_needed() -> None:
    assert growth(400, "--uncured") > 10_000


@pytest.mark.slow
def test_memory_stays_with_the_cure() -> None:
    assert growth(1_000) < 2_000
