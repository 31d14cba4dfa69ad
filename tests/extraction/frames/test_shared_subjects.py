"""Verbs that go on with the subject of one before them, in the same sentence."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at

BEHIND_OTHER_VERBS = [
    # a passive verb of its own, behind people that are no subject
    ("en", "Eight infants were traced to adoptive parents in Lagos and were brought back.", "brought", "Eight infants"),
    ("en", "The five miners had been beaten by two foremen and have been freed.", "freed", "The five miners"),
    ("en", "Six cooks met their relatives at the port and were brought home.", "brought", "Six cooks"),
    (
        "en",
        "A boy who had been held for 41 days swam across a canal when his captors slept, and was brought home.",
        "brought",
        "A boy",
    ),
    ("en", "Four maids, locked in by their employers, ran to a mosque and were rescued.", "rescued", "Four maids"),
    ("fr", "Huit bébés ont été retrouvés chez des parents adoptifs et ont été ramenés.", "ramenés", "Huit bébés"),
    ("fr", "Les cinq mineurs avaient été battus par deux patrons et ont été libérés.", "libérés", "Les cinq mineurs"),
    (
        "fr",
        "Trente Togolaises ont pu quitter le Liban dans un avion payé par des paroissiens, et sont rentrées à Lomé.",
        "rentrées",
        "Trente Togolaises",
    ),
    ("fr", "Six cuisiniers ont revu leurs proches au port et ont été rapatriés.", "rapatriés", "Six cuisiniers"),
    ("fr", "Neuf filles ont été vendues par leurs oncles et ont été secourues.", "secourues", "Neuf filles"),
    ("es", "Ocho bebés fueron hallados con padres adoptivos y han sido rescatados.", "rescatados", "Ocho bebés"),
    (
        "es",
        "Los cinco mineros fueron golpeados por dos capataces y fueron liberados.",
        "liberados",
        "Los cinco mineros",
    ),
    ("es", "Nueve niñas fueron vendidas por sus tíos y fueron rescatadas.", "rescatadas", "Nueve niñas"),
    ("es", "Seis cocineros vieron a sus parientes en el puerto y fueron repatriados.", "repatriados", "Seis cocineros"),
    (
        "es",
        "Cuatro criadas, encerradas por sus patronos, corrieron a una mezquita y escaparon.",
        "escaparon",
        "Cuatro criadas",
    ),
    # the auxiliary of the verb before
    ("en", "Nine girls were found by police in two flats and brought home by bus.", "brought", "Nine girls"),
    ("en", "Twelve sailors have been freed by pirates off Benin and flown to Manila.", "flown", "Twelve sailors"),
    (
        "fr",
        "Neuf filles ont été retrouvées par des agents dans deux hôtels et ramenées en car.",
        "ramenées",
        "Neuf filles",
    ),
    (
        "es",
        "Nueve niñas fueron halladas por agentes en dos pisos y devueltas a sus familias.",
        "devueltas",
        "Nueve niñas",
    ),
]


@pytest.mark.parametrize(("code", "text", "verb", "patient"), BEHIND_OTHER_VERBS)
def test_a_joined_verb_takes_the_subject_of_the_first(code: str, text: str, verb: str, patient: str) -> None:
    found = frame_at(code, text, verb).patient
    assert found is not None
    assert found.span.text == patient


@pytest.mark.parametrize(
    ("code", "text", "verb", "patient"),
    [
        ("en", "Officers arrested two men in the hut and freed nine girls.", "freed", "nine girls"),
        ("en", "The gang fled and nine girls were freed.", "freed", "nine girls"),
        ("fr", "Les agents ont arrêté deux hommes et neuf filles ont été libérées.", "libérées", "neuf filles"),
        ("es", "La banda huyó y nueve niñas fueron liberadas.", "liberadas", "nueve niñas"),
    ],
)
def test_a_joined_verb_with_people_of_its_own_keeps_them(code: str, text: str, verb: str, patient: str) -> None:
    found = frame_at(code, text, verb).patient
    assert found is not None
    assert found.span.text == patient


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Nine child soldiers were let go by their militia on Sunday and were handed to a charity."),
        ("fr", "Neuf enfants soldats ont été relâchés dimanche par leur milice et ont été confiés à une ONG."),
    ],
)
def test_what_befalls_people_after_their_release_does_not_make_it_a_rescue(code: str, text: str) -> None:
    assert [event.event_type.value for event in events_in(code, text)] == ["RELEASE"]
