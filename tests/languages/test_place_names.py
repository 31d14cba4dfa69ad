"""The commands that make the place data of a language."""

from __future__ import annotations

import pytest

from rescuewire.languages.building.everyday_words import everyday_words
from rescuewire.languages.building.place_names import country_names, split_name


def test_words_of_the_dictionary_are_everyday_words() -> None:
    assert everyday_words("fr", ["tours", "sens", "ouagadougou", "la paz"]) == ["sens", "tours"]


def test_english_words_are_everyday_words_everywhere() -> None:
    assert everyday_words("fr", ["mobile", "best", "bobigny"]) == ["best", "mobile"]


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_a_language_without_dictionary_has_the_english_words(language: str) -> None:
    assert everyday_words(language, ["reading", "hanoi"]) == ["reading"]


def test_words_are_compared_without_accents_too() -> None:
    assert everyday_words("en", ["bâth"]) == ["bath"]


@pytest.mark.parametrize("language", ["fr", "en", "es", "de", "pt", "it", "id", "vi", "ar", "zh"])
def test_every_country_has_a_name(language: str) -> None:
    names = country_names(language)

    assert {"MM", "KH", "TH", "NE", "CD", "XK"} <= {code for code, _ in names}
    assert all(name for _, name in names)


def test_a_note_in_brackets_is_no_name() -> None:
    assert split_name("Hongkong (R.A.S. chinoise de)") == ["Hongkong", "R.A.S. chinoise de"]
    assert split_name("Saint-Martin (partie française)") == ["Saint-Martin"]
    assert split_name("ميانمار (بورما)") == ["ميانمار", "بورما"]
