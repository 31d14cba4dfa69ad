"""Places that are part of another name: organisations, people, languages, things called after a country."""

from __future__ import annotations

import pytest

from extraction.mentions.place_texts import codes_of, places_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ils ne parlent pas français."),
        ("fr", "Elle ne parlait ni anglais ni thaï et parle couramment le chinois."),
        ("fr", "Des victimes qui apprenaient l'anglais, en langue birmane"),
        ("en", "They spoke no Thai and little English."),
        ("en", "She speaks fluent Arabic and some Russian, and learned Khmer."),
        ("en", "English-speaking men, Thai speakers and a Burmese interpreter"),
        ("es", "No hablan español ni inglés; aprendió a hablar tailandés."),
        ("es", "Hablaba poco chino."),
    ],
)
def test_a_language_is_no_country(language: str, text: str) -> None:
    assert places_of(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "He spoke to Thai police.", "TH"),
        ("en", "She spoke with 12 Chinese in Lagos.", "CN NG"),
        ("fr", "Elle a parlé aux policiers chinois.", "CN"),
        ("fr", "La police parle : des Chinois sont libres.", "CN"),
        ("es", "Habló con la policía china.", "CN"),
    ],
)
def test_people_spoken_to_are_no_language(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "BBC Scotland, CNN Philippines and Al Jazeera English asked the Bank of Japan and the Kyiv Post."),
        ("en", "Mount Sinai Hospital, Radio France Internationale, Human Rights Watch and Malaysian Airlines"),
        ("en", "in the Gulf of Thailand, on the Congo river, the Niger River and the Strait of Malacca"),
        ("en", "Turkish baths, French fries, the Spanish flu, Chinese New Year, Panama hats and the Uruguay Round"),
        ("en", "Latin America, South East Asia, North Africa, West Africa and the Middle East"),
        ("en", "They ate turkey off the china with a polish."),
        ("fr", "Radio France Internationale, la Banque de Thaïlande et BBC Afrique ont écrit."),
        ("fr", "le Nouvel An chinois, la grippe espagnole, des bains turcs et les Panama Papers"),
        ("fr", "le fleuve Niger, la mer de Chine, l'Afrique du Nord et la rive ouest du Nil"),
        ("es", "el Banco de México, el Año Nuevo chino, la gripe española y un baño turco"),
        ("es", "el río Congo, el golfo de Tailandia y la Ronda de Doha"),
    ],
)
def test_what_is_only_called_after_a_country(language: str, text: str) -> None:
    assert places_of(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "a Swiss bank in New England, New Delhi and New Caledonia", "CH US IN NC"),
        ("en", "The bank of the river in Thailand, the radio, and Japan", "TH JP"),
        ("en", "the West Bank, but not the west bank", "PS"),
        ("fr", "une banque suisse en Nouvelle-Angleterre et en Nouvelle-Calédonie", "CH US NC"),
        ("es", "un banco suizo en Nueva Delhi", "CH IN"),
        ("en", "on the island of Flores; Flores, Indonesia; Flores, Guatemala", "ID ID ID GT GT"),
        ("fr", "sur l'île de Flores", "ID"),
        ("es", "en la isla de Flores habló la señora Flores", "ID"),
        ("en", "an Odia, two Biharis, four Texans, a Catalan and a Scot", "IN IN US ES GB"),
        ("en", "Lahore freed a Punjabi. Pakistan", "PK PK PK"),
    ],
)
def test_what_is_a_country_all_the_same(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "Chad Smith Freed After 12 Days", ""),
        ("en", "Jordan Lee Freed In Thailand", "TH"),
        ("en", "Paris Jackson Leaves London", "GB"),
        ("en", "Maria French Rescued In Laos", "LA"),
        ("en", "Kevin English saw it.", ""),
        ("en", "Jordan Frees 12 Women", "JO"),
        ("en", "Paris Police Free 12 Women", "FR"),
        ("en", "The French President met the Irish Government. When German police came", "FR IE DE"),
        ("es", "Ayer viajó Laura Villanueva Madrid con Juan Pérez Toledo.", ""),
        ("es", "Según dijo María Guadalupe Córdova Jalisco, volvieron a casa.", ""),
        ("es", "El periodista Luis Hernández Navarro viajó a Madrid.", "ES"),
        ("es", "Ayer Laura Villanueva salió de Madrid hacia Toledo.", "ES ES"),
    ],
)
def test_people_with_the_names_of_places(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("US POLICE FREE 12 WOMEN\n\nThey are safe.", "US"),
        ("POLICE OF THE US FREE 12\n\nThey are safe.", "US"),
        ("HELP US, SAY VICTIMS\n\nThey are safe.", ""),
        ("They wrote THEY TOLD US SO on it.", ""),
        ("THE U.S. ARMY FREES 12\n\nThey are safe.", "US"),
        ("The U.S. and the US army", "US US"),
        ("UK POLICE AND UAE POLICE FREE 12\n\nThey are safe.", "GB AE"),
    ],
)
def test_acronyms_among_capitals(text: str, codes: str) -> None:
    assert " ".join(codes_of("en", text)) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "They were freed in Reading, England, and near Bath.", "GB GB GB"),
        ("en", "the town of Mobile, Alabama", "US US"),
        ("en", "Reading is fun. Mobile phones, bath and split", ""),
        ("en", "They left the state. Most of them", ""),
        ("en", "Women Freed Near Bath Reading Aloud", ""),
        ("fr", "Deux victimes à Tours et dans la ville de Sens", "FR FR"),
        ("fr", "Tours et sens de la visite", ""),
        ("es", "en la provincia de Salta, en la localidad de Resistencia, Chaco", "AR AR AR"),
        ("es", "en la colonia Estrella de Oro. Salta el pez.", ""),
    ],
)
def test_towns_called_like_everyday_words_need_a_hint(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        # a quarter that is called after a place, in a town of another country
        ("en", "They were held in a flat in Florida North, Johannesburg.", "ZA"),
        ("en", "The girls were kept in Bali Nyonga, Cameroon.", "CM"),
        ("fr", "Elles étaient retenues à Bali Nyonga, Cameroun.", "CM"),
        ("es", "Los tenían en Florida Park, Johannesburgo.", "ZA"),
        # streets, estates and hamlets
        ("en", "The women were held in Jamaica Street, Liverpool.", "GB"),
        ("en", "They were found on Jordan Avenue, Lagos.", "NG"),
        ("en", "A brothel on Peru Road was raided.", ""),
        ("en", "The boys lived on China Lane, Leeds.", "GB"),
        ("fr", "Elles étaient retenues rue du Brésil, à Lomé.", "TG"),
        ("fr", "Un bordel de la place d'Italie a fermé.", ""),
        ("fr", "Ils vivaient avenue de Tunis, à Sfax.", "TN"),
        ("fr", "Une cave du boulevard de Grenoble, à Nice.", "FR"),
        ("es", "Los tenían en la sindicatura de Colombia, en Sinaloa.", "MX"),
        ("es", "Una casa de la colonia Argentina, en Tegucigalpa.", "HN"),
        ("es", "Fueron hallados en el ejido Perú, en Tamaulipas.", "MX"),
        ("es", "Vivían en la avenida Bolivia, en Lima.", "PE"),
        ("es", "Un local de la calle Venezuela, en Quito.", "EC"),
        # towns on both sides of a border and of one name, by what else is told
        ("en", "In Nicaragua, a truck was stopped in Peñas Blancas.", "NI NI"),
        ("es", "La policía de Costa Rica los halló en Peñas Blancas.", "CR CR"),
        ("es", "La Paz: doce niños rescatados en Beni, en el oriente de Bolivia.", "BO BO BO"),
        ("en", "They swam to Malakal, the main port of Palau.", "PW PW"),
        ("en", "The three girls were found in Hull.", "GB"),
        ("en", "The three girls were found in Hull, Canada.", "CA CA"),
    ],
)
def test_what_is_called_after_a_place_lies_where_the_text_says(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes
