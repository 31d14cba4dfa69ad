from __future__ import annotations

from collections import Counter

from rescuewire.extraction.patterns.remembered import Remembered


def test_what_was_worked_out_is_not_worked_out_again() -> None:
    asked: Counter[str] = Counter()

    def length(text: str) -> int:
        asked[text] += 1
        return len(text)

    remembered = Remembered(length, 2)
    assert [remembered["one"], remembered["three"], remembered["one"]] == [3, 5, 3]
    assert asked == {"one": 1, "three": 1}


def test_it_begins_anew_when_it_is_full_and_keeps_no_long_strings() -> None:
    remembered = Remembered(len, 2)
    for text in ("a", "bb", "ccc", "d" * 41):
        assert remembered[text] == len(text)
    assert set(remembered) == {"ccc"}
