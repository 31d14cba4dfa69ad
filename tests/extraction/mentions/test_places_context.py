"""Names of several countries, names of people, and words that only look like places."""

from __future__ import annotations

import pytest

from extraction.mentions.place_texts import codes_of, places_of


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "L'État de Niger, au Nigeria : les élèves enlevés au Niger sont libres.", "NG NG NG"),
        ("fr", "L'État du Niger a accueilli les migrants à Agadez.", "NE NE"),
        ("fr", "Au Nigeria, le gouverneur de l'État du Niger a parlé.", "NG NG"),
        ("fr", "Le delta du Niger et la police nigériane", "NG NG"),
        ("fr", "des Nigériennes de Zinder et des Nigérianes du Niger", "NE NE NG NE"),
        ("en", "Troops freed pupils in Niger State, the Niger governor said.", "NG NG"),
        ("en", "In Niger, Niamey freed 12 people.", "NE NE"),
        ("en", "a Nigerien in Nigeria and a Nigerian in Niger", "NE NG NG NE"),
        ("en", "Niger Delta militants", "NG"),
        ("es", "el estado de Níger, en Nigeria, y la policía nigeriana", "NG NG NG"),
        ("fr", "Au Congo, l'armée de la RDC", "CD CD"),
        ("fr", "À Brazzaville, le Congo et la police congolaise", "CG CG CG"),
        ("en", "Congo-Brazzaville and Congolese police", "CG CG"),
        ("es", "La República Democrática del Congo y los congoleños", "CD CD"),
        ("fr", "La Guinée-Bissau, la Guinée équatoriale et la Papouasie-Nouvelle-Guinée", "GW GQ PG"),
        ("fr", "La Corée du Nord et les Coréens", "KP KP"),
        ("en", "South Korea freed two Koreans", "KR KR"),
        ("en", "Dominican Republic, Dominica, a Dominican", "DO DM DO"),
        ("es", "una dominicana en Dominicana", "DO DO"),
        ("en", "Police in Atlanta, Georgia, and in Tbilisi", "US US GE"),
        ("en", "Police in Tbilisi, Georgia, on Friday", "GE GE"),
        ("en", "Savannah, Ga. and Florida: the Georgia governor", "US US US US"),
        ("fr", "La Géorgie et l'Arménie", "GE AM"),
        ("fr", "La Géorgie, la Floride et le Texas", "US US US"),
        ("en", "Paris, Texas, and London, Ontario", "US US CA CA"),
        ("en", "Birmingham, Alabama; Manchester, New Hampshire", "US US US US"),
        ("en", "Paris, London and Rome", "FR GB IT"),
        ("es", "Valencia (Venezuela), y Valencia, España", "VE VE ES ES"),
        ("es", "En San José, Costa Rica, y en Santiago de Chile", "CR CR CL"),
        ("es", "Chile: en Santiago hallaron a tres", "CL CL"),
        ("en", "Tripoli and Misrata", "LY LY"),
        ("en", "Beirut, Sidon and Tripoli in Lebanon", "LB LB LB LB"),
        ("en", "New Mexico, Indiana and Washington State", "US US US"),
        ("en", "Laredo, Tex. Plano, TX", "US US US US"),
        ("en", "St. Petersburg, Florida, and St. Petersburg, Russia", "US US RU RU"),
        ("es", "En Córdoba, Argentina; en Granada, Nicaragua", "AR AR NI NI"),
        ("en", "Amritsar in Punjab, India", "IN IN IN"),
        ("en", "Lahore in Punjab, Pakistan", "PK PK PK"),
    ],
)
def test_ambiguous_names_are_settled_by_context(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "dans l'océan Indien, en mer de Chine méridionale, au golfe du Mexique et au golfe Persique"),
        ("fr", "les pays du Golfe, l'Asie du Sud-Est et les pays africains"),
        ("fr", "Selon Agence France-Presse, Le Parisien et Air France, la Banque de France se tait."),
        ("fr", "M. Paris et Mme London ont reçu Jordan Bardella et François Hollande."),
        ("fr", "Elle chine et vend des cochons d'Inde."),
        ("fr", "Les Sud-Américains et les Latino-Américaines"),
        ("fr", "Mme Virginie Lagos et M. Florence Kano se taisent."),
        ("fr", "« Je suis seul », a dit Maurice à Dominique."),
        ("fr", "La convention de Genève et le protocole de Palerme"),
        ("en", "in the South China Sea, the Indian Ocean, the Gulf of Mexico and the Persian Gulf"),
        ("en", "The Washington Post, China Daily and the Times of India wrote of Manchester United."),
        ("en", "The Bank of China and Air India told Voice of America nothing."),
        ("en", "Mr London, Dr. Paris and Paris Hilton saw Jordan Smith and Chad Wolf; Israel Adesanya won there."),
        ("en", "Gulf countries, Asia, Latin America and West Africa"),
        ("en", "We saw Jack London and J. Cork; two guinea pigs and a turkey ate Brazil nuts."),
        ("en", "Native Americans and Latin Americans"),
        ("en", "On 3 March we may go reading in a nice bath."),
        ("es", "en el océano Índico, el mar de China Meridional y el golfo de México"),
        ("es", "El presidente Navarro, Pedro Alemán y Laura Gallego hablaron con el señor Roma."),
        ("es", "la paz, la unión y una buena causa para los fines de la trata"),
        ("es", "según Real Madrid y el Washington Post"),
        ("es", "Mauricio y Guadalupe fueron a la Reunión."),
        ("es", "los países del Golfo, Asia y América Latina"),
    ],
)
def test_no_country_is_seen(language: str, text: str) -> None:
    assert places_of(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "la police a libéré 12 personnes en thaïlande, au nigeria et à myawaddy", "TH NG MM"),
        ("en", "police freed 12 filipinos in cambodia, myawaddy and the u.s.", "PH KH MM US"),
        ("en", "a chad of paper, a turkey and a jordan shoe were found in peru", "PE"),
        ("es", "la policia china rescato a una argentina en china y en argentina", "CN AR CN AR"),
        ("es", "la policia rescato a tres peruanas en chile, en españa y en sihanoukville", "PE CL ES KH"),
    ],
)
def test_text_without_capitals(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "PALERME (Italie), 12 mars - Trente victimes", "IT IT"),
        ("fr", "GUSAU (Nigeria) - Trente victimes", "NG NG"),
        ("en", "KUALA LUMPUR, Feb 20 (Reuters) - Malaysian police", "MY MY"),
        ("en", "MANILA - Officers freed 12.", "PH"),
        ("en", "THAI POLICE RESCUE US ALL IN KK PARK", "TH MM"),
        ("es", "BOGOTÁ (EFE). La policía", "CO"),
    ],
)
def test_datelines_and_capitals(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "They were held in Kalamazoo.", "US"),
        ("en", "Kalamazoo said so.", ""),
        ("en", "in the city of Kalamazoo", "US"),
        ("en", "Kalamazoo, Michigan", "US US"),
        ("en", "He told John Kalamazoo in person.", ""),
        ("fr", "Ils vivaient à Quimper et dans la ville de Narbonne.", "FR FR"),
        ("es", "Fueron hallados en Villahermosa, Tabasco.", "MX MX"),
    ],
)
def test_small_towns_need_a_hint(language: str, text: str, codes: str) -> None:
    assert " ".join(codes_of(language, text)) == codes


def test_the_longest_name_wins() -> None:
    found = places_of("fr", "La République démocratique du Congo et la Papouasie-Nouvelle-Guinée")

    assert [words for words, _, _ in found] == ["République démocratique du Congo", "Papouasie-Nouvelle-Guinée"]
