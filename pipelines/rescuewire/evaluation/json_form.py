"""A measurement for programs: one JSON object."""

from __future__ import annotations

import json
import sys
from typing import Any

from rescuewire.evaluation.errors import EventError, errors_in
from rescuewire.evaluation.facts import Facts
from rescuewire.evaluation.measuring import Measurement
from rescuewire.evaluation.scores import Scores, figures, scores_by_language

DIGITS = 3


def print_json(measurement: Measurement, *, errors: bool) -> None:
    """Print `{scores: {language: {figure: value}}, left_out: {language: articles}}`, with `errors` a list of those."""
    printed: dict[str, Any] = {
        "scores": {code: _rounded(scores) for code, scores in scores_by_language(measurement.comparisons).items()},
        "left_out": measurement.left_out,
    }
    if errors:
        printed["errors"] = [_error(error) for c in measurement.comparisons for error in errors_in(c)]
    sys.stdout.write(json.dumps(printed, ensure_ascii=False, indent=2) + "\n")


def _rounded(scores: Scores) -> dict[str, float]:
    return {name: round(value, DIGITS) for name, value in figures(scores).items()}


def _error(error: EventError) -> dict[str, Any]:
    return {
        "error": error.kind.value,
        "article": error.article.id,
        "language": error.language,
        "quoted": error.quoted,
        "slots": {each.slot: {"gold": each.gold, "found": each.found} for each in error.differences},
        "evidence": {"gold": _quotations(error.gold), "found": _quotations(error.found)},
    }


def _quotations(facts: Facts | None) -> list[str] | None:
    return [quotation.text for quotation in facts.evidence] if facts is not None else None
