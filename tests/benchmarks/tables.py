"""The results as tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks import curves, latency, memory_growth, throughput
from benchmarks.results import Results
from benchmarks.sides.choosing import BARE, KAFKA, KAFKA_AT_LEAST_ONCE, SIDES
from benchmarks.spread import Spread, growth_exponent
from benchmarks.wanted import AIMS, Aim

MB = 1_000_000
NONE = "–"


def aims_table(results: Results) -> str:
    """What is wanted and what was found."""
    rows = [(aim.what, _bound(aim), *_found(aim, aim.found(results))) for aim in AIMS]
    return table(("", "wanted", "found", ""), rows)


def _bound(aim: Aim) -> str:
    return f"{'≥' if aim.at_least else '≤'} {aim.bound:g} {aim.unit}"


def _found(aim: Aim, figure: float | None) -> tuple[str, str]:
    if figure is None:
        return "not measured", ""
    return f"**{plain(figure)} {aim.unit}**", "reached" if aim.is_reached(figure) else "not reached"


def throughput_table(results: Results) -> str:
    """Articles and megabytes a second of each side and stream; medians, half of the range behind them."""
    streams = [stream.name for stream in results.streams]
    measured = results.cases(throughput.PART)
    sides = [side for side in SIDES if any(side == name for name, _ in measured)]
    rows = [(side, *(_cell(results, side, stream) for stream in streams)) for side in sides]
    return table(("articles/s (MB/s)", *streams), rows)


def _cell(results: Results, side: str, stream: str) -> str:
    articles = results.rate(throughput.PART, side, stream)
    volume = results.rate(throughput.PART, side, stream, "bytes")
    if articles is None or volume is None:
        return NONE
    return f"{with_spread(articles)} ({plain(volume.median / MB)})"


def streams_table(results: Results) -> str:
    """What the streams are made of."""
    rows = [
        (stream.name, stream.what, f"{stream.articles:,}", f"{stream.bytes / stream.articles / 1000:.1f}")
        for stream in results.streams
    ]
    return table(("stream", "", "articles", "kB an article"), rows)


def stages_table(results: Results, side: str = BARE) -> str:
    """Where the time of a side goes: milliseconds an article by stage, and what is left of the whole."""
    cases = [stream.name for stream in results.streams if results.figures(throughput.PART, side, stream.name)]
    stages = dict.fromkeys(
        name for case in cases for figures in results.figures(throughput.PART, side, case) for name in figures
    )
    names = [name for name in stages if name.startswith("stage.")]
    rows = [(name.removeprefix("stage."), *(_stage(results, side, case, name) for case in cases)) for name in names]
    rest = ("parsing, and all around", *(_rest(results, side, case) for case in cases))
    return table((f"{side}: ms an article", *cases), [*rows, rest]) if cases else ""


def _stage(results: Results, side: str, case: str, name: str) -> str:
    figures = results.figures(throughput.PART, side, case)
    return plain(1000 * sum(each[name] for each in figures) / sum(each["articles"] for each in figures))


def _rest(results: Results, side: str, case: str) -> str:
    figures = results.figures(throughput.PART, side, case)
    stages = sum(value for each in figures for name, value in each.items() if name.startswith("stage."))
    spent = sum(each["seconds"] for each in figures)
    return plain(1000 * max(0.0, spent - stages) / sum(each["articles"] for each in figures))


def latency_table(results: Results) -> str:
    """Latency by delivery; medians of the rounds."""
    names = ("articles_a_second", "events", "p50_ms", "p95_ms", "p99_ms")
    rows = [
        (side, *(_median(results.figure(latency.PART, side, "half load", name)) for name in names))
        for side in (KAFKA, KAFKA_AT_LEAST_ONCE)
        if results.figures(latency.PART, side, "half load")
    ]
    return table(("at half load", "articles/s", "events", "p50 ms", "p95 ms", "p99 ms"), rows)


def memory_table(results: Results) -> str:
    """Memory by articles read."""
    cases = results.cases(memory_growth.PART)
    sizes = [_median(results.figure(memory_growth.PART, side, case, "resident_mb")) for side, case in cases]
    return table(("articles", *(f"{int(case):,}" for _, case in cases)), [("MB", *sizes)]) if cases else ""


def curve_table(results: Results, part: str, what: str) -> str:
    """Articles and megabytes a second, and memory, by what is varied."""
    rows = [
        (
            side,
            case,
            _with_spread(results.rate(part, side, case)),
            _median(results.rate(part, side, case, "bytes"), MB),
            _median(results.figure(part, side, case, "peak_mb")),
            _median(results.figure(part, side, case, "loading_seconds")),
        )
        for side, case in results.cases(part)
    ]
    return table(("side", what, "articles/s", "MB/s", "memory, MB", "loading, s"), rows)


def length_exponent(results: Results, kind: str) -> float | None:
    """How cost grows with length: 1 is linear. `kind` is `ordinary` or `candidates`; None for less than two lengths."""
    cases = [case for _, case in results.cases(curves.LENGTH) if case.startswith(f"{kind}-")]
    points = [(results.figures(curves.LENGTH, BARE, case), case) for case in cases]
    sizes = [_sum(figures, "bytes") / _sum(figures, "articles") for figures, _ in points]
    costs = [_sum(figures, "seconds") / _sum(figures, "articles") for figures, _ in points]
    return growth_exponent(sizes, costs) if len(sizes) > 1 else None


def _sum(figures: Iterable[Mapping[str, float]], name: str) -> float:
    return sum(each[name] for each in figures)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; empty without rows."""
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n" if len(lines) > 2 else ""


def plain(figure: float) -> str:
    """Three digits that matter."""
    if figure >= 100:
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}" if figure >= 0.1 else f"{figure:.3f}"


def with_spread(spread: Spread) -> str:
    """A median, and half of the range as a percentage."""
    return f"{plain(spread.median)} ± {100 * spread.relative:.0f} %" if spread.count > 1 else plain(spread.median)


def _with_spread(spread: Spread | None) -> str:
    return with_spread(spread) if spread else NONE


def _median(spread: Spread | None, unit: float = 1.0) -> str:
    return plain(spread.median / unit) if spread else NONE
