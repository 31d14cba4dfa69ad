"""Printing dead letters: a list as table, JSON lines or CSV, and one letter in full."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from rescuewire.dead_letters.words import COLUMNS, ListedLetter, article_id, text_of, time_words
from rescuewire.table_console import table_console
from rescuewire_connectors.stored_letters import StoredLetter

SHOWN_MESSAGE = 60
"""So many characters of a message stand in the table."""


def print_letters(letters: Iterable[ListedLetter], form: str) -> None:
    """Print a list of letters in the form `table`, `json` or `csv`."""
    {"table": _print_table, "json": _print_json, "csv": _print_csv}[form](letters)


def _print_json(letters: Iterable[ListedLetter]) -> None:
    for letter in letters:
        sys.stdout.write(json.dumps(letter.facts(), ensure_ascii=False).encode(errors="replace").decode() + "\n")


def _print_csv(letters: Iterable[ListedLetter]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(letter.facts() for letter in letters)


def _print_table(letters: Iterable[ListedLetter]) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("place", "time", "reason", "field", "message", "source", "article", "hops"):
        table.add_column(name, no_wrap=name == "place", justify="right" if name == "hops" else "left")
    for letter in letters:
        table.add_row(*map(Text, _row(letter)), style="dim" if letter.replayed else None)
    if table.row_count:
        table_console().print(table)


def _row(letter: ListedLetter) -> list[str]:
    facts, record = letter.facts(), letter.stored.letter.record
    return [
        *(str(facts[name] or "–") for name in ("place", "time", "reason", "field")),
        shortened(letter.stored.letter.message),
        f"{record.topic} {record.partition}/{record.offset}",
        str(facts["article_id"] or facts["key"] or "–"),
        f"{letter.stored.replays}" + (" replayed" if letter.replayed else ""),
    ]


def print_counts(letters: Iterable[ListedLetter], form: str) -> None:
    """Print how many letters there are of each reason, and how many of them were replayed."""
    counts: Counter[str] = Counter()
    replayed: Counter[str] = Counter()
    for letter in letters:
        counts[letter.stored.letter.reason] += 1
        replayed[letter.stored.letter.reason] += letter.replayed
    rows = [(reason, count, replayed[reason]) for reason, count in counts.most_common()]
    _print_rows(("reason", "letters", "replayed"), rows, form)


def _print_rows(names: Sequence[str], rows: Sequence[Sequence[object]], form: str) -> None:
    if form == "json":
        for row in rows:
            sys.stdout.write(json.dumps(dict(zip(names, row, strict=True))) + "\n")
    elif form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerows([names, *rows])
    elif rows:
        table = Table(*names, box=box.SIMPLE_HEAD, pad_edge=False)
        for row in rows:
            table.add_row(*(f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row))
        table_console().print(table)


def print_preview(stored: StoredLetter, topic: str) -> None:
    """Print a letter that would be replayed on one line: its place, its reason, its article, where it would go."""
    record = stored.letter.record
    name = article_id(record) or text_of(record.key) or "–"
    sys.stdout.write(f"{stored.place.words}\t{stored.letter.reason}\t{name}\t{topic}\thop {stored.replays + 1}\n")


def shortened(message: str) -> str:
    """A message on one line, cut where it is long."""
    line = " ".join(message.split())
    return line if len(line) <= SHOWN_MESSAGE else line[: SHOWN_MESSAGE - 2] + " …"


def print_letter(stored: StoredLetter, *, replayed: bool) -> None:
    """Print one letter in full: where, when and why, its key, its headers, its value."""
    letter, record = stored.letter, stored.letter.record
    lines = [
        ("place", stored.place.words),
        ("written", time_words(stored.written_ms)),
        ("reason", letter.reason),
        ("field", letter.field),
        ("message", letter.message),
        ("source", f"{record.topic} {record.partition}/{record.offset}"),
        ("timestamp", time_words(record.timestamp_ms)),
        ("hops", str(stored.replays)),
        ("replayed", "yes" if replayed else "no"),
        ("key", text_of(record.key)),
        *((f"header {header.name}", text_of(header.value)) for header in record.headers),
        ("size", _size_words(stored)),
    ]
    width = max(len(name) for name, _ in lines)
    shown = "".join(f"{name:{width}}  {'–' if told is None else told}\n" for name, told in lines)
    if record.value is not None:
        shown += f"\n{pretty(record.value)}\n"
    sys.stdout.write(shown.encode(errors="replace").decode())


def _size_words(stored: StoredLetter) -> str:
    if stored.left_out_bytes is not None:
        return f"{stored.left_out_bytes:,} bytes, left out: too large for the topic of dead letters"
    value = stored.letter.record.value
    return "no value" if value is None else f"{len(value):,} bytes"


def pretty(value: bytes) -> str | None:
    """A value for people: JSON with its fields on lines of their own, other text as it is, other bytes in base64."""
    try:
        return json.dumps(json.loads(value), ensure_ascii=False, indent=2)
    except (ValueError, RecursionError):
        return text_of(value)
