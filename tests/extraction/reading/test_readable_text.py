"""A text as it is read, and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire.extraction.reading.readable_text import make_readable

PIECES = st.sampled_from(
    ["é", "e\u0301", "q\u0303\u0323", "\u00ad", "\u200b", "\ufeff", "\u202f", "\r\n", "\n", "a", "😀", "بِ", " "]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=("Cs",)), max_size=20).map("".join)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("rescued 12 women", "rescued 12 women"),
        ("libe\u0301re\u0301s", "libérés"),
        ("res\u00adcued", "rescued"),
        ("1\u202f127 personnes", "1 127 personnes"),
        ("\ufeffPolice", "Police"),
        ("one\r\ntwo", "one\ntwo"),
        ("\u200falpha\u200b beta", "alpha beta"),
        ("👩\u200d👩", "👩\u200d👩"),
        ("\u00ad", ""),
    ],
)
def test_a_text_is_read_without_what_nobody_sees(text: str, read: str) -> None:
    assert make_readable(text).text == read


def test_a_composed_letter_leads_back_to_all_its_characters() -> None:
    readable = make_readable("libe\u0301re\u0301e\u0301 hier")
    assert readable.original(0, 7) == (0, 10)
    assert readable.original(8, 12) == (11, 15)


def test_invisible_characters_at_its_ends_are_no_part_of_a_range() -> None:
    assert make_readable("\u200bde\u00adux\u200b").original(0, 4) == (1, 6)


@given(text=TEXTS, data=st.data())
def test_every_range_leads_to_characters_that_are_read_as_it(text: str, data: st.DataObject) -> None:
    readable = make_readable(text)
    start = data.draw(st.integers(0, len(readable.text)))
    end = data.draw(st.integers(start, len(readable.text)))
    first, last = readable.original(start, end)
    assert 0 <= first <= last <= len(text)
    assert readable.text[start:end] in make_readable(text[first:last]).text


@given(text=TEXTS)
def test_what_is_readable_stays_as_it_is(text: str) -> None:
    once = make_readable(text).text
    assert make_readable(once).text == once or not unicodedata.is_normalized("NFC", once)
