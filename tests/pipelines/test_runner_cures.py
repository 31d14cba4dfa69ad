from __future__ import annotations

import subprocess
import sys
import threading

import apache_beam as beam
import pytest
from apache_beam.runners.portability.fn_api_runner import fn_runner
from apache_beam.runners.worker.statesampler import StateSampler
from apache_beam.version import __version__

from fakes.running import ENVIRONMENT
from rescuewire.runner_cures import CURED_NAME, CURED_VERSION, LOOKS_NAME, cure_runner

LOOK_AGAIN_AND_AGAIN = StateSampler.__mro__[1].__dict__[LOOKS_NAME]
"""What Beam itself does."""
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
    monkeypatch.setattr(StateSampler, LOOKS_NAME, LOOK_AGAIN_AND_AGAIN)


@pytest.mark.usefixtures("uncured")
def test_the_cure_is_where_beam_looks() -> None:
    cure_runner()
    merged = getattr(fn_runner, CURED_NAME)(iter(()))
    assert merged == []


def still_runs(thread: threading.Thread) -> bool:
    thread.join(0.2)
    return thread.is_alive()


@pytest.mark.usefixtures("uncured")
@pytest.mark.parametrize("is_cured", [False, True])
def test_a_bundle_waits_for_a_thread_that_sleeps(is_cured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread does what the sampler's method says, and no option of Beam's keeps it from starting."""
    watched: list[bool] = []
    stop = StateSampler.stop

    def stop_and_tell(sampler: StateSampler) -> None:
        watched.append(any(still_runs(thread) for thread in threading.enumerate() if thread.name.endswith("(run)")))
        stop(sampler)

    monkeypatch.setattr(StateSampler, "stop", stop_and_tell)
    if is_cured:
        cure_runner()
    with beam.Pipeline(runner=fn_runner.FnApiRunner()) as pipeline:
        _ = pipeline | beam.Create([1])
    assert set(watched) == {not is_cured}


@pytest.mark.slow
def test_memory_grows_without_the_cure_so_it_is_still_needed() -> None:
    assert growth(400, "--uncured") > 10_000


@pytest.mark.slow
def test_memory_stays_with_the_cure() -> None:
    assert growth(1_000) < 2_000
