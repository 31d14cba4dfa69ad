"""Forms that one expression tells, forms of neighbouring acts, times before the time told; read on 15 May 2024."""

from __future__ import annotations

import pytest
from telling import events_in

LIKE_SLAVES = [
    ("en", "Inspectors rescued 14 workers from conditions analogous to slavery on a coffee farm on Monday."),
    ("en", "Labour inspectors freed 30 men found in work akin to slavery on a soy estate last week."),
    ("en", "Police rescued 22 labourers who worked like slaves in a brick kiln."),
    ("en", "Forty charcoal burners were freed from slave labour in Pará on Friday."),
    ("fr", "L'inspection a libéré lundi 14 ouvriers soumis à un travail analogue à l'esclavage."),
    ("fr", "La police a secouru 30 manœuvres qui travaillaient comme des esclaves dans une briqueterie."),
    ("es", "Los inspectores rescataron el lunes a 14 peones que trabajaban en condiciones análogas a la esclavitud."),
    ("es", "La policía liberó a 22 jornaleros sometidos a trabajo esclavo en una hacienda de Pará."),
    ("es", "Fueron rescatados 30 obreros que trabajaban como esclavos en un taller."),
]


@pytest.mark.parametrize(("code", "text"), LIKE_SLAVES)
def test_work_akin_to_slavery_is_forced_labour_and_slavery(code: str, text: str) -> None:
    told = [{form.value for form in event.forms} for event in events_in(code, text)]
    assert told == [{"FORCED_LABOUR", "SLAVERY"}]


TWO_ACTS = [
    (
        "en",
        (
            "On 8 March police rescued 40 bonded labourers from a kiln in Gaya. "
            "The previous week, 12 women had been rescued from a brothel in Mirzapur."
        ),
    ),
    (
        "fr",
        (
            "Le 8 mars, la police a libéré 40 ouvriers asservis dans une briqueterie. "
            "La semaine précédente, 12 femmes prostituées de force avaient été libérées d'un bar."
        ),
    ),
    (
        "es",
        (
            "El 8 de marzo la policía rescató a 40 jornaleros sometidos a trabajo forzado en Puno. "
            "La semana anterior, 12 mujeres habían sido rescatadas de un prostíbulo de Cusco."
        ),
    ),
]


@pytest.mark.parametrize(("code", "text"), TWO_ACTS)
def test_each_of_two_acts_has_its_own_forms_and_time(code: str, text: str) -> None:
    told = [([form.value for form in event.forms], event.time.edtf) for event in events_in(code, text)]
    assert told == [(["FORCED_LABOUR"], "2024-03-08"), (["SEXUAL_EXPLOITATION"], "2024-02-26/2024-03-03")]


DECADES = [
    ("en", "The group has freed more than 250 people from slavery over the past two decades.", "2004/2024"),
    ("en", "In the past decade police have rescued 900 trafficking victims.", "2014/2024"),
    ("fr", "L'association a affranchi plus de 250 esclaves au cours des deux dernières décennies.", "2004/2024"),
    ("es", "En las últimas dos décadas, la asociación ha liberado a más de 250 esclavos.", "2004/2024"),
    ("es", "En la última década la policía ha rescatado a 900 víctimas de trata.", "2014/2024"),
]


@pytest.mark.parametrize(("code", "text", "time"), DECADES)
def test_decades_are_told_in_years(code: str, text: str, time: str) -> None:
    assert [(event.time.edtf, event.scope.value) for event in events_in(code, text)] == [(time, "AGGREGATE")]


OFFICES = [
    (
        "en",
        "Police freed nine trafficked women, who were taken in by the Office for Victims of Crime.",
    ),
    ("en", "Police rescued nine trafficked women on Monday, the Trafficking Victims Unit said."),
    ("fr", "La police a secouru lundi neuf femmes prostituées de force, confiées au Bureau d'Aide aux Victimes."),
    (
        "es",
        "Fueron rescatadas nueve mujeres explotadas, canalizadas a la Subprocuraduría de Atención de Víctimas.",
    ),
    ("es", "La policía rescató a nueve mujeres explotadas, que atiende la Unidad para las Víctimas."),
]


@pytest.mark.parametrize(("code", "text"), OFFICES)
def test_victims_in_the_name_of_an_office_are_nobody(code: str, text: str) -> None:
    assert [event.victims.best for event in events_in(code, text)] == [9]


NOBODY_COMES_OUT = [
    ("en", "Weeping parents identified the girls captured by Boko Haram in a video."),
    ("en", "Relatives have identified five of the hostages in a film sent by the kidnappers."),
    ("fr", "Les parents ont identifié trois des lycéennes enlevées sur une vidéo des ravisseurs."),
    ("es", "Los familiares han identificado a tres de los secuestrados en un video de los captores."),
    ("fr", "Les douze femmes détenues dans un camp ont été remises aux autorités judiciaires mardi."),
]


@pytest.mark.parametrize(("code", "text"), NOBODY_COMES_OUT)
def test_relatives_identify_and_courts_receive_nobody_who_came_out(code: str, text: str) -> None:
    assert not events_in(code, text)
