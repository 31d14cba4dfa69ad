"""Forms told by the work itself: places and words of work, what people were made to do, parts that worked elsewhere."""

from __future__ import annotations

import pytest
from telling import events_in

LABOUR, CHILD, HOMES = ["FORCED_LABOUR"], ["CHILD_LABOUR"], ["DOMESTIC_SERVITUDE"]
SEX, BOTH = ["SEXUAL_EXPLOITATION"], ["FORCED_LABOUR", "SEXUAL_EXPLOITATION"]

PLACES_OF_WORK = [
    ("en", "Agents rescued 30 trafficked Mexicans from a ranch in Texas on Monday.", LABOUR),
    (
        "en",
        "Police freed nine trafficked Burmese on Friday. They had slept on a squid boat and never saw their wages.",
        LABOUR,
    ),
    ("en", "Police in Durban rescued twelve trafficked Malawians. They had picked grapes in two vineyards.", LABOUR),
    ("en", "Inspectors rescued 17 trafficked boys from restaurants in Dhaka, where they washed dishes.", CHILD),
    ("fr", "La police a délivré lundi neuf Marocains, victimes de traite, logés dans les serres d'Almería.", LABOUR),
    ("fr", "Les gendarmes ont secouru 34 Roumains victimes de traite. Le vignoble était celui d'un notable.", LABOUR),
    ("fr", "La marine a délivré onze Birmans, victimes de traite, d'un chalutier thaïlandais.", LABOUR),
    ("fr", "La police a secouru douze garçons victimes de traite dans des ateliers de Jaipur.", CHILD),
    ("es", "La policía liberó a nueve marroquíes, víctimas de trata, alojados en los invernaderos de Almería.", LABOUR),
    ("es", "La Guardia Civil rescató a 34 rumanos víctimas de trata. El viñedo era de un notable.", LABOUR),
    ("es", "La marina rescató a once birmanos, víctimas de trata, de un calamarero.", LABOUR),
    ("es", "La policía rescató a doce niños víctimas de trata en talleres de Jaipur.", CHILD),
]

IN_HOMES = [
    ("en", "Nine Ugandan women who had worked without pay in Omani homes were rescued by police on Monday.", HOMES),
    ("en", "Police rescued a Kenyan woman trafficked to Doha, made to look after five children day and night.", HOMES),
    (
        "fr",
        "Sept Ougandaises victimes de traite sont rentrées jeudi. Elles avaient cuisiné chez des particuliers.",
        HOMES,
    ),
    ("fr", "La police a secouru trois Malgaches victimes de traite qui faisaient les bonnes sans être payées.", HOMES),
    (
        "es",
        "La policía rescató a siete peruanas víctimas de trata que habían limpiado en casas particulares sin cobrar.",
        HOMES,
    ),
    ("es", "La policía rescató a dos bolivianas víctimas de trata, obligadas a cuidar a cinco niños.", HOMES),
]

MADE_TO = [
    ("en", "Police rescued nine Colombians from flats in Lisbon where a gang forced them to sell sex.", SEX),
    ("en", "Police rescued six trafficked Thai women who had to serve ten men a day.", SEX),
    ("fr", "La police a délivré six Nigérianes victimes de traite, mises sur le trottoir à Bamako.", SEX),
    ("es", "La policía rescató a seis nigerianas víctimas de trata, obligadas a acostarse con hombres.", SEX),
    (
        "es",
        "La policía liberó a cuatro vietnamitas encerrados para cuidar plantas de marihuana.",
        ["FORCED_CRIMINALITY"],
    ),
    ("es", "La policía liberó a 14 vietnamitas a quienes una banda obligaba a picar piedra.", LABOUR),
]

PARTS = [
    ("en", "Police in Spain identified 60 victims of trafficking, 40 of them in the sex trade and 20 on farms.", BOTH),
    ("en", "The ministry rescued 120 victims of trafficking, some from brothels and others from building sites.", BOTH),
    ("fr", "La police a identifié 60 victimes de traite, 40 dans la prostitution et 20 dans l'agriculture.", BOTH),
    ("es", "La policía identificó a 60 víctimas de trata, 40 en la prostitución y 20 en el campo.", BOTH),
    ("es", "El ministerio rescató a 120 víctimas de trata, unas en burdeles y otras en obras de construcción.", BOTH),
]

OTHER_WORK = [
    ("en", "Police rescued nine trafficked women from a brothel behind a farm near Almeria.", SEX),
    ("fr", "La police a secouru neuf femmes prostituées de force dans une ferme.", SEX),
    ("es", "La policía rescató a nueve mujeres prostituidas a la fuerza en una finca.", SEX),
    ("en", "Police rescued nine girls from traffickers at a bus station.", []),
]
"""Where a place of work is no more than a place, and where none is told."""


@pytest.mark.parametrize(("code", "text", "forms"), PLACES_OF_WORK + IN_HOMES + MADE_TO + PARTS + OTHER_WORK)
def test_forms(code: str, text: str, forms: list[str]) -> None:
    assert [form.value for form in events_in(code, text)[0].forms] == forms


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Trafficking victims freed in pea fields", "Police freed 34 Romanians on Tuesday from two houses."),
        ("fr", "Victimes de traite dans les vignes", "Les gendarmes ont délivré 34 Roumains mardi à Épernay."),
        ("es", "Víctimas de trata en los viñedos", "La Guardia Civil liberó el martes a 34 rumanos en dos casas."),
    ],
)
def test_the_title_tells_the_trade(code: str, title: str, text: str) -> None:
    assert [form.value for form in events_in(code, text, title)[0].forms] == LABOUR


BOTH_WORK = ["FORCED_LABOUR", "CHILD_LABOUR"]
MINORS_AMONG = [
    ("en", "Officials freed 41 bonded labourers, 15 of them children, from a brick kiln on Monday.", BOTH_WORK),
    ("en", "Police freed 60 people, including six boys, from forced labour in a mine on Monday.", BOTH_WORK),
    ("fr", "Près de 220 coupeurs de canne asservis, dont cinquante adolescents, ont été libérés lundi.", BOTH_WORK),
    ("fr", "La police a délivré 30 briquetiers soumis au travail forcé, parmi lesquels six enfants.", BOTH_WORK),
    ("es", "Inspectores liberaron a 86 peones sometidos a trabajo forzado, 23 de ellos menores.", BOTH_WORK),
    ("es", "La policía rescató a 30 jornaleros sometidos a trabajo forzado, entre ellos seis niños.", BOTH_WORK),
    ("en", "Police freed 41 people from forced labour on a farm on Monday. Children wept at the gate.", LABOUR),
]


@pytest.mark.parametrize(("code", "text", "forms"), MINORS_AMONG)
def test_minors_among_the_victims(code: str, text: str, forms: list[str]) -> None:
    """Told as a part of those at work, they are at work too."""
    assert sorted(form.value for form in events_in(code, text)[0].forms) == sorted(forms)
