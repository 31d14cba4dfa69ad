"""The component, its files and its limits."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.mentions.place_texts import place_pipeline, places_of
from rescuewire.extraction.mentions.gazetteer import load_gazetteer
from rescuewire.extraction.mentions.kinds import PLACES, PlaceKind, PlaceMention
from rescuewire.extraction.mentions.place_words import place_key, split_words
from rescuewire.extraction.mentions.places import find_places
from rescuewire.extraction.packs import language_pack
from rescuewire.extraction.packs.language_pack import PackError

PIECES = st.sampled_from(
    ["Niger", "Nige\u0301ria", "à ", "Paris", ", ", "Texas", " ", "U.S.", "İ", "🚨", "\n\n", "M. "]
)


def test_mentions_are_spans_with_their_meaning() -> None:
    doc = place_pipeline("en")("Police in Bavet freed 12 Thais.")

    assert [(span.text, span._.get(PLACES)) for span in doc.spans[PLACES]] == [
        ("Bavet", PlaceMention(codes=("KH",), kind=PlaceKind.PLACE)),
        ("Thais", PlaceMention(codes=("TH",), kind=PlaceKind.DEMONYM)),
    ]


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_an_empty_text_has_no_places(language: str) -> None:
    assert places_of(language, "") == []


@given(st.lists(PIECES, max_size=30).map("".join))
def test_offsets_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_places(text, load_gazetteer("fr"))

    assert all(0 <= place.start < place.end <= len(text) for place in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=200))
def test_words_keep_their_offsets(text: str) -> None:
    words = split_words(text)

    assert [place_key(words.surface(index)) for index in range(len(words))] == words.keys


@pytest.mark.parametrize("piece", ["Thai, ", "Paris (", "Niger State ", "A. B. ", "Port-au-Prince-"])
def test_long_repetitions_are_read_in_one_pass(piece: str) -> None:
    assert find_places(piece * 20_000, load_gazetteer("en"))[:1] == find_places(piece * 3, load_gazetteer("en"))[:1]


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(language_pack, "LANGUAGES", tmp_path)

    with pytest.raises(PackError, match="the language pack has no such file"):
        load_gazetteer("xx-missing")
