"""What is wanted of the product, as data, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks import latency, memory_growth, replicas, starting, throughput
from benchmarks.results import Results
from benchmarks.sides.choosing import BARE, GRAPH, KAFKA, STOCK
from benchmarks.streams import CANDIDATES, ORDINARY


@dataclass(frozen=True)
class Aim:
    """One figure: what it is, its unit, the bound, and whether more is better."""

    what: str
    unit: str
    bound: float
    found: Callable[[Results], float | None]
    at_least: bool = True

    def is_reached(self, figure: float) -> bool:
        """Tell whether a figure is good enough."""
        return figure >= self.bound if self.at_least else figure <= self.bound


def _throughput(ours: tuple[str, str], others: tuple[str, str]) -> Callable[[Results], float | None]:
    """By bytes, since stock spaCy reads a sample, whose articles are a little longer or shorter."""
    return lambda results: results.ratio(throughput.PART, ours, others, "bytes")


def _median(part: str, side: str, case: str, name: str) -> Callable[[Results], float | None]:
    def found(results: Results) -> float | None:
        spread = results.figure(part, side, case, name)
        return spread.median if spread else None

    return found


def memory_ratio(results: Results) -> float | None:
    """Memory at the end of the long run over memory where it had settled; None where the run was too short to tell."""
    sizes = {
        int(case): results.figure(memory_growth.PART, side, case, "resident_mb") for side, case in _memory(results)
    }
    settled = sizes.pop(memory_growth.SETTLED, None)
    last = sizes[max(sizes)] if sizes else None
    return last.median / settled.median if last and settled else None


def most_memory(results: Results) -> float | None:
    """The most memory of any process of ours with all packs, in MB."""
    peaks = [
        sample.figures["peak_mb"]
        for sample in results.samples
        if sample.key.part == throughput.PART and sample.key.side in (BARE, GRAPH, KAFKA)
    ]
    sizes = [results.figure(memory_growth.PART, side, case, "resident_mb") for side, case in _memory(results)]
    return max([*peaks, *(size.greatest for size in sizes if size)], default=None)


def _memory(results: Results) -> list[tuple[str, str]]:
    return results.cases(memory_growth.PART)


AIMS = (
    Aim("ordinary news: extraction ÷ stock spaCy", "×", 50, _throughput((BARE, ORDINARY), (STOCK, ORDINARY))),
    Aim("candidates: extraction ÷ stock spaCy", "×", 6, _throughput((BARE, CANDIDATES), (STOCK, CANDIDATES))),
    Aim("candidates: graph over files ÷ extraction", "×", 0.85, _throughput((GRAPH, CANDIDATES), (BARE, CANDIDATES))),
    Aim("candidates: Kafka exactly once ÷ extraction", "×", 0.75, _throughput((KAFKA, CANDIDATES), (BARE, CANDIDATES))),
    Aim(
        "candidates: two replicas ÷ one",
        "×",
        1.7,
        lambda results: results.ratio(replicas.PART, (KAFKA, "2"), (KAFKA, "1")),
    ),
    Aim("latency at half load, p95", "ms", 250, _median(latency.PART, KAFKA, "half load", "p95_ms"), at_least=False),
    Aim("start to first event, file", "s", 8, _median(starting.PART, GRAPH, "first event", "seconds"), at_least=False),
    Aim("start to first event, Kafka", "s", 8, _median(starting.PART, KAFKA, "first event", "seconds"), at_least=False),
    Aim("memory after the long run ÷ after 10,000 articles", "×", 1.1, memory_ratio, at_least=False),
    Aim("memory at most, all packs", "MB", 600, most_memory, at_least=False),
)
