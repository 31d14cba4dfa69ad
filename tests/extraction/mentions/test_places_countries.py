"""All countries by all their names, and the places of this field."""

from __future__ import annotations

import pycountry
import pytest

from extraction.mentions.place_texts import codes_of, places_of
from rescuewire.extraction.mentions.place_files import CountryWords, PlaceWords, WorldPlaces
from rescuewire.extraction.packs.language_pack import LANGUAGES, read_words

LANGUAGE_CODES = ("fr", "en", "es")
SENTENCES = {
    "fr": "Les victimes sont parties de {} lundi.",
    "en": "The victims had left {} on Monday.",
    "es": "Las víctimas salieron de {} el lunes.",
}
NAMES_OF_PEOPLE_TOO = {
    "fr": {"Dominique", "Maurice", "Salvador"},
    "en": set[str](),
    "es": {"Guadalupe", "Mauricio", "Reunión", "San Martín", "Santa Elena", "Granada"},
}
WITH_SIGNS = {"&", "("}


def cldr_names(language: str) -> list[tuple[str, str]]:
    lines = (LANGUAGES / language / "country_names.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [(code, name) for code, name in (line.split("\t") for line in lines)]
    return [(code, name) for code, name in pairs if name not in NAMES_OF_PEOPLE_TOO[language]]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_country_is_found_by_its_name(language: str) -> None:
    names = [pair for pair in cldr_names(language) if not WITH_SIGNS & set(pair[1])]

    missed = [pair for pair in names if pair[0] not in codes_of(language, SENTENCES[language].format(pair[1]))]

    assert missed == [("CG", "Congo")] * (language == "es")
    assert len(names) > 230


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_country_is_found_in_capitals(language: str) -> None:
    names = [pair for pair in cldr_names(language) if not WITH_SIGNS & set(pair[1]) and pair != ("CG", "Congo")]

    missed = [name for code, name in names if code not in codes_of(language, f"{name.upper()} : 12")]

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_alias_is_found(language: str) -> None:
    words = read_words(language, "countries", CountryWords)

    missed = [
        (code, name)
        for code, names in words.aliases.items()
        for name in names
        if name not in words.needs_article and code not in codes_of(language, SENTENCES[language].format(name))
    ]

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_code_of_the_packs_is_a_country(language: str) -> None:
    known = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    words = read_words(language, "countries", CountryWords)
    places = read_words(language, "places", PlaceWords)
    readings = {code for name in words.ambiguous.values() for code in name.readings}
    named = {code for codes in places.names for code in codes.split()}

    assert {*words.aliases, *words.acronyms, *named, *readings} <= known


def test_no_listed_place_lies_in_two_entries() -> None:
    names = [name for listed in read_words("world", "places", WorldPlaces).names.values() for name in set(listed)]

    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_places_of_this_field_are_found_in_all_languages(language: str) -> None:
    expected = {
        "Myawaddy": "MM", "KK Park": "MM", "Shwe Kokko": "MM", "Laukkaing": "MM", "Tachileik": "MM", "Rakhine": "MM",
        "Payathonzu": "MM", "Poipet": "KH", "Sihanoukville": "KH", "Bavet": "KH", "O Smach": "KH", "Bokeo": "LA",
        "Mae Sot": "TH", "Phop Phra": "TH", "Mindanao": "PH", "Bamban": "PH", "Parañaque": "PH", "Sambisa": "NG",
        "Zamfara": "NG", "Borno": "NG", "Kaduna": "NG", "Kebbi": "NG", "Kuriga": "NG", "Chibok": "NG", "Agadez": "NE",
        "Assamaka": "NE", "Kufra": "LY", "Beni Walid": "LY", "Sabratha": "LY", "Lampedusa": "IT", "Ceuta": "ES",
        "Melilla": "ES", "Sinaloa": "MX", "Tapachula": "MX", "Reynosa": "MX", "Cox's Bazar": "BD", "Sinjar": "IQ",
        "al-Hol": "SY", "Raqqa": "SY", "Ituri": "CD", "Cabo Delgado": "MZ", "Benjina": "ID", "Ambon": "ID",
        "Soubré": "CI", "Méagui": "CI", "Sinjar district": "IQ", "Golden Triangle": "LA+MM+TH",
    }  # fmt: skip

    found = {place: codes_of(language, SENTENCES[language].format(place)) for place in expected}

    assert found == {place: [code] for place, code in expected.items()}


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "en RDC, en Centrafrique et aux USA", ["CD", "CF", "US"]),
        ("fr", "en Birmanie, au Myanmar et aux Emirats", ["MM", "MM", "AE"]),
        ("fr", "en Grande-Bretagne, en Ecosse et en Irlande du Nord", ["GB", "GB", "GB"]),
        ("fr", "en Côte-d’Ivoire et en Cote d'Ivoire", ["CI", "CI"]),
        ("fr", "aux États-unis et en Corée du sud", ["US", "KR"]),
        ("fr", "à Moscou, au Caire, à Alger, à Djeddah et à Pékin", ["RU", "EG", "DZ", "SA", "CN"]),
        ("fr", "au Nigéria, à Hong Kong et à Macao", ["NG", "HK", "MO"]),
        ("en", "in The Hague, Hong Kong and Macau", ["NL", "HK", "MO"]),
        ("en", "the U.S. and the UK, the U.K. and the UAE", ["US", "GB", "GB", "AE"]),
        ("en", "in the Ivory Coast, Burma, Swaziland, Holland", ["CI", "MM", "SZ", "NL"]),
        ("en", "the Czech Republic, Northern Ireland and Wales", ["CZ", "GB", "GB"]),
        ("en", "Jeddah, Beijing, Algiers and Yangon", ["SA", "CN", "DZ", "MM"]),
        ("es", "EE. UU., EE.UU. y EEUU", ["US", "US", "US"]),
        ("es", "Moscú, Londres, Pekín, Yeda y Argel", ["RU", "GB", "CN", "SA", "DZ"]),
        ("es", "Costa de Marfil, Birmania y Emiratos Árabes", ["CI", "MM", "AE"]),
    ],
)  # fmt: skip
def test_names_that_no_library_lists(language: str, text: str, codes: list[str]) -> None:
    assert codes_of(language, text) == codes


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Elle vit en Re\u0301publique centrafricaine.", "Re\u0301publique centrafricaine"),
        ("fr", "Départ vers la Sierra\u00a0Leone 🚢.", "Sierra\u00a0Leone"),
        ("en", "🚨 They flew to Sri\nLanka.", "Sri\nLanka"),
        ("es", "Volvió a Perú\u202f: 3", "Perú"),
    ],
)
def test_offsets_survive_other_ways_of_writing(language: str, text: str, words: str) -> None:
    assert [found for found, _, _ in places_of(language, text)] == [words]
