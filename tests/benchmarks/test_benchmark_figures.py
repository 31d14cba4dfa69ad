"""Statistics of samples, and the samples and results that they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.results import Results, StreamTold, read_results, write_results
from benchmarks.samples import Key, Sample, Samples
from benchmarks.spread import growth_exponent, percentile, spread_of

ONE = Sample(Key("throughput", "floor", "worst", 1), {"articles": 10, "seconds": 2.0, "bytes": 4_000})


def test_a_spread_is_the_median_and_both_ends() -> None:
    spread = spread_of([3.0, 1.0, 2.0, 10.0, 2.0])
    assert (spread.median, spread.least, spread.greatest, spread.count) == (2.0, 1.0, 10.0, 5)
    assert spread.relative == pytest.approx(2.25)


def test_no_samples_have_no_spread() -> None:
    with pytest.raises(ValueError, match="no samples"):
        spread_of([])
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 95)


def test_percentiles_stay_within_the_samples() -> None:
    assert percentile([float(number) for number in range(101)], 95) == 95.0
    assert percentile([7.0], 95) == 7.0
    assert percentile([1.0, 2.0], 99) <= 2.0


@pytest.mark.parametrize("exponent", [0.0, 1.0, 2.0])
def test_growth_is_told_by_its_exponent(exponent: float) -> None:
    sizes = [1.0, 10.0, 100.0]
    assert growth_exponent(sizes, [3 * size**exponent for size in sizes]) == pytest.approx(exponent)


def test_samples_survive_the_process(tmp_path: Path) -> None:
    Samples(tmp_path / "samples.jsonl").add(ONE)
    again = Samples(tmp_path / "samples.jsonl")
    assert ONE.key in again
    assert list(again) == [ONE]


def test_a_rate_is_the_median_of_the_rounds() -> None:
    seconds = {1: 2.0, 2: 1.0, 3: 5.0}
    results = results_of(
        [Sample(Key("throughput", "floor", "worst", n), {"articles": 10, "seconds": s}) for n, s in seconds.items()]
    )
    rate = results.rate("throughput", "floor", "worst")
    assert rate is not None
    assert (rate.median, rate.least, rate.greatest) == (5.0, 2.0, 10.0)


def test_a_ratio_needs_both_sides() -> None:
    twice = Sample(Key("throughput", "extraction", "worst", 1), {"articles": 20, "seconds": 2.0})
    results = results_of([ONE, twice])
    assert results.ratio("throughput", ("extraction", "worst"), ("floor", "worst")) == pytest.approx(2.0)
    assert results.ratio("throughput", ("extraction", "ordinary"), ("floor", "worst")) is None


def test_results_are_read_as_written(tmp_path: Path) -> None:
    results = results_of([ONE])
    write_results(results, tmp_path / "docs" / "results.json")
    assert read_results(tmp_path / "docs" / "results.json") == results


def results_of(samples: list[Sample]) -> Results:
    streams = [StreamTold("worst", "long ones", 10, 4_000)]
    return Results("abc", "2026-11-26", "quick", {"cores": "2"}, "Core 1.", streams, ["no corpus"], samples)
