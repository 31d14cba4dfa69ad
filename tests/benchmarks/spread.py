"""What several samples of one figure say together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles


@dataclass(frozen=True)
class Spread:
    """The median of samples, and the least and the greatest of them."""

    median: float
    least: float
    greatest: float
    count: int

    @property
    def relative(self) -> float:
        """Half of the way from the least to the greatest, as a share of the median."""
        return (self.greatest - self.least) / 2 / self.median if self.median else 0.0


def spread_of(samples: Sequence[float]) -> Spread:
    """The spread of at least one sample; raises ValueError for none."""
    if not samples:
        raise ValueError("no samples")
    return Spread(median(samples), min(samples), max(samples), len(samples))


def percentile(samples: Sequence[float], percent: int) -> float:
    """The value that `percent` of the samples stay under; raises ValueError for none."""
    if not samples:
        raise ValueError("no samples")
    return samples[0] if len(samples) == 1 else quantiles(samples, n=100, method="inclusive")[percent - 1]


def growth_exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The `b` of cost = a · size^b that fits best: 1 is linear, 2 quadratic. Needs two sizes that differ."""
    logs = [(math.log(size), math.log(cost)) for size, cost in zip(sizes, costs, strict=True)]
    middle_size, middle_cost = fmean(size for size, _ in logs), fmean(cost for _, cost in logs)
    together = sum((size - middle_size) * (cost - middle_cost) for size, cost in logs)
    return together / sum((size - middle_size) ** 2 for size, _ in logs)
