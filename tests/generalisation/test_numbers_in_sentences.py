"""Every number to 9,999, spelled and in all national formats, before a noun for people in a sentence."""

from __future__ import annotations

import pytest

from generalisation.figure_words import read_words, spell
from rescuewire.extraction.mentions.count_words import count_words
from rescuewire.extraction.mentions.counts import find_counts
from rescuewire.extraction.mentions.numbers import number_words, parse_digits
from rescuewire.extraction.mentions.text_pieces import split_text

SENTENCES = {
    "fr": {"m": "La police a libéré {} hommes.", "f": "La police a libéré {} femmes."},
    "en": {"m": "Police freed {} women."},
    "es": {"m": "La policía liberó a {} hombres.", "f": "La policía liberó a {} mujeres."},
}
YEARS = {str(year) for year in range(1900, 2060)}
"""Bare digits that are more often a year than a count."""
CASES = [(language, gender) for language, sentences in SENTENCES.items() for gender in sentences]


@pytest.mark.parametrize(("language", "gender"), CASES)
def test_every_spelled_number_counts_people(language: str, gender: str) -> None:
    wrong = []
    for number in range(2, 10_000):
        spelled = spell(language, number, gender)
        for form in {spelled, *(spelled.replace(old, new) for old, new in read_words(language)["respelled"].items())}:
            wrong += _wrong(language, SENTENCES[language][gender].format(form), number)
    assert wrong == []


@pytest.mark.parametrize("language", SENTENCES)
def test_every_number_in_digits_counts_people(language: str) -> None:
    wrong = []
    for number in (*range(2, 1000), *range(1000, 10_000, 7)):
        for text in _formats(language, number) - YEARS:
            wrong += _wrong(language, SENTENCES[language]["m"].format(text), number)
    assert wrong == []


@pytest.mark.parametrize("language", SENTENCES)
def test_digits_of_all_formats_are_read_back(language: str) -> None:
    words = number_words(language)
    for number in range(10_000):
        for text in _formats(language, number):
            read = parse_digits(split_text(text), 0, words)
            assert read is not None, text
            assert read.value == number, text


def _formats(language: str, number: int) -> set[str]:
    return {f"{number:,}".replace(",", mark) for mark in (*read_words(language)["grouping"], "\u2009", "'", "’", "")}


def _wrong(language: str, sentence: str, number: int) -> list[str]:
    told = [found.mention for found in find_counts(split_text(sentence), count_words(language))]
    return [] if [(m.best, m.min, m.max) for m in told] == [(number,) * 3] else [f"{sentence} {told}"]
