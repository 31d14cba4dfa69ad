"""Subjects that names, object pronouns, dates and inverted speakers hide, and bare plurals that an adjective leads."""

from __future__ import annotations

import pytest
from telling import events_in, frame_at, verdicts_in

PATIENTS = [
    # a name, what is told of it, then its verb
    ("fr", "La petite Mariana, 5 ans, enlevée devant son école le 22 juillet, a été libérée.", "libérée", "Mariana"),
    ("fr", "Adoum, enlevé en mars à Moundou, a été libéré vendredi.", "libéré", "Adoum"),
    ("en", "Young Samira, sold to a herder at nine, was freed on Sunday.", "freed", "Samira"),
    ("es", "Yolanda, vendida a los nueve años, fue liberada el domingo.", "liberada", "Yolanda"),
    # an object pronoun of another verb before an inverted subject
    ("es", "De Omán, donde las tenían sin paga, escaparon 38 empleadas.", "escaparon", "38 empleadas"),
    ("es", "Del taller en que los encerraban huyeron el lunes nueve jóvenes.", "huyeron", "nueve jóvenes"),
    ("fr", "Du hangar où on les enfermait se sont enfuis neuf garçons.", "enfuis", "neuf garçons"),
    # who says so stands behind
    (
        "es",
        "Los piratas liberaron a sus ocho tripulantes, comunicó el viernes la naviera.",
        "liberaron",
        "ocho tripulantes",
    ),
    ("fr", "Les pirates ont libéré les huit marins, a annoncé vendredi l'armateur.", "libéré", "les huit marins"),
    ("en", "The pirates released the eight sailors, said the shipowner on Friday.", "released", "the eight sailors"),
    # bare plurals behind an adjective
    ("en", "Detectives, in an operation in Tema, rescued young men and women from a house.", "rescued", "men"),
    ("en", "Officers in Cebu freed trafficked teenagers from a bar.", "freed", "trafficked teenagers"),
    # what they say, without a word that opens it
    ("en", "Two girls who say they were sold in Lagos were rescued by police.", "rescued", "Two girls"),
    ("en", "Nine maids, who claim they had not been paid for years, were freed.", "freed", "Nine maids"),
    ("en", "Twelve boys who told officers they had been beaten were released.", "released", "Twelve boys"),
    ("en", "Five men held for ransom, and who say they were told it was a drill, were freed.", "freed", "Five men"),
    ("en", "The officers who said they had raided the kiln freed 12 men.", "freed", "12 men"),
    # a total and its part
    ("en", "A total of 14, including four minors, were rescued in Medan.", "rescued", "14"),
]

DATED_LICENCES = [
    ("fr", "La police est parvenue dimanche à libérer seize étudiants enlevés."),
    ("fr", "L'armée a réussi dans la nuit de lundi à mardi à délivrer neuf otages."),
    ("en", "The navy managed on Tuesday to free nine hostages."),
    ("en", "Troops were able in March to rescue nine kidnapped pupils."),
    ("es", "El ejército logró el martes liberar a nueve rehenes."),
    ("es", "La policía consiguió el 3 de mayo rescatar a nueve secuestrados."),
]


@pytest.mark.parametrize(("code", "text", "trigger", "patient"), PATIENTS)
def test_the_patient_is_found_behind_small_words(code: str, text: str, trigger: str, patient: str) -> None:
    frame = frame_at(code, text, trigger)
    assert frame.patient is not None
    assert frame.patient.span.text.endswith(patient)


@pytest.mark.parametrize(("code", "text"), DATED_LICENCES)
def test_a_date_does_not_part_an_act_from_what_licenses_it(code: str, text: str) -> None:
    assert any(verdict.realis.value == "ACTUAL" for verdict in verdicts_in(code, text))
    assert len(events_in(code, text)) == 1
