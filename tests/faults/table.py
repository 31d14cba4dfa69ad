"""The table of all faults that were tried: what an operator sees, what was lost, and how long recovering took."""

from __future__ import annotations

from dataclasses import dataclass

from faults.expected import Verdict

HEADER = ("fault", "records", "what the operator sees", "lost", "twice", "seconds to recover")


@dataclass(frozen=True)
class Row:
    """One fault; `seconds` from it until all that had been sent by then was committed, the longest of all."""

    fault: str
    records: int
    sees: str
    verdict: Verdict
    seconds: float | None

    @property
    def cells(self) -> tuple[str, ...]:
        seconds = "–" if self.seconds is None else f"{self.seconds:.1f}"
        return self.fault, f"{self.records:,}", self.sees, str(self.verdict.lost), str(self.verdict.twice), seconds


ROWS: list[Row] = []


def markdown() -> list[str]:
    """The table's lines."""
    return [_line(HEADER), _line(("---",) * len(HEADER)), *(_line(row.cells) for row in ROWS)]


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
