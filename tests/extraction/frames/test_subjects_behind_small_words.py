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

BEHIND_A_PARTICIPLE = [
    # a participle opens the sentence: its subject stands behind it
    (
        "es",
        "Liberados por el Gaula en Arauca un ganadero y su hijo, tras un mes de secuestro.",
        "Liberados",
        "un ganadero",
    ),
    ("es", "Rescatada por la Ertzaintza en Irún una joven georgiana encerrada por su jefe.", "Rescatada", "georgiana"),
    ("es", "Soltado por las FARC en el Meta un topógrafo secuestrado en mayo.", "Soltado", "un topógrafo"),
    ("fr", "Libéré par ses ravisseurs près de Kaduna un prêtre togolais.", "Libéré", "un prêtre togolais"),
    ("fr", "Délivrée jeudi par la police à Tema une couturière vendue par sa tante.", "Délivrée", "une couturière"),
    # officials come out too, behind a verb of leaving that needs no mark of the object
    (
        "es",
        "Ayer salieron de la embajada los últimos nueve diplomáticos secuestrados.",
        "salieron",
        "nueve diplomáticos",
    ),
    ("es", "El lunes salieron de la selva cuatro policías secuestrados en enero.", "salieron", "cuatro policías"),
    ("es", "El martes regresaron a Lima tres senadores que las FARC retenían.", "regresaron", "tres senadores"),
    # as what people are used is not who they are
    (
        "es",
        "Unas 40 etíopes que servían sin sueldo como criadas en Beirut volvieron el lunes.",
        "volvieron",
        "40 etíopes",
    ),
    ("es", "Seis jóvenes vendidas como esposas en Henan fueron rescatadas.", "rescatadas", "Seis jóvenes"),
    ("fr", "Neuf Malgaches exploitées sans salaire comme bonnes à Djedda sont rentrées.", "rentrées", "Neuf Malgaches"),
    ("fr", "Douze garçons employés comme bergers ont été libérés.", "libérés", "Douze garçons"),
    ("en", "Six women sold as brides in Henan were rescued.", "rescued", "Six women"),
    ("en", "At least 30 Kenyans kept unpaid as maids in Jeddah returned home.", "returned", "30 Kenyans"),
    # what brings them opens the sentence
    ("es", "Un avión con 31 mujeres que un bar encerraba y alquilaba como criadas aterrizó.", "aterrizó", "31 mujeres"),
    ("fr", "Un avion avec 31 femmes qu'un bar enfermait a atterri à Lomé.", "atterri", "31 femmes"),
    ("en", "A plane with 31 women who had been locked in a bar landed in Accra.", "landed", "31 women"),
]

DATED_LICENCES = [
    ("fr", "La police est parvenue dimanche à libérer seize étudiants enlevés."),
    ("fr", "L'armée a réussi dans la nuit de lundi à mardi à délivrer neuf otages."),
    ("en", "The navy managed on Tuesday to free nine hostages."),
    ("en", "Troops were able in March to rescue nine kidnapped pupils."),
    ("es", "El ejército logró el martes liberar a nueve rehenes."),
    ("es", "La policía consiguió el 3 de mayo rescatar a nueve secuestrados."),
]


@pytest.mark.parametrize(("code", "text", "trigger", "patient"), [*PATIENTS, *BEHIND_A_PARTICIPLE])
def test_the_patient_is_found_behind_small_words(code: str, text: str, trigger: str, patient: str) -> None:
    frame = frame_at(code, text, trigger)
    assert frame.patient is not None
    assert frame.patient.span.text.endswith(patient)


@pytest.mark.parametrize(("code", "text"), DATED_LICENCES)
def test_a_date_does_not_part_an_act_from_what_licenses_it(code: str, text: str) -> None:
    assert any(verdict.realis.value == "ACTUAL" for verdict in verdicts_in(code, text))
    assert len(events_in(code, text)) == 1
