from __future__ import annotations

import subprocess
import sys

import apache_beam as beam
import pytest
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.worker.statesampler import DEFAULT_SAMPLING_PERIOD_MS, StateSampler
from apache_beam.version import __version__

from fakes.running import ENVIRONMENT
from rescuewire.runner_cures import CURED_NAME, CURED_VERSION, LONGEST_SLEEP_MS, cure_runner

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
        "look whether the memory of FnApiRunner still grows and its bundles still wait; then drop or renew the cures"
    )


@pytest.fixture
def uncured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beam as it is; whatever the test cures is so again afterwards."""
    monkeypatch.setattr(fn_runner, CURED_NAME, getattr(fn_runner, CURED_NAME))
    monkeypatch.setattr(StateSampler.__init__, "__defaults__", (DEFAULT_SAMPLING_PERIOD_MS,))


@pytest.mark.usefixtures("uncured")
def test_the_cure_is_where_beam_looks() -> None:
    cure_runner()
    merged = getattr(fn_runner, CURED_NAME)(iter(()))
    assert merged == []


@pytest.mark.usefixtures("uncured")
@pytest.mark.parametrize("is_cured", [False, True])
def test_a_bundle_ends_when_a_sleeping_thread_has_woken_up(is_cured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beam takes the length of its sleeps from the default: nothing else in it, and no option, sets another."""
    longest: list[int] = []
    start = StateSampler.start

    def watched(sampler: StateSampler) -> None:
        longest.append(sampler.sampling_period_ms)
        start(sampler)

    monkeypatch.setattr(StateSampler, "start", watched)
    if is_cured:
        cure_runner()
    with beam.Pipeline(runner=fn_runner.FnApiRunner()) as pipeline:
        _ = pipeline | beam.Create([1])
    assert set(longest) == {LONGEST_SLEEP_MS if is_cured else 200}


@pytest.mark.slow
def test_memory_grows_without_the_cure_so_it_is_still_needed() -> None:
    assert growth(400, "--uncured") > 10_000


@pytest.mark.slow
def test_memory_stays_with_the_cure() -> None:
    assert growth(1_000) < 2_000
