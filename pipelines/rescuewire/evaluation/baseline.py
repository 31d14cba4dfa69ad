"""The baseline: below which figure extraction must not fall, for each gold file, language and slot.

    python -m rescuewire.evaluation.baseline            # what falls short of tests/gold/baseline.yaml; exit 1 if any
    python -m rescuewire.evaluation.baseline --write    # measure anew, write it, and say what changed

Floors are what was measured when they were written, rounded down to two digits; the false alarms are a ceiling.
Each gold file is pinned by its digest: new gold needs a new baseline, in a commit that says why.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
import yaml

from rescuewire.evaluation.gold import read_gold
from rescuewire.evaluation.measuring import measure
from rescuewire.evaluation.scores import ALL, figures, scores_by_language

GOLD = Path("tests/gold")
BASELINE = "baseline.yaml"
FILES = ("bundled.jsonl", "held-out/*.jsonl", "own/*.jsonl", "written/*.jsonl")
EVENTS = ("event_f1", "record_f1", "full_f1")
SLOTS = ("count", "type", "harm", "scope", "time", "forms", "agent", "origin", "place")
CEILING = "false_alarm_articles"
_HEAD = (
    "# Floors of extraction by gold file, language and slot; false_alarm_articles is a ceiling.\n"
    "# Written by `python -m rescuewire.evaluation.baseline --write`, never by hand.\n"
)


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The floors of one gold file by language and figure, and the SHA-256 of the file that they hold for."""

    sha256: str
    languages: dict[str, dict[str, float]]


Baseline = dict[str, Floors]
"""By the gold file's path inside the folder of gold."""


def gold_files(folder: Path) -> list[str]:
    """Return the gold files of a folder by their paths inside it, sorted."""
    return sorted(path.relative_to(folder).as_posix() for pattern in FILES for path in folder.glob(pattern))


def read_baseline(folder: Path) -> Baseline:
    """Read the baseline of a folder of gold; an empty one where none has been written."""
    path = folder / BASELINE
    return msgspec.yaml.decode(path.read_bytes(), type=Baseline) if path.exists() else {}


def measured_floors(path: Path) -> Floors:
    """Measure one gold file and return what would be its floors; languages without a pack have none."""
    by_language = scores_by_language(measure(read_gold(path)).comparisons)
    languages = {code: _floors(figures(scores)) for code, scores in by_language.items() if code != ALL}
    return Floors(digest_of(path), languages)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def _floors(measured: Mapping[str, float]) -> dict[str, float]:
    return {**{name: rounded_down(measured[name]) for name in (*EVENTS, *SLOTS)}, CEILING: measured[CEILING]}


def rounded_down(figure: float) -> float:
    """Return a figure with two digits, never a larger one."""
    return math.floor(round(figure * 100, 6)) / 100


def shortfalls(name: str, wanted: Floors | None, measured: Floors) -> Iterator[str]:
    """Yield, in a line each, what is wrong with a gold file: its digest, its languages, figures beyond their limits."""
    if wanted is None or wanted.sha256 != measured.sha256:
        yield f"{name}: new gold, new baseline: python -m rescuewire.evaluation.baseline --write, and say why"
        return
    for code in sorted({*wanted.languages, *measured.languages}):
        limits, got = wanted.languages.get(code), measured.languages.get(code)
        if limits is None or got is None:
            yield f"{name}, {code}: {'no floors in the baseline' if limits is None else 'no longer read'}"
        else:
            yield from (f"{name}, {code}, {line}" for line in _beyond(limits, got))


def _beyond(limits: Mapping[str, float], got: Mapping[str, float]) -> Iterator[str]:
    for figure, limit in limits.items():
        if figure == CEILING and got[figure] > limit:
            yield f"{figure}: ceiling {limit:.0f}, measured {got[figure]:.0f}"
        elif figure != CEILING and got[figure] < limit:
            yield f"{figure}: floor {limit:.2f}, measured {got[figure]:.2f}"


def changes(name: str, old: Floors | None, new: Floors) -> Iterator[str]:
    """Yield, in a line each, the limits that a new baseline sets otherwise than the old one."""
    before = old.languages if old is not None else {}
    for code, limits in new.languages.items():
        for figure, limit in limits.items():
            was = before.get(code, {}).get(figure)
            if was != limit:
                yield f"{name}, {code}, {figure}: {was if was is not None else 'new'} -> {limit}"


def write_baseline(folder: Path, baseline: Baseline) -> None:
    """Write the baseline of a folder of gold."""
    written = yaml.safe_dump(msgspec.to_builtins(baseline), sort_keys=False)
    (folder / BASELINE).write_text(_HEAD + written, encoding="utf-8")


def main() -> None:
    """Measure every gold file; compare with the baseline, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help=f"folder of gold, {GOLD} by default")
    parser.add_argument("--write", action="store_true", help="write the baseline from what is measured now")
    given = parser.parse_args()
    old = read_baseline(given.gold)
    measured = {name: measured_floors(given.gold / name) for name in gold_files(given.gold)}
    said = changes if given.write else shortfalls
    lines = [line for name, floors in measured.items() for line in said(name, old.get(name), floors)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if given.write:
        write_baseline(given.gold, measured)
    elif lines:
        sys.exit(1)


if __name__ == "__main__":
    main()
