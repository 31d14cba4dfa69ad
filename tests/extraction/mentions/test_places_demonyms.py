"""Peoples and adjectives in all inflections, and which of them stand for people."""

from __future__ import annotations

import pytest

from extraction.mentions.place_texts import codes_of, places_of

FORMS = {
    "fr": {
        "TH": "Thaïlandais Thaïlandaise Thaïlandaises thaïlandais thaïlandaises Thaï",
        "CI": "Ivoirien Ivoiriens Ivoirienne ivoiriennes",
        "MG": "Malgache Malgaches malgaches",
        "BF": "Burkinabè burkinabè Burkinabés Burkinabée",
        "SL": "Sierra-Léonais Sierra-Léonaises sierra-léonaise",
        "KR": "Sud-Coréen Sud-Coréennes sud-coréens",
        "KP": "Nord-Coréens nord-coréenne",
        "CF": "Centrafricain Centrafricaines centrafricains",
        "NE": "Nigérien Nigériens Nigérienne nigériennes",
        "NG": "Nigérian Nigérians Nigériane nigérianes",
        "PH": "Philippin philippine philippins",
        "TR": "Turc Turcs Turque turques",
        "GR": "Grec grecques",
        "ET": "Éthiopien Ethiopienne éthiopiennes",
        "BD": "Bangladais Bangladeshi bangladeshis Bengladais",
        "VN": "Vietnamien Vietnamiennes",
        "MM": "Birman Birmane birmans Rohingya Rohingyas",
        "IQ": "Irakien irakiennes Yézidi Yézidies Yazidies",
        "CV": "Cap-Verdien Capverdiennes",
        "GQ": "Équato-Guinéen équato-guinéenne",
        "SS": "Sud-Soudanais sud-soudanaises",
        "LK": "Sri-Lankais Srilankaise",
        "UZ": "Ouzbek Ouzbèkes",
        "ES": "Espagnol Espagnoles catalane",
        "DE": "Allemand Allemandes bavaroise",
        "US": "Américain Américaines américains étatsunien",
        "CR": "Costaricien costaricaine",
        "NZ": "Néo-Zélandais néo-zélandaises",
    },
    "en": {
        "TH": "Thai Thais",
        "PH": "Filipino Filipinos Filipina Filipinas",
        "GB": "British Briton Britons Scot Scots Welsh Englishman Englishwomen Scottish",
        "PL": "Pole Poles Polish",
        "SE": "Swede Swedes Swedish",
        "DK": "Dane Danes Danish",
        "ES": "Spaniard Spaniards Spanish Catalan",
        "TR": "Turk Turks Turkish",
        "FI": "Finn Finns Finnish",
        "NL": "Dutch Dutchman Dutchwoman Dutchmen",
        "FR": "Frenchman Frenchmen Frenchwoman French",
        "IE": "Irishman Irish",
        "VN": "Vietnamese",
        "NE": "Nigerien Nigeriens",
        "NG": "Nigerian Nigerians",
        "IN": "Indian Indians Bihari Odia",
        "MM": "Burmese Rohingya Rohingyas",
        "IQ": "Iraqi Iraqis Yazidi Yazidis Yezidis",
        "SL": "Sierra-Leonean Sierra-Leoneans",
        "LK": "Sri-Lankan Sri-Lankans",
        "SV": "Salvadoran Salvadorans Salvadorean",
        "KP": "North-Korean North-Koreans",
        "US": "American Americans Texan",
        "IT": "Italian Italians Sicilian",
        "CI": "Ivorian Ivorians Ivoirian",
        "BD": "Bangladeshi Bangladeshis",
    },
    "es": {
        "CO": "colombiano colombiana colombianos colombianas",
        "TH": "tailandés tailandesa tailandeses tailandesas",
        "NG": "nigeriano nigerianas",
        "NE": "nigerino nigerinas",
        "MA": "marroquí marroquíes marroquís",
        "DE": "alemán alemana alemanes alemanas",
        "CR": "costarricense costarricenses",
        "VN": "vietnamita vietnamitas",
        "BR": "brasileño brasileñas",
        "NI": "nicaragüense nicaragüenses nicaraguense",
        "BE": "belga belgas",
        "DO": "dominicano dominicanas",
        "US": "estadounidense estadounidenses",
        "KR": "surcoreano surcoreanas",
        "ES": "español españolas andaluces",
        "IL": "israelí israelíes",
        "FR": "francés francesa franceses",
        "IQ": "iraquí iraquíes yazidíes",
        "SN": "senegalés senegalesas",
        "HT": "haitiano haitianas",
    },
}
SENTENCES = {"fr": "Il y avait deux {}.", "en": "There were two {}.", "es": "Había dos {}."}
CASES = [
    (language, code, form)
    for language, table in FORMS.items()
    for code, forms in table.items()
    for form in forms.split()
]


