from __future__ import annotations

from rescuewire.extraction.patterns.anchors import Anchors, anchor
from rescuewire.extraction.patterns.token_patterns import Element, compile_pattern

COMMON = {"the": 0.05, "of": 0.03, "out": 0.01}


def commonness(element: Element) -> float:
    return sum(COMMON.get(word, 1e-6) for word in element.words) or 1e-3


def anchored(pattern: str) -> tuple[Element, Anchors]:
    elements = next(compile_pattern(pattern, {}, str.split))
    element, pattern_by_it = anchor(0, elements, commonness)
    return element, Anchors.of([pattern_by_it])


def tried(pattern: str, position: int, text: str) -> bool:
    tokens = text.split()
    return bool(anchored(pattern)[1].around(position, tokens, set(tokens)))


def test_a_pattern_is_looked_for_by_its_rarest_word() -> None:
    assert anchored("out of the mine")[0].words == {"mine"}


def test_the_word_beside_the_rarest_one_must_fit() -> None:
    assert tried("out of the mine", 3, "went into the mine")
    assert not tried("out of the mine", 1, "a mine the of out")


def test_behind_a_gap_the_rarest_other_word_must_be_somewhere() -> None:
    assert tried("mine … out", 1, "the mine let him out")
    assert not tried("mine … out", 1, "the mine let him in")
