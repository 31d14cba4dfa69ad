"""The crosswalk speaks of symbols and fields that the event has, and leaves no form of exploitation out unsaid."""

from __future__ import annotations

import re
from pathlib import Path

from rescuewire_schemas import rescue_event
from rescuewire_schemas.rescue_event import EventType, Form

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "crosswalk.md").read_text(encoding="utf-8")
SYMBOLS = {member.value for enum in vars(rescue_event).values() if isinstance(enum, type(Form)) for member in enum}
FIRST_COLUMNS = re.findall(r"^\| ([^|]+) \|", PAGE, re.MULTILINE)


def test_every_symbol_on_the_left_is_one_of_the_events() -> None:
    named = {
        word for column in FIRST_COLUMNS for word in re.findall(r"\b[A-Z]+(?:_[A-Z]+)*\b", column) if len(word) > 3
    }
    assert named - SYMBOLS == set()


def test_every_type_of_event_has_its_line() -> None:
    told = {symbol for column in FIRST_COLUMNS for symbol in re.findall(r"^`([A-Z]+)`", column)}
    assert told == {member.value for member in EventType} - {"UNRECOGNISED"}
