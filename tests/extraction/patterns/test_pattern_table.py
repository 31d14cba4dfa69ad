"""Finding many patterns at once: what is found does not depend on the word that it is looked for by."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire.extraction.packs.commonness import WordShares
from rescuewire.extraction.patterns.pattern_table import Match, PatternTable, longest_of
from rescuewire.extraction.patterns.token_patterns import GAP, compile_pattern

VERBS = {"free": {"infinitive": frozenset({"free"}), "past": frozenset({"freed"})}}
PATTERNS = ("set free", "free", "set … free … last", "(set|let) (him)? … free", "fr* at last", "let … (go at|go) last")
WORDS = ("set", "let", "him", "free", "freed", "at", "last", "go", ";", "x")

ANYTHING = rf"(?:[^; ]+ ){{0,{GAP}}}?"
EXPRESSIONS = {
    "set free": "set free ",
    "free": "free ",
    "fr* at last": r"fr\S* at last ",
    "(set|let) … free": f"(?:set|let) {ANYTHING}free ",
    "set … free … last": f"set {ANYTHING}free {ANYTHING}last ",
}
"""Patterns, and what finds the same at the beginning of a word in tokens with a blank behind each."""


def _table(*patterns: str, common: tuple[str, ...] = ()) -> PatternTable[str]:
    compiled = ((elements, p) for p in patterns for elements in compile_pattern(p, VERBS, str.split))
    return PatternTable(compiled, WordShares(dict.fromkeys(common, 0.05)))


@given(tokens=st.lists(st.sampled_from(WORDS), max_size=3 * GAP), common=st.sets(st.sampled_from(WORDS)))
def test_commonness_changes_nothing_that_is_found(tokens: list[str], common: set[str]) -> None:
    assert _table(*PATTERNS, common=tuple(sorted(common))).find(tokens) == _table(*PATTERNS).find(tokens)


@given(tokens=st.lists(st.sampled_from(WORDS), max_size=3 * GAP))
def test_what_is_found_is_what_a_regular_expression_finds(tokens: list[str]) -> None:
    text = "".join(f"{token} " for token in tokens)
    starts = [sum(len(token) + 1 for token in tokens[:index]) for index in range(len(tokens))]
    expected = {
        (index, index + len(match[0].split()), pattern)
        for pattern, expression in EXPRESSIONS.items()
        for index, start in enumerate(starts)
        if (match := re.compile(expression).match(text, start))
    }
    assert {(m.start, m.end, m.value) for m in _table(*EXPRESSIONS).find(tokens)} == expected


@pytest.mark.parametrize("common", [("set",), ("free",), ("last",), ("set", "free")])
@pytest.mark.parametrize("gap", [0, GAP])
def test_pattern_is_found_by_any_of_its_words(common: tuple[str, ...], gap: int) -> None:
    tokens = ["x", "set", *["x"] * gap, "free", *["x"] * gap, "last"]
    assert _table("set … free … last", common=common).find(tokens) == [Match(1, len(tokens), "set … free … last")]


def test_find_returns_every_match_in_order_of_start() -> None:
    found = _table("set free", "free", "{free}").find(["set", "free"])
    assert [(m.start, m.end, m.value) for m in found] == [(0, 2, "set free"), (1, 2, "free"), (1, 2, "{free}")]


def test_the_longest_leave_no_overlap() -> None:
    found = longest_of(_table("set", "set free", "free at last", "last").find(["set", "free", "at", "last"]))
    assert [(m.start, m.end) for m in found] == [(0, 2), (3, 4)]
