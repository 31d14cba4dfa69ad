from __future__ import annotations

import json
from typing import Any

from rescuewire_connectors.dead_letters import NULL_KEY, TRUNCATED, as_line, as_message, without_value
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record


def letter(**changes: Any) -> DeadLetter:
    fields: dict[str, Any] = {"value": b"\xff{", "key": b"k", "headers": (Header("h", b"v"), Header("none", None))}
    return DeadLetter(
        Record("news", 3, 7, timestamp_ms=1_700_000_000_000, **{**fields, **changes}), "not_utf8", "broken", "text"
    )


def test_a_message_keeps_key_value_and_headers() -> None:
    message = as_message(letter())
    assert (message.key, message.value) == (b"k", b"\xff{")
    assert message.headers[:2] == (("h", b"v"), ("none", b""))


def test_a_null_header_is_marked() -> None:
    assert ("__connect.errors.null.headers", b"1") in as_message(letter()).headers


def test_a_message_says_where_it_stood_and_why_it_is_here() -> None:
    headers = dict(as_message(letter()).headers)
    prefix = "__connect.errors."
    assert headers[prefix + "topic"] == b"news"
    assert headers[prefix + "partition"] == b"3"
    assert headers[prefix + "offset"] == b"7"
    assert headers[prefix + "timestamp"] == b"1700000000000"
    assert headers[prefix + "reason"] == b"not_utf8"
    assert headers[prefix + "field"] == b"text"
    assert headers[prefix + "exception.message"] == b"broken"


def test_a_value_too_large_leaves_its_size() -> None:
    message = without_value(as_message(letter(value=b"x" * 900)))
    assert message.value is None
    assert (TRUNCATED, b"900") in message.headers


def test_a_message_is_never_two_nulls() -> None:
    message = without_value(as_message(letter(key=None)))
    assert message.key == b""
    assert (NULL_KEY, b"true") in message.headers


def test_a_line_keeps_text_as_text() -> None:
    line = json.loads(as_line(letter(value="é".encode())))
    assert line["value"] == "é"
    assert (line["reason"], line["field"], line["topic"], line["partition"], line["offset"]) == (
        "not_utf8",
        "text",
        "news",
        3,
        7,
    )


def test_a_line_keeps_other_bytes_in_base64() -> None:
    line = json.loads(as_line(letter()))
    assert line["value_base64"] == "/3s="
    assert "value" not in line


def test_a_line_keeps_null_headers() -> None:
    assert json.loads(as_line(letter()))["headers"] == [{"name": "h", "value": "v"}, {"name": "none", "value": None}]
