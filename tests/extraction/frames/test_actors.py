"""Whose authority acts: by the clause, never by a name that only stands near."""

from __future__ import annotations

import pytest
from telling import frame_at

STATES = [
    # the country is itself the subject
    ("en", "Thailand rescued 20 women from a brothel in Laos.", "rescued", ("TH",)),
    ("fr", "La Thaïlande a libéré 20 femmes d'une maison close au Laos.", "libéré", ("TH",)),
    ("fr", "Les Philippines ont de leur côté secouru 20 femmes au Laos.", "secouru", ("PH",)),
    ("es", "Perú rescató a 20 mujeres de un burdel en Chile.", "rescató", ("PE",)),
    # an adjective of the organ
    ("en", "Thai police rescued 20 women from a brothel.", "rescued", ("TH",)),
    ("fr", "La police thaïlandaise a libéré 20 femmes.", "libéré", ("TH",)),
    ("es", "La policía peruana rescató a 20 mujeres de un burdel.", "rescató", ("PE",)),
    # behind "by"
    ("en", "Twenty hostages were freed by the Nigerian army.", "freed", ("NG",)),
    ("fr", "Vingt otages ont été libérés par l'armée nigérienne.", "libérés", ("NE",)),
    ("es", "Veinte rehenes fueron liberados por el ejército colombiano.", "liberados", ("CO",)),
    # "of" and a country behind the organ
    ("fr", "La police du Niger a libéré 20 femmes.", "libéré", ("NE",)),
    # a name that tells its state
    ("en", "The FBI rescued 12 children from a trafficking ring.", "rescued", ("US",)),
    # the nearer organ acts, the other one speaks
    ("en", "A Kenyan official said that Ugandan police rescued 12 girls.", "rescued", ("UG",)),
    # whoever says that they did it themselves
    ("en", "The Nigerian army claims to have freed 30 hostages.", "freed", ("NG",)),
    ("en", "Nigerian police said they had freed 30 hostages.", "freed", ("NG",)),
    ("fr", "L'armée nigériane affirme avoir libéré 30 otages vendredi.", "libéré", ("NG",)),
    ("fr", "La police malienne a indiqué qu'elle avait libéré six otages.", "libéré", ("ML",)),
    ("fr", "Le Togo, accusé d'inaction, a rappelé qu'il avait secouru 263 enfants.", "secouru", ("TG",)),
    ("es", "El Gobierno indio afirma haber liberado a 300 trabajadores.", "liberado", ("IN",)),
    ("es", "El Ejército colombiano dijo que había liberado a dos rehenes.", "liberado", ("CO",)),
    # a capital that stands for its state
    ("en", "Hanoi rescued 40 women from a brothel in Laos.", "rescued", ("VN",)),
    ("fr", "Rabat a libéré 40 femmes séquestrées.", "libéré", ("MA",)),
    ("es", "Bogotá rescató a 40 mujeres de un burdel en Chile.", "rescató", ("CO",)),
    # no country told
    ("en", "Police rescued 12 girls.", "rescued", ()),
    ("en", "In Mali, soldiers freed nine hostages.", "freed", ()),
    # a country in another role is no subject
    ("en", "Troops in Mali freed nine hostages.", "freed", ()),
    ("fr", "Les gendarmes ont secouru six femmes retenues par leurs ravisseurs.", "secouru", ()),
    ("fr", "La police tunisienne a secouru 30 migrants séquestrés par des passeurs.", "secouru", ("TN",)),
    ("en", "Tunisian police rescued 30 people held by smugglers.", "rescued", ("TN",)),
    ("es", "La policía peruana rescató a 30 mujeres retenidas por la banda.", "rescató", ("PE",)),
]


@pytest.mark.parametrize(("code", "text", "verb", "codes"), STATES)
def test_state_acts(code: str, text: str, verb: str, codes: tuple[str, ...]) -> None:
    actor = frame_at(code, text, verb).actor
    assert (actor.is_state, actor.is_captor, actor.codes) == (True, False, codes)


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Boko Haram freed 21 girls on Thursday.", "freed"),
        ("en", "The kidnappers freed the two priests.", "freed"),
        ("en", "Police said the kidnappers had freed the two priests.", "freed"),
        ("en", "The two priests were freed by their captors.", "freed"),
        ("fr", "Les ravisseurs ont relâché neuf voyageurs.", "relâché"),
        ("fr", "Neuf voyageurs ont été relâchés par leurs ravisseurs.", "relâchés"),
        ("es", "Los secuestradores liberaron a nueve viajeros.", "liberaron"),
        ("es", "Nueve viajeros fueron liberados por sus captores.", "liberados"),
    ],
)
def test_captors_act_and_no_state_does(code: str, text: str, verb: str) -> None:
    actor = frame_at(code, text, verb).actor
    assert (actor.is_captor, actor.is_state, actor.codes) == (True, False, ())


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "The NGO rescued 12 girls from traffickers in Laos.", "rescued"),
        ("en", "The IOM rescued 40 Ethiopians from smugglers.", "rescued"),
        ("fr", "L'ONG a secouru douze filles au Laos.", "secouru"),
        ("es", "La ONG rescató a doce niñas en Laos.", "rescató"),
    ],
)
def test_body_of_no_state_has_no_country(code: str, text: str, verb: str) -> None:
    actor = frame_at(code, text, verb).actor
    assert (actor.told, actor.is_state, actor.codes) == (True, False, ())


@pytest.mark.parametrize(
    ("code", "text", "verb"),
    [
        ("en", "Twelve hostages were freed on Monday.", "freed"),
        ("fr", "Douze otages ont été libérés lundi.", "libérés"),
        ("es", "Doce rehenes fueron liberados el lunes.", "liberados"),
        ("en", "Twelve girls were freed; police later closed the road.", "freed"),
        ("en", "Women from Hanoi rescued 12 girls.", "rescued"),
        ("en", "Police said they had been freed on Monday.", "freed"),
    ],
)
def test_nobody_is_told(code: str, text: str, verb: str) -> None:
    assert not frame_at(code, text, verb).actor.told


@pytest.mark.parametrize(
    ("code", "text", "verb", "event_type"),
    [
        ("en", "Troops freed nine hostages.", "freed", "RESCUE"),
        ("en", "The rebels freed nine hostages.", "freed", "RELEASE"),
        ("en", "Nine hostages were freed on Monday.", "freed", "RELEASE"),
        ("fr", "L'armée a libéré neuf otages.", "libéré", "RESCUE"),
        ("fr", "Neuf otages ont été libérés lundi.", "libérés", "RELEASE"),
        ("es", "El ejército liberó a nueve rehenes.", "liberó", "RESCUE"),
        ("es", "Los captores liberaron a nueve rehenes.", "liberaron", "RELEASE"),
    ],
)
def test_who_acts_decides_between_rescue_and_release(code: str, text: str, verb: str, event_type: str) -> None:
    assert frame_at(code, text, verb).event_type.value == event_type
