"""Counts of people: the table of the guidelines, in three languages, and what counts nobody."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from rescuewire.extraction.mentions.count_words import count_words
from rescuewire.extraction.mentions.counts import FoundCount, find_counts
from rescuewire.extraction.mentions.kinds import COUNTS
from rescuewire.extraction.mentions.text_pieces import split_text

Told = tuple[str, int | None, int | None, int | None, str]


def told(code: str, text: str) -> list[Told]:
    """Text and meaning of each count that is told as a quantity."""
    pieces = split_text(text)
    found = find_counts(pieces, count_words(code))
    return [_told(text, pieces.starts[c.start], pieces.ends[c.end - 1], c) for c in found if c.label != "ARTICLE"]


def _told(text: str, start: int, end: int, count: FoundCount) -> Told:
    mention = count.mention
    return text[start:end], mention.best, mention.min, mention.max, mention.qualifier.value


def exact(text: str, number: int) -> Told:
    return text, number, number, number, "EXACT"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "109 Thaïlandais", exact("109", 109)),
        ("fr", "Quarante-sept passagers", exact("Quarante-sept", 47)),
        ("fr", "cinquante-huit (58) mineurs", exact("cinquante-huit (58)", 58)),
        ("fr", "58 (cinquante-huit) mineurs", exact("58 (cinquante-huit)", 58)),
        ("fr", "plus de mille de ses ressortissants", ("plus de mille", 1000, 1000, None, "MORE_THAN")),
        ("fr", "plus d’un millier de captifs", ("plus d’un millier", 1000, 1000, None, "MORE_THAN")),
        ("fr", "un peu plus de 60 captifs", ("un peu plus de 60", 60, 60, None, "MORE_THAN")),
        ("fr", "au moins 1 127 enfants", ("au moins 1 127", 1127, 1127, None, "AT_LEAST")),
        ("fr", "300 au moins", ("300 au moins", 300, 300, None, "AT_LEAST")),
        ("fr", "près de 8.000 captifs", ("près de 8.000", 8000, None, 8000, "NEARLY")),
        ("fr", "un peu moins de 8.000 captifs", ("un peu moins de 8.000", 8000, None, 8000, "NEARLY")),
        ("fr", "moins de 40 captifs", ("moins de 40", 40, None, 40, "AT_MOST")),
        ("fr", "jusqu'à 40 captifs", ("jusqu'à 40", 40, None, 40, "AT_MOST")),
        ("fr", "environ 350 captifs", ("environ 350", 350, None, None, "ABOUT")),
        ("fr", "une trentaine de jeunes", ("une trentaine", 30, None, None, "ABOUT")),
        ("fr", "deux douzaines de jeunes", ("deux douzaines", 24, None, None, "ABOUT")),
        ("fr", "un millier de jeunes", ("un millier", 1000, None, None, "ABOUT")),
        ("fr", "entre 30 et 40 jeunes", ("entre 30 et 40", None, 30, 40, "RANGE")),
        ("fr", "trois ou quatre jeunes", ("trois ou quatre", None, 3, 4, "RANGE")),
        ("fr", "des dizaines de jeunes", ("des dizaines", None, 20, None, "DOZENS")),
        ("fr", "plusieurs centaines de jeunes", ("plusieurs centaines", None, 200, None, "HUNDREDS")),
        ("fr", "D'autres milliers", ("D'autres milliers", None, 2000, None, "THOUSANDS")),
        ("fr", "des dizaines de milliers de jeunes", ("des dizaines de milliers", None, 20_000, None, "THOUSANDS")),
        ("fr", "plusieurs jeunes", ("plusieurs", None, None, None, "UNKNOWN")),
        ("fr", "trois familles", ("trois", None, None, None, "UNKNOWN")),
        ("fr", "1,5 million de travailleurs", exact("1,5 million", 1_500_000)),
        ("fr", "un couple d'Italiens", exact("un couple", 2)),
        ("fr", "les deux derniers otages", exact("deux", 2)),
        ("en", "over 500 people", ("over 500", 500, 500, None, "MORE_THAN")),
        ("en", "over a thousand possible victims", ("over a thousand", 1000, 1000, None, "MORE_THAN")),
        ("en", "no fewer than 90 women", ("no fewer than 90", 90, 90, None, "AT_LEAST")),
        ("en", "at least a dozen women", ("at least a dozen", 12, 12, None, "AT_LEAST")),
        ("en", "40 or more women", ("40 or more", 40, 40, None, "AT_LEAST")),
        ("en", "300+ women", ("300+", 300, 300, None, "AT_LEAST")),
        ("en", "almost 8,000 women", ("almost 8,000", 8000, None, 8000, "NEARLY")),
        ("en", "as many as 40 women", ("as many as 40", 40, None, 40, "AT_MOST")),
        ("en", "some 40 women", ("some 40", 40, None, None, "ABOUT")),
        ("en", "a dozen women", ("a dozen", 12, None, None, "ABOUT")),
        ("en", "half a dozen women", ("half a dozen", 6, None, None, "ABOUT")),
        ("en", "two dozen women", ("two dozen", 24, None, None, "ABOUT")),
        ("en", "a hundred and five women", exact("a hundred and five", 105)),
        ("en", "30 to 40 women", ("30 to 40", None, 30, 40, "RANGE")),
        ("en", "30–40 women", ("30–40", None, 30, 40, "RANGE")),
        ("en", "between 3 and 5 million people", ("between 3 and 5 million", None, 3_000_000, 5_000_000, "RANGE")),
        ("en", "scores of women", ("scores", None, 20, None, "DOZENS")),
        ("en", "several hundred women", ("several hundred", None, 200, None, "HUNDREDS")),
        ("en", "tens of thousands of women", ("tens of thousands", None, 20_000, None, "THOUSANDS")),
        ("en", "a group of women", ("a group", None, None, None, "UNKNOWN")),
        ("en", "a total of 1,048 victims", exact("1,048", 1048)),
        ("en", "one of the men", exact("one", 1)),
        ("en", "Four other Kenyans", exact("Four", 4)),
        ("en", "bring the eighteen home", exact("eighteen", 18)),
        ("en", "both girls", exact("both", 2)),
        ("en", "33 Indian farm labourers", exact("33", 33)),
        ("en", "2000 migrants", exact("2000", 2000)),
        ("es", "más de 300 migrantes", ("más de 300", 300, 300, None, "MORE_THAN")),
        ("es", "Al menos 24 hondureños", ("Al menos 24", 24, 24, None, "AT_LEAST")),
        ("es", "casi 600 migrantes", ("casi 600", 600, None, 600, "NEARLY")),
        ("es", "hasta 40 migrantes", ("hasta 40", 40, None, 40, "AT_MOST")),
        ("es", "cerca de 70 etíopes", ("cerca de 70", 70, None, None, "ABOUT")),
        ("es", "unas 40 mujeres", ("unas 40", 40, None, None, "ABOUT")),
        ("es", "medio centenar de mujeres", ("medio centenar", 50, None, None, "ABOUT")),
        ("es", "entre 30 y 40 mujeres", ("entre 30 y 40", None, 30, 40, "RANGE")),
        ("es", "varias decenas de bolivianas", ("varias decenas", None, 20, None, "DOZENS")),
        ("es", "cientos de menores", ("cientos", None, 200, None, "HUNDREDS")),
        ("es", "miles de menores", ("miles", None, 2000, None, "THOUSANDS")),
        ("es", "Sesenta y un filipinos", exact("Sesenta y un", 61)),
        ("es", "once familias", ("once", None, None, None, "UNKNOWN")),
        ("en", "They freed, at least, 60 women", ("at least, 60", 60, 60, None, "AT_LEAST")),
        ("en", "At the very least, 45 women", ("At the very least, 45", 45, 45, None, "AT_LEAST")),
        ("en", "They freed, at most, a dozen girls", ("at most, a dozen", 12, None, 12, "AT_MOST")),
        ("en", "They left (at least, 12 women)", ("at least, 12", 12, 12, None, "AT_LEAST")),
        ("fr", "Ils ont libéré, au bas mot, 30 jeunes", ("au bas mot, 30", 30, 30, None, "AT_LEAST")),
        ("fr", "Tout au plus, 30 jeunes", ("Tout au plus, 30", 30, None, 30, "AT_MOST")),
        ("es", "Rescató, al menos, a 60 mujeres", ("al menos, a 60", 60, 60, None, "AT_LEAST")),
        ("es", "Como mucho, veinte rehenes", ("Como mucho, veinte", 20, None, 20, "AT_MOST")),
        ("en", "They handed over 260 women", exact("260", 260)),
        ("en", "They turned over 19 girls", exact("19", 19)),
        ("en", "They kept over 260 women", ("over 260", 260, 260, None, "MORE_THAN")),
        ("en", "60-odd women", ("60-odd", 60, None, None, "ABOUT")),
        ("en", "40-plus women", ("40-plus", 40, 40, None, "AT_LEAST")),
        ("en", "a dozen-odd women", ("a dozen-odd", 12, None, None, "ABOUT")),
        ("en", "a third of the women", ("a third of", None, None, None, "UNKNOWN")),
        ("en", "all but two of the women", ("all but two", None, None, None, "UNKNOWN")),
        ("en", "a 12-member crew", exact("a 12-member", 12)),
        ("en", "the 300-strong group of women", exact("300-strong group", 300)),
        ("fr", "60 et quelques femmes", ("60 et quelques", 60, 60, None, "MORE_THAN")),
        ("es", "sesenta y tantas mujeres", ("sesenta y tantas", 60, 60, None, "MORE_THAN")),
        ("en", "He survived at least, 12 girls said", exact("12", 12)),
    ],
)
def test_one_count(code: str, text: str, expected: Told) -> None:
    assert told(code, text) == [expected]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "âgés de 6 à 17 ans"),
        ("fr", "un homme de 61 ans"),
        ("fr", "depuis douze jours"),
        ("fr", "dans 44 pays"),
        ("fr", "deux fois"),
        ("fr", "80 millions de nairas"),
        ("fr", "entre 3 et 5 millions de francs CFA"),
        ("fr", "12 % des cas"),
        ("fr", "un enfant sur deux"),
        ("fr", "la trente-deuxième session"),
        ("fr", "article 225-4 du code pénal"),
        ("fr", "en 2014"),
        ("fr", "le 3 juin"),
        ("fr", "à 14h30"),
        ("fr", "jusqu'à seize heures par jour"),
        ("fr", "l'A4"),
        ("fr", "une quinzaine de plantations"),
        ("fr", "tél. 01 23 45 67 89"),
        ("fr", "à huit heures"),
        ("fr", "aucun otage"),
        ("fr", "remis à neuf"),
        ("en", "aged 5 to 16"),
        ("en", "ages 15 to 17"),
        ("en", "a 9-year-old girl"),
        ("en", "seven months"),
        ("en", "after 53 days"),
        ("en", "nearly three times"),
        ("en", "one in three"),
        ("en", "fewer than one in ten"),
        ("en", "two thirds"),
        ("en", "$5 million"),
        ("en", "5 percent"),
        ("en", "223 Battalion"),
        ("en", "K-9"),
        ("en", "the 31st"),
        ("en", "Julius Sang, 34, said"),
        ("en", "two bangle-making units"),
        ("en", "two fishing boats"),
        ("en", "a two-bedroom house"),
        ("en", "15 and 11 years"),
        ("en", "Section 370"),
        ("en", "on June 3"),
        ("en", "a body temperature of 106 degrees"),
        ("en", "one of the largest"),
        ("en", "no one"),
        ("es", "de 15 a 17 años"),
        ("es", "ocho de cada diez"),
        ("es", "90,5 por ciento"),
        ("es", "a las 5 de la tarde"),
        ("es", "entre otras"),
        ("es", "el kilómetro 108"),
        ("es", "dos veces"),
        ("es", "4 grados"),
        ("es", "el 3 de mayo"),
        ("es", "14 países"),
        ("es", "120.000 dólares"),
    ],
)
def test_no_count(code: str, text: str) -> None:
    assert told(code, text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "une adolescente"),
        ("fr", "un pêcheur"),
        ("en", "an Iraqi woman"),
        ("en", "a 15-year-old boy"),
        ("es", "una mujer"),
    ],
)
def test_an_article_counts_one_and_is_marked(code: str, text: str) -> None:
    found = find_counts(split_text(text), count_words(code))
    assert [(count.label, count.mention.best) for count in found] == [("ARTICLE", 1)]


def test_an_article_before_a_thing_counts_nobody() -> None:
    assert find_counts(split_text("dans une usine"), count_words("fr")) == []


def test_counts_of_one_sentence() -> None:
    text = "Les 47 otages, parmi lesquels 19 femmes et six nourrissons"
    assert [count[1] for count in told("fr", text)] == [47, 19, 6]


def test_a_count_behind_a_month_that_takes_no_day() -> None:
    assert [count[1] for count in told("en", "In May 24 women were freed")] == [24]


def test_partitive_counts_the_part_and_the_whole() -> None:
    assert [count[1] for count in told("en", "Forty-six of the 75 pupils")] == [46, 75]


@pytest.mark.parametrize("text", ["1,1," * 20_000, "9" * 50_000, "million " * 20_000, "other " * 20_000, "5 " * 20_000])
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    assert told("en", text + ". Then 12 women left.")[-1] == exact("12", 12)


def test_two_numbers_do_not_meet_across_a_line_break() -> None:
    assert [count[0] for count in told("fr", "vingt\ntrois otages")] == ["vingt", "trois"]


def component(code: str, text: str) -> Doc:
    nlp = spacy.blank(code)
    nlp.add_pipe("rescuewire_dates", config={"pack": code})
    nlp.add_pipe("rescuewire_counts", config={"pack": code})
    return nlp(text)


def test_component_writes_spans_with_their_meaning() -> None:
    doc = component("en", "Police freed more than 5,200 people.")
    assert [(span.text, span._.rescuewire_counts.min) for span in doc.spans[COUNTS]] == [("more than 5,200", 5200)]


def test_component_leaves_out_the_numbers_of_dates() -> None:
    doc = component("fr", "Du 3 au 9 juin, 23 victimes ont été identifiées.")
    assert [span.text for span in doc.spans[COUNTS]] == ["23"]
