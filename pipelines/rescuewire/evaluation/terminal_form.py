"""A measurement for people: a table of figures by language and slot, then each event that is not right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rescuewire.counting import counted
from rescuewire.evaluation.errors import ErrorKind, EventError, errors_in
from rescuewire.evaluation.facts import Facts
from rescuewire.evaluation.matching import LONGEST_EVIDENCE
from rescuewire.evaluation.measuring import Measurement
from rescuewire.evaluation.scores import ALL, Scores, figures, scores_by_language

NOTHING = "–"
COLOURS = {ErrorKind.MISSED: "yellow", ErrorKind.SPURIOUS: "red", ErrorKind.WRONG: "magenta"}
SECTIONS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("articles", "articles"),
        ("clean articles", "clean_articles"),
        ("false-alarm articles", "false_alarm_articles"),
        ("false-alarm rate", "false_alarm_rate"),
    ),
    (
        ("gold events", "gold"),
        ("found events", "found"),
        ("event precision", "event_p"),
        ("event recall", "event_r"),
        ("event F1", "event_f1"),
        ("record F1", "record_f1"),
        ("full F1", "full_f1"),
    ),
    (
        ("count", "count"),
        ("count where told", "count_told"),
        ("qualifier", "qualifier"),
        ("type", "type"),
        ("harm", "harm"),
        ("scope", "scope"),
        ("time", "time"),
        ("forms F1", "forms"),
    ),
    (
        ("agent F1", "agent"),
        ("origin F1", "origin"),
        ("place F1", "place"),
        ("any of these F1", "any_country"),
        ("transit F1", "transit"),
        ("return to F1", "return_to"),
    ),
)
"""What is printed, with a line between the groups: the words, and the name of the figure."""


def print_measurement(measurement: Measurement, *, errors: bool) -> None:
    """Print the table of scores, what was left out, and with `errors` what is wrong in each article."""
    console = Console()
    if measurement.comparisons:
        console.print(score_table(scores_by_language(measurement.comparisons)))
    if measurement.left_out:
        console.print(_left_out_words(measurement.left_out))
    if errors:
        for error in (each for comparison in measurement.comparisons for each in errors_in(comparison)):
            console.print(error_table(error))


def _left_out_words(left_out: Mapping[str, int]) -> str:
    languages = ", ".join(f"{articles:,} in {code}" for code, articles in left_out.items())
    return f"left out, since their language has no pack: {counted(sum(left_out.values()), 'article')} ({languages})"


def score_table(by_language: dict[str, Scores]) -> Table:
    """Return the table of scores: a line a slot, a column a language; one language needs no column for all."""
    shown = {code: scores for code, scores in by_language.items() if code != ALL or len(by_language) != 2}
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("")
    for code in shown:
        table.add_column(code, justify="right")
    columns = [_column(scores) for scores in shown.values()]
    for section in SECTIONS:
        for words, name in section:
            last = (words, name) == section[-1]
            table.add_row(words, *(column[name] for column in columns), end_section=last)
    return table


def _column(scores: Scores) -> dict[str, str]:
    """Return the figures as words; a slot that neither the gold nor what was found fills has none."""
    empty = {name for name, agreement in scores.sets.items() if not (agreement.gold or agreement.found)}
    return {name: NOTHING if name in empty else _number(value) for name, value in figures(scores).items()}


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.2f}"


def error_table(error: EventError) -> Table:
    """Return one event that is not right: its slots, gold against found."""
    heading = Text.assemble((error.kind.value, COLOURS[error.kind]), f"  {error.article.id} ({error.language})")
    table = Table(title=heading, title_justify="left", title_style="", box=box.HORIZONTALS, expand=True)
    table.add_column("slot", no_wrap=True, width=9)
    table.add_column("gold", ratio=1, overflow="fold")
    table.add_column("found", ratio=1, overflow="fold")
    for each in error.differences:
        sides = (_if_there(error.gold, each.gold, _words), _if_there(error.found, each.found, _words))
        table.add_row(each.slot, *(Text(words) for words in sides))
    table.add_row("evidence", Text(_evidence(error.gold)), Text(_found_evidence(error)))
    return table


def _if_there(facts: Facts | None, value: Any, words: Callable[[Any], str]) -> str:
    return words(value) if facts is not None else ""


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return _bounds_words(value.items())
    if isinstance(value, list):
        return " ".join(value) or NOTHING
    return NOTHING if value is None else str(value)


def _bounds_words(bounds: Iterable[tuple[str, int | None]]) -> str:
    """`best 1,000, min 1,000`; a bound that is not told is left out."""
    return ", ".join(f"{name} {bound:,}" for name, bound in bounds if bound is not None) or NOTHING


def _evidence(facts: Facts | None) -> str:
    return "\n".join(quotation.text for quotation in facts.evidence) if facts is not None else ""


def _found_evidence(error: EventError) -> str:
    if not error.quoted:
        return f"no quotation of at most {LONGEST_EVIDENCE} characters: {_evidence(error.found)}"
    words = _evidence(error.found)
    return "the same" if words and words == _evidence(error.gold) else words
