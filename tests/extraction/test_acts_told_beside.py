"""What stands beside an act and is not its own: other people's countries, other authorities; totals told behind it.

Read on Wednesday, 15 May 2024.
"""

from __future__ import annotations

import pytest
from telling import events_in

OTHERS_COUNTRIES = [
    ("fr", "Des commandos ont libéré un otage belge au Mali, mais en 2014 un Américain a été tué au Yémen.", "BE"),
    ("fr", "La police a libéré six otages ghanéens à Cotonou, mais trois Togolais restent introuvables.", "GH"),
    ("fr", "L'armée a délivré deux otages kényans près de Mombasa, mais un Italien est mort en Somalie.", "KE"),
    ("fr", "Quatre esclaves haïtiens ont été secourus à Santiago, tandis que deux Cubains sont recherchés.", "HT"),
    ("fr", "Neuf Népalaises ont été tirées d'un bordel de Delhi, mais deux Indiennes y sont restées.", "NP"),
    ("en", "Commandos freed a Dutch hostage in Mali on Monday, but in 2014 an American was killed in Yemen.", "NL"),
    ("en", "Police freed 12 Nepali women from a brothel in Delhi, but three Kenyans are still missing.", "NP"),
    ("en", "Troops rescued two kidnapped Chinese engineers in Kaduna, although a Korean was shot dead.", "CN"),
    ("en", "Six Filipino slaves were rescued in Riyadh, whereas two Indonesians were turned away.", "PH"),
    ("en", "Officers rescued five Bolivian slaves from a workshop in Brazil, but a Peruvian refused to leave.", "BO"),
    ("es", "Los comandos liberaron a un rehén holandés en Malí, pero en 2014 un estadounidense murió en Yemen.", "NL"),
    ("es", "La Policía rescató a diez esclavas paraguayas en Chile, pero dos peruanas siguen desaparecidas.", "PY"),
    ("es", "El Ejército liberó a tres rehenes colombianos en Arauca, aunque un italiano murió.", "CO"),
    ("es", "Ocho esclavos haitianos fueron liberados en Cuba, mientras que un dominicano escapó de la redada.", "HT"),
    ("es", "La Guardia rescató a dos rehenes hondureños, pero un guatemalteco sigue cautivo.", "HN"),
]

TOTALS = [
    ("fr", "Une vingtaine de captives ont été secourues à Lagos ; la police en a compté 22 au total.", 22),
    ("fr", "Plus de 60 esclaves ont été libérés au Brésil. Ils étaient 63 en tout.", 63),
    ("en", "More than 60 slaves were rescued from a shoe factory in Delhi; the group counts 61 in all.", 61),
    ("en", "About 80 hostages were freed by troops in Borno. There were 82 in total.", 82),
    ("es", "Más de 50 esclavos fueron rescatados en Brasil. Eran 53 en total.", 53),
    ("es", "Unos 200 rehenes fueron liberados por el Ejército en Nigeria; son 204 en total.", 204),
]

EARLIER = [
    (
        "fr",
        "La police ghanéenne a secouru 24 esclaves à Accra. Vingt autres avaient été secourus une semaine plus tôt.",
    ),
    ("fr", "L'armée malienne a libéré neuf otages. En janvier, 37 otages avaient été secourus près de Gao."),
    ("en", "Nigerian troops rescued 24 hostages in Zamfara. Twenty others had been rescued a week before."),
    ("en", "Indian police rescued nine slaves on Monday. In March, 30 slaves had been rescued in Goa."),
    ("es", "La Policía peruana rescató a 24 esclavas. Otras veinte habían sido rescatadas una semana antes."),
    ("es", "El Ejército colombiano rescató a seis rehenes. En marzo habían sido rescatados doce rehenes en Arauca."),
]


@pytest.mark.parametrize(("code", "text", "origin"), OTHERS_COUNTRIES)
def test_countries_behind_a_contrast_are_of_others(code: str, text: str, origin: str) -> None:
    assert events_in(code, text)[0].countries.origin == (origin,)


@pytest.mark.parametrize(("code", "text", "best"), TOTALS)
def test_a_total_told_behind_is_the_figure(code: str, text: str, best: int) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [best]


@pytest.mark.parametrize(("code", "text"), EARLIER)
def test_an_act_before_the_one_told_has_no_agent_of_it(code: str, text: str) -> None:
    first, second = events_in(code, text)
    assert first.countries.agent
    assert not second.countries.agent
