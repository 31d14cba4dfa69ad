"""Whose citizens are brought home, and by whom, where a report has just told it of others."""

from __future__ import annotations

import pytest
from telling import events_in

TOO = [
    (
        "en",
        (
            "Thirty-one Ugandan women exploited in Oman were flown home on Thursday. Since "
            "January 120 maids have been "
            "repatriated from the Gulf, the ministry says."
        ),
        "UG",
    ),
    (
        "en",
        (
            "Eight Ghanaian girls enslaved in Lebanon were brought home on Friday. Another "
            "40 maids were repatriated in "
            "March."
        ),
        "GH",
    ),
    (
        "en",
        (
            "Forty trafficked Nepalis were flown home from Malaysia. Last year, 300 workers "
            "were repatriated from the "
            "Gulf."
        ),
        "NP",
    ),
    (
        "en",
        (
            "Nine Fijian seamen held in bondage off Taiwan returned home on Monday. In April, 11 deckhands were "
            "repatriated."
        ),
        "FJ",
    ),
    (
        "en",
        (
            "Six enslaved Kenyan maids were flown home from Riyadh on Sunday. Some 200 "
            "women have been repatriated since "
            "2022."
        ),
        "KE",
    ),
    (
        "fr",
        (
            "Trente Malgaches exploitées en Arabie saoudite ont été ramenées au pays jeudi. "
            "Depuis janvier, quelque 120 "
            "travailleuses ont été rapatriées du Golfe."
        ),
        "MG",
    ),
    (
        "fr",
        (
            "Huit Béninoises victimes de traite ont été rapatriées du Koweït. En mars, "
            "quarante domestiques avaient été "
            "rapatriées."
        ),
        "BJ",
    ),
    (
        "fr",
        (
            "Neuf Ivoiriens réduits en esclavage en Tunisie ont été rapatriés lundi. L'an "
            "dernier, 300 migrants ont été "
            "rapatriés."
        ),
        "CI",
    ),
    (
        "fr",
        (
            "Quarante Togolaises exploitées à Beyrouth ont été rapatriées. Plus de 200 "
            "femmes ont été rapatriées depuis "
            "2022."
        ),
        "TG",
    ),
    (
        "fr",
        "Six Comoriens exploités à Oman ont été rapatriés dimanche. Douze ouvriers avaient été rapatriés en avril.",
        "KM",
    ),
    (
        "es",
        (
            "Treinta colombianas explotadas en China fueron repatriadas el jueves. Desde "
            "enero, unas 120 trabajadoras han "
            "sido repatriadas."
        ),
        "CO",
    ),
    (
        "es",
        "Ocho paraguayas víctimas de trata fueron repatriadas de España. En marzo fueron repatriadas 40 empleadas.",
        "PY",
    ),
    (
        "es",
        (
            "Nueve bolivianos esclavizados en Brasil fueron repatriados el lunes. El año "
            "pasado fueron repatriados 300 "
            "obreros."
        ),
        "BO",
    ),
    (
        "es",
        (
            "Cuarenta peruanas explotadas en Chile fueron repatriadas. Más de 200 mujeres han sido repatriadas desde "
            "2022."
        ),
        "PE",
    ),
    (
        "es",
        (
            "Seis hondureños esclavizados en México fueron repatriados el domingo. Doce "
            "jornaleros fueron repatriados en "
            "abril."
        ),
        "HN",
    ),
]

COMPATRIOTS = [
    (
        "en",
        (
            "KAMPALA - Twenty Ugandans enslaved in Myanmar came home. The ministry paid for "
            "the flight. In March, 12 of their "
            "compatriots were brought back from Laos."
        ),
        "UG",
    ),
    (
        "fr",
        (
            "KAMPALA - Vingt Ougandais réduits en esclavage au Myanmar ont été rapatriés. "
            "Le ministère a payé le vol. En mars, "
            "douze de leurs compatriotes ont été rapatriés du Laos."
        ),
        "UG",
    ),
    (
        "es",
        (
            "KAMPALA - Veinte ugandeses esclavizados en Myanmar fueron repatriados. El "
            "ministerio pagó el vuelo. En marzo, doce de "
            "sus compatriotas fueron repatriados de Laos."
        ),
        "UG",
    ),
]


@pytest.mark.parametrize(("code", "text", "home"), TOO)
def test_those_brought_home_too_are_of_the_same_country(code: str, text: str, home: str) -> None:
    """Where nothing tells another one, and never of the country that they are brought home from."""
    assert [(e.countries.origin, e.countries.return_to) for e in events_in(code, text)] == [((home,), (home,))] * 2


@pytest.mark.parametrize(("code", "text", "home"), COMPATRIOTS)
def test_compatriots_are_brought_home_by_their_own_state(code: str, text: str, home: str) -> None:
    """Where a sentence beside tells of its organs and nobody else acts."""
    assert events_in(code, text)[-1].countries.agent == (home,)
