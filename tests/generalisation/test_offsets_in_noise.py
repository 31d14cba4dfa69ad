"""Noise around and inside a passage: evidence stays an exact quotation, and the event stays the same."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generalisation.known_failures import untouched
from generalisation.marked_passages import LANGUAGES, Passage, read_passages
from generalisation.scored_slots import events_told, slots_of
from rescuewire_schemas.rescue_event import RescueEvent

NOISE = [
    "😀",
    "👩‍👩‍👧",
    "🇫🇷",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "مرحبا بالعالم",
    "שלום עולם",
    "\u200f",
    "\u202f",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\ufe0f",
    "e\u0301",
    "q\u0303\u0323",
    "\r\n",
    "\n",
    " ",
]
"""Emoji, astral letters, right-to-left text, invisible characters, combining characters, line ends."""
FEW = settings(max_examples=60, derandomize=True, deadline=None)


@cache
def passages() -> list[Passage]:
    """The passages that need no further harms, whose untouched text yields one event."""
    found = (passage for language in LANGUAGES for passage in read_passages(language))
    return [passage for passage in found if not passage.all_harms and not passage.telling and untouched(passage)]


def noise() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(NOISE), max_size=8).map("".join)


def the_event(passage: Passage, text: str) -> RescueEvent:
    """The one event of `text`, whose evidence quotes it to the letter."""
    events = events_told(passage, text)
    assert len(events) == 1, text
    for evidence in events[0].evidence:
        assert evidence.text == text[evidence.start : evidence.end]
    return events[0]


@FEW
@given(passage=st.deferred(lambda: st.sampled_from(passages())), before=noise(), behind=noise())
def test_noise_around_a_passage_moves_its_evidence_and_nothing_else(passage: Passage, before: str, behind: str) -> None:
    event = the_event(passage, f"{before}\n\n{passage.plain}\n\n{behind}")
    assert slots_of(event) == untouched(passage)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.id)
def test_a_passage_is_read_in_both_normal_forms(passage: Passage, form: str) -> None:
    event = the_event(passage, unicodedata.normalize(form, passage.plain))
    assert slots_of(event) == untouched(passage)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" ", "\u00a0"),
        (", ", ",\u202f"),
        ("'", "’"),
        (" ", " \u200b"),
        ("", "\ufeff"),
    ],
    ids=["no-break spaces", "narrow spaces", "curly apostrophes", "zero-width spaces", "byte order mark"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_characters_that_no_reader_sees_change_nothing(language: str, old: str, new: str) -> None:
    wrong = []
    for passage in passages():
        if passage.language == language:
            text = passage.plain.replace(old, new) if old else new + passage.plain
            told = [slots_of(event) for event in events_told(passage, text)]
            wrong += [passage.id] * (told != [untouched(passage)])
    assert wrong == []


def test_line_ends_of_two_characters_are_line_ends() -> None:
    for passage in passages():
        lines = f"{passage.plain}\n\n{passage.plain}\n".replace(". ", ".\n")
        told = events_told(passage, lines.replace("\n", "\r\n"))
        assert [slots_of(event) for event in told] == [slots_of(event) for event in events_told(passage, lines)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_soft_hyphens_inside_words_change_nothing(language: str) -> None:
    wrong = []
    for passage in passages():
        if passage.language == language:
            text = " ".join(_with_soft_hyphen(word) for word in passage.plain.split(" "))
            told = [slots_of(event) for event in events_told(passage, text)]
            wrong += [passage.id] * (told != [untouched(passage)])
    assert wrong == []


def _with_soft_hyphen(word: str) -> str:
    return f"{word[:4]}\u00ad{word[4:]}" if len(word) > 7 and word.isalpha() else word


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize("language", ["fr", "es"])
def test_figures_are_grouped_by_any_space(language: str, space: str) -> None:
    for passage in passages():
        mark = next((mark for mark in passage.marks if mark.kind == "count" and "plain" not in mark.how), None)
        if mark and passage.language == language:
            text = passage.filled(lambda one, _: f"4{space}321 " if one.kind == "count" else one.words).replace(
                "  ", " "
            )
            wanted = replace(untouched(passage), count=(4321, 4321, 4321, "EXACT"))
            assert slots_of(the_event(passage, text)) == wanted
