from __future__ import annotations

from collections import Counter

from rescuewire.extraction.patterns.remembered import Remembered


def test_what_was_worked_out_is_not_worked_out_again() -> None:
    asked: Counter[str] = Counter()

    def length(text: str) -> int:
        asked[text] += 1
        return len(text)

    remembered = Remembered(length, 4)
    assert [remembered["one"], remembered["three"], remembered["one"]] == [3, 5, 3]
    assert asked == {"one": 1, "three": 1}


def test_it_forgets_what_was_not_asked_for_of_late() -> None:
    asked: list[str] = []

    def remember(text: str) -> int:
        asked.append(text)
        return len(text)

    remembered = Remembered(remember, 4)
    for text in ("a", "bb", "ccc", "a", "dddd", "a", "bb"):
        assert remembered[text] == len(text)
    assert asked == ["a", "bb", "ccc", "dddd", "bb"]


def test_long_strings_are_not_kept() -> None:
    remembered = Remembered(len, 4)
    assert remembered["d" * 41] == 41
    assert not remembered
