"""Printing events one by one: as a table for people, as JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import TypeAlias

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rescuewire.events.words import NOT_TOLD, confidence_words, count_words, country_words, kind_words, time_words
from rescuewire_schemas.codec import json_as_read
from rescuewire_schemas.rescue_event import RescueEvent

Printer: TypeAlias = Callable[[RescueEvent], None]

CSV_COLUMNS = (
    *("event_id", "event_type", "harm", "forms", "scope"),
    *("best", "min", "max", "qualifier", "victims"),
    *("agent", "origin", "place", "transit", "return_to", "edtf", "time"),
    *("sentence", "article_id", "title", "url", "publisher", "language", "published_at", "confidence"),
)


def printer_of(form: str) -> Printer:
    """What prints an event in the form `table`, `json` or `csv`.

    What standard output cannot say, such as half a surrogate pair, stands there as JSON escapes it.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return {"table": _table_printer, "json": _json_printer, "csv": _csv_printer}[form]()


def _json_printer() -> Printer:
    def show(event: RescueEvent) -> None:
        sys.stdout.write(json_as_read(event) + "\n")
        sys.stdout.flush()

    return show


def _csv_printer() -> Printer:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)

    def show(event: RescueEvent) -> None:
        writer.writerow(csv_row(event))
        sys.stdout.flush()

    return show


def csv_row(event: RescueEvent) -> list[object]:
    """The event in CSV_COLUMNS: lists parted by spaces, sentences by line ends, null as nothing."""
    count, countries, article = event.victims, event.countries, event.article
    by_role = (countries.agent, countries.origin, countries.place, countries.transit, countries.return_to)
    return [
        *(event.event_id, event.event_type.value, event.harm.value),
        *(" ".join(form.value for form in event.forms), event.scope.value),
        *(count.best, count.min, count.max, count.qualifier.value, count.text),
        *(" ".join(codes) for codes in by_role),
        *(event.time.edtf, event.time.text, _sentences(event)),
        *(article.id, article.title, article.url, article.publisher, article.language, article.published_at),
        event.confidence,
    ]


def _table_printer() -> Printer:
    console = Console()

    def show(event: RescueEvent) -> None:
        console.print(event_table(event))

    return show


def event_table(event: RescueEvent) -> Table:
    """One event as a table of two columns: what is asked, and what the article tells."""
    table = Table(box=box.HORIZONTALS, show_header=False, expand=True, padding=(0, 1))
    table.add_column(style="bold cyan", no_wrap=True, width=9)
    table.add_column(ratio=1)
    for question, answer in _answers(event):
        table.add_row(question, Text(answer))
    return table


def _answers(event: RescueEvent) -> list[tuple[str, str]]:
    countries = event.countries
    answers = [
        ("who", event.victims.text or NOT_TOLD),
        ("how many", count_words(event.victims)),
        ("from", country_words(countries.origin)),
        ("where", country_words(countries.place)),
        ("when", time_words(event.time)),
        ("by", country_words(countries.agent)),
        ("what", kind_words(event)),
        ("how sure", confidence_words(event.confidence)),
        ("sentence", _sentences(event)),
        ("article", _article_words(event)),
    ]
    if countries.transit:
        answers.insert(4, ("through", country_words(countries.transit)))
    if countries.return_to:
        answers.insert(4, ("back to", country_words(countries.return_to)))
    return answers


def _article_words(event: RescueEvent) -> str:
    article = event.article
    return " · ".join(filter(None, (article.title, article.publisher, article.published_at))) or article.id


def _sentences(event: RescueEvent) -> str:
    return "\n".join(evidence.text for evidence in event.evidence)
