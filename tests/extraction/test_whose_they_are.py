"""Compatriots of who speaks, parts of a whole, where people are now, whom a later sentence presents."""

from __future__ import annotations

import pytest
from telling import events_in

COMPATRIOTS = [
    # of the nation whose people the report tells of
    ("en", "Ten of our compatriots were freed by Libyan police from slavery. The Ghanaians are well.", ("GH",)),
    ("fr", "Dix de nos compatriotes ont été libérés par la police libyenne. Les Guinéens étaient esclaves.", ("GN",)),
    ("fr", "Neuf compatriotes ont été tirés du travail forcé par l'armée libyenne. Les Maliens vont bien.", ("ML",)),
    (
        "es",
        "Diez connacionales fueron liberados por la policía libia de la esclavitud. Los peruanos están bien.",
        ("PE",),
    ),
    (
        "es",
        "Nueve compatriotas fueron rescatados del trabajo forzado por la policía chilena. Los cubanos cenaron.",
        ("CU",),
    ),
    ("en", "MANILA - The 57 kababayans were rescued from a scam hub by the Myanmar military on Monday.", ("PH",)),
    ("en", "JAKARTA - Some 40 compatriots forced to work in a scam compound were freed by Cambodian police.", ("ID",)),
    (
        "en",
        "The Philippine embassy said 12 of our countrymen were freed by the Thai navy after months of forced labour.",
        ("PH",),
    ),
    ("fr", "COTONOU - Douze compatriotes forcés de mendier ont été secourus mardi par la police gabonaise.", ("BJ",)),
    (
        "fr",
        "Le consulat du Maroc confirme que la police italienne a libéré neuf compatriotes exploités à Foggia.",
        ("MA",),
    ),
    (
        "es",
        "QUITO - Once connacionales forzados a cultivar fueron rescatados el lunes por la policía chilena.",
        ("EC",),
    ),
    (
        "es",
        "La Embajada del Paraguay informa que la Guardia Civil liberó a siete compatriotas explotados en Torrevieja.",
        ("PY",),
    ),
    (
        "es",
        "SINGAPUR - El año pasado Indonesia sacó a 90 de sus nacionales de complejos de estafa de Camboya.",
        ("ID",),
    ),
    ("es", "La policía rescató el lunes a 12 nacionales chinos explotados en un taller de Lima.", ("CN",)),
    ("en", "Indonesia has rescued 50 of its citizens from scam compounds in Cambodia this year.", ("ID",)),
]
PRESENTED = [
    (
        "fr",
        "La police a identifié onze victimes de la traite en 2013. Il s'agit pour l'essentiel de jeunes Hongroises.",
        ("HU",),
    ),
    (
        "fr",
        "La police de Lyon a libéré mardi sept femmes prostituées de force. Il s'agit en majorité de Ghanéennes.",
        ("GH",),
    ),
    (
        "es",
        "Unos 110 menores haitianos llegan cada año para mendigar. En 2017 la policía recuperó a 67 de esos niños.",
        ("HT",),
    ),
    (
        "fr",
        "Des mineurs haïtiens sont amenés chaque année pour mendier. En 2017, la police a récupéré 67 de ces enfants.",
        ("HT",),
    ),
    (
        "en",
        (
            "Police in Skopje found 24 migrants hidden in a lorry on Wednesday. They come from Iraq. "
            "The driver, a Bulgarian citizen, was detained on suspicion of people smuggling."
        ),
        ("IQ",),
    ),
]
PARTS = [
    (
        "en",
        "Of the 412 victims of trafficking, all of them Nepali citizens, 265 were rescued by police in Bihar.",
        265,
        "NP",
    ),
    ("en", "Of 60 trafficked boys, most of them from Nepal, 25 were rescued by police in Delhi on Monday.", 25, "NP"),
    ("fr", "Sur les 412 victimes de traite, toutes népalaises, 265 ont été secourues par la police.", 265, "NP"),
    ("fr", "Des 90 victimes exploitées, toutes roumaines, 41 ont été libérées par la police dans l'Aude.", 41, "RO"),
    ("es", "De las 412 víctimas de trata, todas nepalíes, 265 fueron rescatadas por la policía.", 265, "NP"),
    ("es", "De los 90 explotados, todos rumanos, 41 fueron liberados por la policía en Lugo.", 41, "RO"),
]
ARE_NOW = [
    ("en", "A Belgian nurse kidnapped in Aden was freed on Monday and is now in Muscat.", "YE"),
    ("en", "Twelve Indians were freed from a scam centre in Myawaddy on Friday and are staying in Bangkok.", "MM"),
    ("fr", "Une infirmière belge enlevée à Aden a recouvré la liberté lundi et se trouve à Mascate.", "YE"),
    ("fr", "Dix Kényans ont été libérés de centres d'escroquerie en Birmanie et ils sont désormais à Bangkok.", "MM"),
    ("es", "Una enfermera española secuestrada en Adén fue liberada el lunes y se encuentra en Mascate.", "YE"),
    ("es", "Cuarenta kenianos fueron rescatados de centros de estafa de Birmania y ya están en Bangkok.", "MM"),
]


@pytest.mark.parametrize(("language", "text", "origin"), [*COMPATRIOTS, *PRESENTED])
def test_origin(language: str, text: str, origin: tuple[str, ...]) -> None:
    (event,) = events_in(language, text)
    assert event.countries.origin == origin


@pytest.mark.parametrize(("language", "text", "count", "origin"), PARTS)
def test_part_of_a_whole_is_who_comes_out(language: str, text: str, count: int, origin: str) -> None:
    (event,) = events_in(language, text)
    assert (event.victims.best, event.countries.origin) == (count, (origin,))


@pytest.mark.parametrize(("language", "text", "place"), ARE_NOW)
def test_where_people_are_now_is_no_place_of_the_act(language: str, text: str, place: str) -> None:
    (event,) = events_in(language, text)
    assert event.countries.place == (place,)
