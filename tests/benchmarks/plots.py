"""The results as pictures: small SVG files whose text is text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks import curves, memory_growth, throughput
from benchmarks.results import Results
from benchmarks.sides.choosing import BARE, GRAPH, KAFKA, SIDES
from benchmarks.streams import CANDIDATES, CORPUS, ORDINARY, WORST

COLOURS = ("#4e79a7", "#f28e2b", "#59a14f", "#b07aa1")
STREAMS = (ORDINARY, CORPUS, CANDIDATES, WORST)
SETTINGS: Any = {"svg.fonttype": "none", "svg.hashsalt": "rescuewire", "font.family": "sans-serif", "font.size": 9}


def draw_all(results: Results, folder: Path) -> list[Path]:
    """Draw what there are figures for; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    with mpl.rc_context(SETTINGS):
        for name, (part, draw) in PICTURES.items():
            if results.cases(part):
                drawn.append(_save(results, draw, folder / f"{name}.svg"))
    return drawn


def _save(results: Results, draw: Callable[[Results, Axes], None], file: Path) -> Path:
    figure = Figure(figsize=(7, 3.4), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    draw(results, axes)
    figure.savefig(file, metadata={"Date": None})
    return file


def _draw_throughput(results: Results, axes: Axes) -> None:
    sides = [side for side in SIDES if any(side == name for name, _ in results.cases(throughput.PART))]
    height = 0.8 / len(STREAMS)
    for index, stream in enumerate(STREAMS):
        rates = [(place, results.rate(throughput.PART, side, stream)) for place, side in enumerate(sides)]
        found = [(place + index * height, rate) for place, rate in rates if rate]
        axes.barh(
            [place for place, _ in found],
            [rate.median for _, rate in found],
            height,
            xerr=[[r.median - r.least for _, r in found], [r.greatest - r.median for _, r in found]],
            color=COLOURS[index],
            label=stream,
        )
    axes.set_yticks([place + 1.5 * height for place in range(len(sides))], sides)
    axes.invert_yaxis()
    axes.set_xscale("log")
    axes.set_xlabel("articles a second, one core")
    axes.legend(frameon=False)


def _draw_stages(results: Results, axes: Axes) -> None:
    """Shares of the time of extraction by stage, a bar for each stream."""
    streams = [stream for stream in STREAMS if results.figures(throughput.PART, BARE, stream)]
    left = [0.0] * len(streams)
    for number, stage in enumerate(_stages(results, streams)):
        shares = [_share(results, stream, stage) for stream in streams]
        axes.barh(streams, shares, left=left, label=stage.removeprefix("stage."), color=f"C{number}")
        left = [sum(both) for both in zip(left, shares, strict=True)]
    axes.invert_yaxis()
    axes.set_xlabel("share of the time of extraction alone")
    axes.legend(frameon=False, ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.2))


def _stages(results: Results, streams: Sequence[str]) -> list[str]:
    figures = results.figures(throughput.PART, BARE, streams[0])[0] if streams else {}
    return [name for name in figures if name.startswith("stage.")]


def _share(results: Results, stream: str, stage: str) -> float:
    figures = results.figures(throughput.PART, BARE, stream)
    return sum(each[stage] for each in figures) / sum(each["seconds"] for each in figures)


def _draw_length(results: Results, axes: Axes) -> None:
    for index, kind in enumerate((ORDINARY, CANDIDATES)):
        points = []
        for side, case in results.cases(curves.LENGTH):
            rate = results.rate(curves.LENGTH, side, case)
            if case.startswith(f"{kind}-") and rate:
                points.append((int(case.removeprefix(f"{kind}-").removesuffix("k")), 1000 / rate.median))
        axes.plot(*_columns(sorted(points)), marker="o", color=COLOURS[index], label=kind)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("thousand characters an article")
    axes.set_ylabel("ms an article")
    axes.legend(frameon=False)


def _columns(points: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in points], [y for _, y in points]


def _draw_rates(part: str, what: str, side: str) -> Callable[[Results, Axes], None]:
    """A picture of articles a second by a number that the case begins with."""

    def draw(results: Results, axes: Axes) -> None:
        lines: dict[str, list[tuple[float, float]]] = {}
        for name, case in results.cases(part):
            number, _, rest = case.replace("× ", "").partition(" ")
            rate = results.rate(part, name, case)
            if name == side and rate:
                lines.setdefault(_line_name(rest), []).append((float(number), rate.median))
        for index, (name, points) in enumerate(lines.items()):
            axes.plot(*_columns(sorted(points)), marker="o", color=COLOURS[index], label=name)
        axes.set_ylim(bottom=0)
        axes.set_xscale("log")
        axes.set_xticks(*_ticks(lines.values()))
        axes.minorticks_off()
        axes.set_xlabel(what)
        axes.set_ylabel("articles a second")
        axes.legend(frameon=False)

    return draw


def _line_name(stream: str) -> str:
    """Streams cut short go by the name of the whole."""
    return stream.partition("-first-")[0]


def _ticks(lines: Iterable[Sequence[tuple[float, float]]]) -> tuple[list[float], list[str]]:
    numbers = sorted({number for points in lines for number, _ in points})
    return numbers, [f"{number:,.0f}" for number in numbers]


def _draw_memory(results: Results, axes: Axes) -> None:
    points = []
    for side, case in results.cases(memory_growth.PART):
        size = results.figure(memory_growth.PART, side, case, "resident_mb")
        if size:
            points.append((float(case), size.median))
    axes.plot(*_columns(sorted(points)), marker="o", color=COLOURS[0], label=GRAPH)
    axes.set_ylim(bottom=0)
    axes.set_xlabel("articles")
    axes.set_ylabel("MB resident")
    axes.legend(frameon=False)


PICTURES: dict[str, tuple[str, Callable[[Results, Axes], None]]] = {
    "throughput": (throughput.PART, _draw_throughput),
    "stages": (throughput.PART, _draw_stages),
    "length": (curves.LENGTH, _draw_length),
    "packs": (curves.PACKS, _draw_rates(curves.PACKS, "language packs loaded", BARE)),
    "lexicon": (curves.LEXICON, _draw_rates(curves.LEXICON, "times the patterns of the packs", BARE)),
    "partitions": (curves.PARTITIONS, _draw_rates(curves.PARTITIONS, "partitions", KAFKA)),
    "batch": (curves.BATCH, _draw_rates(curves.BATCH, "records a batch, at most", KAFKA)),
    "memory": (memory_growth.PART, _draw_memory),
}
