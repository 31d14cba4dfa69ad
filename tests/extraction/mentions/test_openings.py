from __future__ import annotations

import pytest

from rescuewire.extraction.mentions.openings import Openings, opened_by, openings_of
from rescuewire.extraction.mentions.text_pieces import Phrases, phrase_set, split_text

TIMES = phrase_set(["the past year", "the night", "now", "mid-May"])


def begins(openings: Openings, text: str) -> bool:
    return openings.begin(split_text(text), 0)


@pytest.mark.parametrize(
    "text", ["the past year", "the night", "now", "now it", "mid May", "mid-May", "the-night", "the past-year"]
)
def test_three_pieces_of_a_phrase_may_begin_it(text: str) -> None:
    assert begins(openings_of(TIMES), text)


@pytest.mark.parametrize("text", ["the", "the man", "the past", "the past man", "past", "mid", "mid June"])
def test_where_three_pieces_begin_no_phrase_none_begins(text: str) -> None:
    assert not begins(openings_of(TIMES), text)


def test_an_opener_needs_what_it_opens() -> None:
    openings = opened_by(["a", "half a"], Phrases.of([("dozen", 12)]))
    assert [text for text in ("a dozen", "a man", "half a dozen", "half a man", "dozen") if begins(openings, text)] == [
        "a dozen",
        "half a dozen",
    ]


def test_behind_an_opener_that_is_a_phrase_its_longer_phrases_go_on() -> None:
    openings = opened_by(["twenty", "twenty and one"], phrase_set(["days"]))
    assert [text for text in ("twenty days", "twenty and one", "twenty men", "twenty 5") if begins(openings, text)] == [
        "twenty days",
        "twenty and one",
    ]


def test_digits_are_told_apart_from_words() -> None:
    openings = opened_by(["past"], phrase_set(["days"]), before_digits=True)
    assert [text for text in ("past days", "past 5", "past 12", "past it") if begins(openings, text)] == [
        "past days",
        "past 5",
        "past 12",
    ]


def test_in_a_union_anything_may_follow_what_is_a_phrase_in_one_of_both() -> None:
    united = openings_of(phrase_set(["the past"])) | openings_of(phrase_set(["the", "in May"]))
    assert [text for text in ("the man", "in May", "in June") if begins(united, text)] == ["the man", "in May"]
