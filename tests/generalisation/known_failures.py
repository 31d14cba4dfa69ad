"""The cases that fail today, by class; `python -m generalisation.known_failures` in `tests/` writes them anew.

The file is compared both ways, so that whoever changes extraction sees what a change costs and gains here. Reasons
(`why`) are kept when it is written; a class that is new to the file has none, which a test points out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from generalisation.marked_passages import LANGUAGES, Passage, read_passages
from generalisation.scored_slots import ScoredSlots, events_told, slots_of
from generalisation.swaps import Case, all_cases

FILE = Path(__file__).parent / "known_failures.yaml"
_HEAD = "# Cases that fail, by kind of swap and slots that are wrong: written by known_failures.py, but for `why`.\n"


@dataclass(frozen=True)
class Outcome:
    """What became of a case: `wrong` names the slots that are not as expected, "" where all are."""

    case: Case
    wrong: str
    told: str

    @property
    def failure_class(self) -> str:
        """The class of failures that this one is filed under."""
        return f"{self.case.passage.language} {self.case.kind}: {self.wrong}"


@cache
def untouched(passage: Passage) -> ScoredSlots | None:
    """The slots of the one event that the untouched passage yields; None where it yields none or several."""
    events = events_told(passage, passage.plain)
    return slots_of(events[0]) if len(events) == 1 else None


@cache
def outcomes() -> tuple[Outcome, ...]:
    """The outcomes of all cases."""
    originals = {p.name: p for language in LANGUAGES for p in read_passages(language) if not p.telling}
    return tuple(_outcome(case, untouched(originals[case.passage.name])) for case in all_cases())


def _outcome(case: Case, before: ScoredSlots | None) -> Outcome:
    if before is None:
        return Outcome(case, "untouched", "")
    events = events_told(case.passage, case.text)
    if len(events) != 1:
        return Outcome(case, "found" if not events else "split", f"{len(events)} events")
    told = slots_of(events[0])
    wanted = case.change(before)
    return Outcome(case, " ".join(wanted.differing(told)), wanted.differences(told))


def read_known_failures() -> dict[str, dict]:
    """Class -> `why` and `cases`."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def failures() -> dict[str, list[Outcome]]:
    """The outcomes that are not as expected, by class."""
    classes: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes():
        if outcome.wrong:
            classes[outcome.failure_class].append(outcome)
    return classes


def write_known_failures() -> None:
    """Write the file, with the reasons that it had."""
    known = read_known_failures()
    written = {
        name: {"why": known.get(name, {}).get("why", ""), "cases": sorted(one.case.id for one in found)}
        for name, found in sorted(failures().items())
    }
    text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=200)
    FILE.write_text(_HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    write_known_failures()
