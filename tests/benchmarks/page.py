"""The page of figures: tables and pictures go between two marks, what people write stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import curves
from benchmarks.results import Results
from benchmarks.sides.choosing import BARE, GRAPH, KAFKA
from benchmarks.streams import CANDIDATES, ORDINARY
from benchmarks.tables import (
    aims_table,
    curve_table,
    latency_table,
    length_exponent,
    memory_table,
    plain,
    stages_table,
    streams_table,
    throughput_table,
)

BEGIN, END = "<!-- figures written by make bench: begin -->", "<!-- figures written by make bench: end -->"


def render(results: Results, pictures: list[Path]) -> str:
    """The figures as Markdown; pictures are linked by their folder's name and their own."""
    return "\n".join(_parts(results, {picture.stem: f"{picture.parent.name}/{picture.name}" for picture in pictures}))


def _parts(results: Results, pictures: dict[str, str]) -> Iterator[str]:
    yield _head(results)
    yield aims_table(results)
    yield f"## Throughput\n\n{streams_table(results)}\n{throughput_table(results)}"
    yield from _picture(pictures, "throughput")
    yield f"## Where the time goes\n\n{_all_stages(results)}"
    yield from _picture(pictures, "stages")
    yield f"## Latency\n\n{latency_table(results) or 'Not measured.'}"
    yield f"## Memory\n\n{memory_table(results) or 'Not measured.'}"
    yield from _picture(pictures, "memory")
    yield f"## How cost grows\n\n{_exponents(results)}"
    for part, what in CURVES.items():
        if results.cases(part):
            yield curve_table(results, part, what)
            yield from _picture(pictures, part)


CURVES = {
    curves.LENGTH: "article",
    curves.PACKS: "packs loaded, stream",
    curves.LEXICON: "patterns, stream",
    curves.PARTITIONS: "partitions, stream",
    curves.BATCH: "records a batch at most, stream",
}


def _head(results: Results) -> str:
    machine = "; ".join(f"{name} {value}" for name, value in results.machine.items())
    missing = "".join(f"- not measured: {each}\n" for each in results.missing)
    return f"{results.date}, commit {results.commit}, plan “{results.plan}”. {machine}. {results.pinned}\n\n{missing}"


def _all_stages(results: Results) -> str:
    return "\n".join(stages_table(results, side) for side in (BARE, GRAPH, KAFKA))


def _exponents(results: Results) -> str:
    found = {kind: length_exponent(results, kind) for kind in (ORDINARY, CANDIDATES)}
    told = [f"{kind} articles length^{plain(exponent)}" for kind, exponent in found.items() if exponent is not None]
    return f"Cost grows with length as: {', '.join(told)} (1 is linear).\n" if told else ""


def _picture(pictures: dict[str, str], name: str) -> Iterator[str]:
    if name in pictures:
        yield f"![{name}]({pictures[name]})\n"


def write_page(markdown: str, page: Path) -> None:
    """Put the figures between the marks of the page; raise ValueError where they are missing."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page}: the lines {BEGIN} and {END} must be there; figures go between them")
    page.write_text(f"{before}{BEGIN}\n\n{markdown.strip()}\n\n{END}{after}", encoding="utf-8")
