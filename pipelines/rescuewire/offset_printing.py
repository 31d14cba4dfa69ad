"""Printing where a group stands: as tables for people, as JSON or CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from datetime import datetime, timezone

from rich import box
from rich.table import Table

from rescuewire.table_console import table_console
from rescuewire_connectors.kafka.group_offsets import GroupOffsets, PartitionOffsets

COLUMNS = ("partition", "committed", "beginning", "end", "lag", "lost", "next_time", "member")
NONE = "–"


def print_group_offsets(offsets: GroupOffsets, form: str) -> None:
    """Print in the form `table`, `json` or `csv`."""
    printers: dict[str, Callable[[GroupOffsets], None]] = {"table": _as_table, "json": _as_json, "csv": _as_csv}
    printers[form](offsets)


def _values(offsets: GroupOffsets, each: PartitionOffsets) -> tuple[int | str | None, ...]:
    member = offsets.member_of(each.partition)
    figures = (each.partition, each.committed, each.beginning, each.end, each.lag, each.lost)
    return *figures, _time(each.next_time_ms), None if member is None else str(member)


def _time(milliseconds: int | None) -> str | None:
    if milliseconds is None:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, timezone.utc).isoformat(timespec="milliseconds")


def _as_table(offsets: GroupOffsets) -> None:
    table = Table(box=box.HORIZONTALS, title=f"group {offsets.group} in {offsets.topic}", title_justify="left")
    for name in COLUMNS:
        table.add_column(name.replace("_", " "), justify="left" if name in {"next_time", "member"} else "right")
    for each in offsets.partitions:
        table.add_row(*(NONE if value is None else str(value) for value in _values(offsets, each)))
    console = table_console()
    console.print(table)
    console.print(_members_line(offsets))


def _members_line(offsets: GroupOffsets) -> str:
    if not offsets.members:
        return "no members"
    idle = [str(member) for member in offsets.members if not member.partitions]
    number = f"{len(offsets.members)} member" + ("s" if len(offsets.members) > 1 else "")
    return f"{number}; without partitions here: {', '.join(idle)}" if idle else number


def _as_json(offsets: GroupOffsets) -> None:
    members = [
        {"client": member.client, "host": member.host, "partitions": member.partitions} for member in offsets.members
    ]
    partitions = [dict(zip(COLUMNS, _values(offsets, each), strict=True)) for each in offsets.partitions]
    told = {"group": offsets.group, "topic": offsets.topic, "state": offsets.state}
    sys.stdout.write(json.dumps({**told, "partitions": partitions, "members": members}) + "\n")


def _as_csv(offsets: GroupOffsets) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_values(offsets, each) for each in offsets.partitions)
