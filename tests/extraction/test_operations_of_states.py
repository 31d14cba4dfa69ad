"""Operations of several states, troops sent abroad, and states that only help."""

from __future__ import annotations

import pytest
from telling import events_in

JOINT = [
    ("en", "A joint operation by Thailand and Laos freed 20 women from a brothel in Vientiane.", {"LA", "TH"}, {"LA"}),
    ("en", "In a raid led by Malaysia, 15 people held in a scam compound in Johor were freed.", {"MY"}, {"MY"}),
    (
        "fr",
        "Une opération conjointe de la France et de l'Espagne a permis de libérer douze femmes prostituées à Nîmes.",
        {"ES", "FR"},
        {"FR"},
    ),
    (
        "es",
        "Un operativo conjunto de Paraguay y Brasil permitió rescatar a veinte obreros encerrados en Foz do Iguaçu.",
        {"BR", "PY"},
        {"BR"},
    ),
    (
        "es",
        "En una operación de Colombia y Ecuador fueron liberadas nueve mujeres explotadas en un bar de Tulcán.",
        {"CO", "EC"},
        {"EC"},
    ),
]

HELPED = [
    ("en", "Working with Malaysia, Thai police rescued 15 people held in a scam compound in Sadao.", ("TH",)),
    ("fr", "Avec l'aide de la Belgique, la police roumaine a libéré neuf esclaves à Bucarest.", ("RO",)),
    ("es", "Con apoyo de España, la policía paraguaya rescató a nueve víctimas de trata en Luque.", ("PY",)),
]

ABROAD = [
    ("en", "Dutch marines freed a dozen hostages from pirates on Saturday."),
    ("en", "A US soldier was killed as American commandos freed some 70 hostages from an Islamic State prison."),
    ("fr", "Les commandos français ont libéré quatre otages dans la nuit de jeudi à vendredi."),
    ("es", "Comandos franceses liberaron a cuatro rehenes en la noche del jueves."),
]


@pytest.mark.parametrize(("code", "text", "agent", "place"), JOINT)
def test_states_whose_operation_it_is_act(code: str, text: str, agent: set[str], place: set[str]) -> None:
    [event] = events_in(code, text)
    assert (set(event.countries.agent), set(event.countries.place)) == (agent, place)


WHOSE = [
    (
        "Pakistani soldiers freed two Danes held hostage for years after a tip from U.S. intelligence.",
        ("PK",),
    ),
    ("Police rescued nine women from a brothel in Lagos with the money of a UK charity.", ("NG",)),
    ("Nine men forced to work on a farm in the UK were rescued on Monday.", ("GB",)),
]

FLOWN_BACK = [
    ("en", "Sixty-two women flown back from Lebanon said they had been made to work without pay."),
    ("fr", "Soixante-deux femmes rapatriées du Liban ont raconté avoir travaillé sans salaire."),
    ("es", "Repatriaron desde Líbano a 62 mujeres obligadas a trabajar sin paga."),
]


@pytest.mark.parametrize(("code", "text", "place"), HELPED)
def test_state_that_helps_is_no_place(code: str, text: str, place: tuple[str, ...]) -> None:
    [event] = events_in(code, text)
    assert event.countries.place == place


@pytest.mark.parametrize(("code", "text"), ABROAD)
def test_troops_sent_abroad_tell_no_place(code: str, text: str) -> None:
    [event] = events_in(code, text)
    assert event.countries.place == ()


def test_report_dated_abroad_tells_where_troops_acted() -> None:
    [event] = events_in("en", "KABUL, Oct 22 - British special forces freed two hostages from the Taliban.")
    assert event.countries.place == ("AF",)


def test_troops_at_home_act_there() -> None:
    text = "Philippine marines freed four hostages from Abu Sayyaf. The Philippines sent 5,000 soldiers to the south."
    assert events_in("en", text)[0].countries.place == ("PH",)


def test_operations_in_a_country_are_not_its_own() -> None:
    [event] = events_in("es", "En operaciones en el norte de Malí y Níger fueron liberados nueve rehenes.")
    assert event.countries.agent == ()


@pytest.mark.parametrize(("text", "place"), WHOSE)
def test_abbreviation_before_a_noun_only_says_whose_it_is(text: str, place: tuple[str, ...]) -> None:
    [event] = events_in("en", text)
    assert event.countries.place == place


@pytest.mark.parametrize(("code", "text"), FLOWN_BACK)
def test_nobody_is_a_citizen_of_where_they_were_flown_back_from(code: str, text: str) -> None:
    [event] = events_in(code, text)
    assert (event.countries.origin, event.countries.place, event.countries.return_to) == ((), ("LB",), ())
