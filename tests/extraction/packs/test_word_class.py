from __future__ import annotations

from rescuewire.extraction.packs.word_class import WordClass


def test_words_are_folded() -> None:
    assert WordClass.of(["L’", "Mr"]) == {"l'", "mr"}


def test_unions_and_differences_are_those_of_sets_and_made_once() -> None:
    one, other = WordClass.of(["a", "b"]), WordClass.of(["b", "c"])
    assert one | other == {"a", "b", "c"}
    assert one - other == {"a"}
    assert (one | other) is (one | other)
    assert (one - other) is (one - other)
    assert (one | other | WordClass.of("d")) - one == {"c", "d"}


def test_other_sets_are_taken_too() -> None:
    assert WordClass.of(["a"]) | {"b"} == {"a", "b"}
    assert WordClass.of(["a"]) - {"a"} == frozenset()
