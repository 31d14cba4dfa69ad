from __future__ import annotations

from typing import Any

import pytest

from rescuewire_connectors.dead_letters import TOPIC, as_line, as_message, without_value
from rescuewire_connectors.outcome import DeadLetter
from rescuewire_connectors.record import Header, Record
from rescuewire_connectors.stored_letters import (
    REPLAYED_FROM,
    REPLAYS,
    NoLetter,
    StoredLetter,
    letter_of_line,
    letter_of_message,
    replayed_headers,
)

NULLS = (Header("none", None), Header("empty", b""), Header("none", None))


def letter(**changes: Any) -> DeadLetter:
    fields: dict[str, Any] = {"value": b"\xff{", "key": b"k", "headers": (Header("h", b"\xfe"), *NULLS)}
    record = Record("news", 3, 7, **{"timestamp_ms": 1_700_000_000_000, **fields, **changes})
    return DeadLetter(record, "not_utf8", "broken é", "text")


LETTERS = [
    letter(),
    letter(key=None, headers=()),
    letter(value=None),
    letter(value=b""),
    letter(value='{"text": "é"}'.encode(), key=b"\xff", timestamp_ms=None),
    letter(headers=(Header(TOPIC, b"another program's"), Header("x", None))),
    DeadLetter(Record("a/b.jsonl", 0, 0, b"{"), "not_json", "", None),
]


def through_message(dead: DeadLetter, *, whole: bool = True) -> StoredLetter:
    message = as_message(dead) if whole else without_value(as_message(dead))
    headers = tuple(Header(*header) for header in message.headers)
    return letter_of_message(Record("dlq", 1, 17, message.value, message.key, headers, 1_800_000_000_000))


@pytest.mark.parametrize("dead", LETTERS)
def test_a_letter_comes_back_from_a_topic(dead: DeadLetter) -> None:
    stored = through_message(dead)
    assert stored.letter == dead
    assert (stored.place.words, stored.written_ms, stored.left_out_bytes) == ("1/17", 1_800_000_000_000, None)


@pytest.mark.parametrize("dead", LETTERS)
def test_a_letter_comes_back_from_a_file(dead: DeadLetter) -> None:
    stored = letter_of_line(as_line(dead), 12)
    assert stored.letter == dead
    assert (stored.place.words, stored.written_ms) == ("12", dead.record.timestamp_ms)


@pytest.mark.parametrize("dead", LETTERS)
def test_a_letter_is_the_same_wherever_it_stands(dead: DeadLetter) -> None:
    assert through_message(dead).identity == letter_of_line(as_line(dead), 5).identity


def test_letters_of_other_records_are_others() -> None:
    others = [
        letter(),
        letter(value=b"x"),
        letter(timestamp_ms=1),
        DeadLetter(Record("news", 3, 8, b"\xff{"), "r", "m"),
    ]
    assert len({through_message(dead).identity for dead in others}) == len(others)


@pytest.mark.parametrize("key", [b"k", None])
def test_a_value_that_was_left_out_is_told_by_its_size(key: bytes | None) -> None:
    stored = through_message(letter(key=key), whole=False)
    assert (stored.letter.record.value, stored.letter.record.key, stored.left_out_bytes) == (None, key, 2)


def test_a_record_is_replayed_with_its_own_headers_one_hop_more() -> None:
    assert replayed_headers(through_message(letter(headers=(Header("h", b"v"), Header("none", None))))) == (
        ("h", b"v"),
        ("none", b""),
        (REPLAYS, b"1"),
        (REPLAYED_FROM, b"news/3/7"),
    )


def test_hops_are_counted_on() -> None:
    headers = tuple(Header(name, value) for name, value in replayed_headers(through_message(letter(headers=()))))
    again = through_message(letter(headers=headers))
    assert again.replays == 1
    assert dict(replayed_headers(again))[REPLAYS] == b"2"
    assert len(replayed_headers(again)) == 2


@pytest.mark.parametrize("value", [b"", b"many", "²".encode()])
def test_a_number_of_replays_that_is_none_is_none(value: bytes) -> None:
    assert through_message(letter(headers=(Header(REPLAYS, value),))).replays == 0


def test_what_is_no_letter_of_ours_is_refused() -> None:
    for headers in ((), (Header(TOPIC, b"news"),), (Header("__connect.errors.offset", b"7"),)):
        with pytest.raises(NoLetter):
            letter_of_message(Record("dlq", 0, 0, b"{}", headers=headers))


@pytest.mark.parametrize("line", [b"{", b"[]", b"{}", b'{"headers": 7}', as_line(letter())[:-9]])
def test_a_line_that_is_no_letter_is_refused(line: bytes) -> None:
    with pytest.raises(NoLetter):
        letter_of_line(line, 1)
