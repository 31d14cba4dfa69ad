"""Numbers in words and digits, in every national form."""

from __future__ import annotations

import pytest
from unicode_rbnf import FormatPurpose, RbnfEngine

from rescuewire.extraction.mentions.numbers import number_words, parse_digits, parse_spelled
from rescuewire.extraction.mentions.text_pieces import split_text

LARGE = (10_000, 19_999, 123_456, 1_000_000, 2_000_005, 1_234_567, 1_000_000_000)


@pytest.mark.parametrize(
    ("code", "locale"), [("fr", "fr"), ("fr", "fr_BE"), ("fr", "fr_CH"), ("en", "en"), ("es", "es")]
)
def test_every_spelled_number_is_read_back(code: str, locale: str) -> None:
    engine, words, wrong = RbnfEngine.for_language(locale), number_words(code), []
    for number in (*range(1, 10_000), *LARGE):
        for spelled in set(engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset.values()):
            pieces = split_text(spelled)
            read = parse_spelled(pieces, 0, words)
            if read is None or (read.value, read.end) != (number, len(pieces)):
                wrong.append((spelled, read))
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "trente et un", 31),
        ("fr", "trente-et-un", 31),
        ("fr", "Deux cent trente-trois", 233),
        ("fr", "soixante et onze", 71),
        ("fr", "septante-trois", 73),
        ("fr", "huitante-quatre", 84),
        ("fr", "octante", 80),
        ("en", "two hundred and six", 206),
        ("en", "Twenty-Three", 23),
        ("en", "twelve hundred", 1200),
        ("en", "one lakh", 100_000),
        ("es", "treinta y una", 31),
        ("es", "quinientas veintiuna", 521),
        ("es", "mil doscientos", 1200),
        ("es", "dos mil millones", 2_000_000_000),
        ("es", "veintidos", 22),
    ],
)
def test_spelled_forms(code: str, text: str, value: int) -> None:
    pieces = split_text(text)
    read = parse_spelled(pieces, 0, number_words(code), joiners=frozenset({"and"}))
    assert read is not None
    assert (read.value, read.end) == (value, len(pieces))


def test_a_number_word_that_cannot_continue_begins_another_number() -> None:
    read = parse_spelled(split_text("trois vingt"), 0, number_words("fr"))
    assert read is not None
    assert (read.value, read.end) == (3, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 127", 1127),
        ("1\u00a0127", 1127),
        ("1\u202f127", 1127),
        ("1.374", 1374),
        ("61.000", 61_000),
        ("5,200", 5200),
        ("1'500", 1500),
        ("1.234.567", 1_234_567),
        ("1,00,000", 100_000),
        ("1,5 million", 1_500_000),
        ("2.3 million", 2_300_000),
        ("80 millions", 80_000_000),
        ("19", 19),
    ],
)
def test_digits_in_national_formats(text: str, value: int) -> None:
    words = number_words("fr")
    read = parse_digits(split_text(text), 0, words)
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "text", ["12/05/2023", "2023-05-12", "14:30", "01 23 45 67 89", "4,5", "12.05.2023", "007", "77 123 45 67"]
)
def test_digits_that_are_no_whole_number(text: str) -> None:
    assert parse_digits(split_text(text), 0, number_words("fr")) is None