@pytest.mark.parametrize(("language", "code", "form"), CASES)
def test_inflected_forms(language: str, code: str, form: str) -> None:
    assert codes_of(language, SENTENCES[language].format(form.replace("-", " ") if language == "en" else form)) == [
        code
    ]


@pytest.mark.parametrize(
    ("language", "text", "people", "adjectives"),
    [
        ("fr", "109 Thaïlandais et dix Sierra-Léonaises", "Thaïlandais Sierra-Léonaises", ""),
        ("fr", "des ressortissants chinois, vietnamiens et thaïlandais", "", "chinois vietnamiens thaïlandais"),
        ("fr", "la police thaïlandaise et l'armée nigériane", "", "thaïlandaise nigériane"),
        ("fr", "Elle a libéré 12 philippins et trois kényanes.", "philippins kényanes", ""),
        ("fr", "la police thaïlandaise a libéré 12 philippins et une kényane", "philippins kényane", "thaïlandaise"),
        ("fr", "LA POLICE THAÏLANDAISE LIBÈRE 12 PHILIPPINS", "PHILIPPINS", "THAÏLANDAISE"),
        ("en", "Some 15 Chinese were held.", "Chinese", ""),
        ("en", "The Vietnamese were freed.", "Vietnamese", ""),
        ("en", "Chinese police freed 15 Chinese nationals.", "", "Chinese Chinese"),
        ("en", "They freed 15 Chinese, Thai and Lao workers.", "", "Chinese Thai Lao"),
        ("en", "A Filipino who fled met a Filipino domestic worker.", "Filipino", "Filipino"),
        ("en", "Two Burkinabe and a Rohingya were held by Philippine police.", "Burkinabe Rohingya", "Philippine"),
        ("en", "20 Indians, three Swiss and a Briton", "Indians Swiss Briton", ""),
        ("en", "an Indian-born man and two US-based firms", "", "Indian"),
        ("en", "Three Dutch, two of them minors, were found.", "Dutch", ""),
        ("en", "Police held two Indian brothers.", "", "Indian"),
        ("es", "33 colombianos fueron rescatados", "colombianos", ""),
        ("es", "ciudadanos colombianos y venezolanos", "", "colombianos venezolanos"),
        ("es", "dos peruanas y tres bolivianas", "peruanas bolivianas", ""),
        ("es", "un grupo de venezolanos y cubanos", "venezolanos cubanos", ""),
        ("es", "la policía china y una china", "china", "china"),
        ("es", "La policía china y una china", "china", "china"),
        ("es", "Nigerianas rescatadas en Madrid", "Nigerianas", ""),
        ("es", "las autoridades tailandesas hallaron a los camboyanos", "camboyanos", "tailandesas"),
    ],
)
def test_people_and_adjectives_are_told_apart(language: str, text: str, people: str, adjectives: str) -> None:
    found = places_of(language, text)

    assert " ".join(words for words, _, kind in found if kind == "DEMONYM") == people
    assert " ".join(words for words, codes, kind in found if kind == "ADJECTIVE") == adjectives


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il parle français et écrit en espagnol."),
        ("en", "He spoke in Spanish. She speaks Thai."),
        ("es", "Habla español; lo escribió en inglés."),
    ],
)
def test_languages_are_no_countries(language: str, text: str) -> None:
    assert places_of(language, text) == []
