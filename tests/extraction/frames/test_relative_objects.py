"""Objects of relative clauses are who comes out: "the 163 workers whom the police freed on Tuesday"."""

from __future__ import annotations

import pytest
from telling import frame_at

OF_RELATIVES = [
    ("en", "The 14 girls whom soldiers rescued on Monday had been kidnapped.", "rescued", "The 14 girls", 14),
    ("en", "Doctors treat nine hostages whom the army brought out of the forest.", "brought", "nine hostages", 9),
    ("en", "She is one of six women forced to beg who police freed in Turin.", "freed", "six women", 6),
    ("en", "The 30 slaves that the navy rescued from a trawler are Burmese.", "rescued", "The 30 slaves", 30),
    ("en", "The three maids, sold twice, whom agents released on Friday were ill.", "released", "The three maids", 3),
    ("fr", "Les 14 lycéennes que l'armée a secourues lundi dormaient.", "secourues", "Les 14 lycéennes", 14),
    ("fr", "On soigne neuf otages que les commandos ont sortis de la forêt.", "sortis", "neuf otages", 9),
    ("fr", "Voici les 30 esclaves que la marine et la douane ont délivrés.", "délivrés", "les 30 esclaves", 30),
    ("fr", "Ce sont 12 enfants réduits en servitude que la police a libérés.", "libérés", "12 enfants", 12),
    ("fr", "Dix-sept marins, que des pirates ont relâchés, sont à Douala.", "relâchés", "Dix-sept marins", 17),
    ("es", "Eran 163 obreros que la Policía y el Ministerio de Trabajo liberaron.", "liberaron", "163 obreros", 163),
    ("es", "Las 14 alumnas que el ejército rescató el lunes están bien.", "rescató", "Las 14 alumnas", 14),
    ("es", "Se asfixiaban 40 sirios, a los que liberaron el viernes.", "liberaron", "40 sirios", 40),
    ("es", "Era una de las seis niñas vendidas que los agentes liberaron.", "liberaron", "seis niñas", 6),
    ("es", "Son los 12 niños a quienes la policía rescató en Tarija.", "rescató", "los 12 niños", 12),
]

OF_OTHER_CLAUSES = [
    ("en", "The officers who raided the farm that gangs ran freed 12 men.", "freed", "12 men"),
    ("en", "Relatives of the 30 girls who said that soldiers rescued 12 boys wept.", "rescued", "12 boys"),
    ("fr", "Les gendarmes que le maire a loués ont libéré 12 otages.", "libéré", "12 otages"),
    ("es", "Los agentes que la alcaldesa elogió liberaron a 12 rehenes.", "liberaron", "12 rehenes"),
    ("es", "Dijo a los 30 familiares que la policía liberó a 12 rehenes.", "liberó", "12 rehenes"),
]


@pytest.mark.parametrize(("code", "text", "trigger", "patient", "count"), OF_RELATIVES)
def test_the_object_of_a_relative_clause_stands_before_it(
    code: str, text: str, trigger: str, patient: str, count: int
) -> None:
    frame = frame_at(code, text, trigger)
    assert frame.patient is not None
    assert frame.patient.span.text == patient
    assert frame.count is not None
    assert frame.count.best == count


@pytest.mark.parametrize(("code", "text", "trigger", "patient"), OF_OTHER_CLAUSES)
def test_an_object_behind_the_verb_is_kept(code: str, text: str, trigger: str, patient: str) -> None:
    frame = frame_at(code, text, trigger)
    assert frame.patient is not None
    assert frame.patient.span.text == patient
