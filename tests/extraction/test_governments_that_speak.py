"""A capital that speaks is no place of the act, and "its citizens" are those of who says so."""

from __future__ import annotations

import pytest
from telling import events_in

SPEAKERS = [
    ("en", "A Danish couple abducted in northern Benin walked free after a month, Copenhagen said.", ("BJ",)),
    ("en", "Two Serbs seized in Libya's south-west have been set free, Belgrade confirmed.", ("LY",)),
    ("en", "Gunmen holding four Kenyans in Somalia let them go, Nairobi said.", ("SO",)),
    ("fr", "Deux ingénieurs allemands enlevés en Irak ont été libérés, a indiqué Berlin.", ("IQ",)),
    ("fr", "Trois marins coréens retenus au Nigeria ont été relâchés, a annoncé Séoul.", ("NG",)),
    ("es", "Los tres marineros retenidos en Somalia han sido liberados, según confirmó Madrid.", ("SO",)),
    ("es", "Dos médicos cubanos secuestrados en Kenia fueron liberados, anunció La Habana.", ("KE",)),
]

CITIZENS = [
    ("en", "Manila said six of its nationals held by pirates in Somalia were freed.", ("PH",)),
    ("en", "Six of its nationals held by pirates in Somalia were freed, Manila said.", ("PH",)),
    ("en", '"Six of our citizens held by pirates in Somalia were freed," the Indian foreign ministry said.', ("IN",)),
    (
        "fr",
        "Six de ses ressortissants détenus par des pirates en Somalie ont été libérés, a confirmé Manille.",
        ("PH",),
    ),
    ("fr", "« Six de nos ressortissants retenus en Somalie ont été libérés », a dit le ministère indien.", ("IN",)),
    ("es", "Seis de sus ciudadanos retenidos por piratas en Somalia fueron liberados, confirmó Manila.", ("PH",)),
]


@pytest.mark.parametrize(("code", "text", "place"), SPEAKERS)
def test_government_that_speaks_is_no_place(code: str, text: str, place: tuple[str, ...]) -> None:
    [event] = events_in(code, text)
    assert event.countries.place == place


@pytest.mark.parametrize(("code", "text", "origin"), CITIZENS)
def test_citizens_are_those_of_who_says_so(code: str, text: str, origin: tuple[str, ...]) -> None:
    [event] = events_in(code, text)
    assert (event.countries.origin, event.countries.place) == (origin, ("SO",))


def test_where_victims_who_speak_were_found_is_the_place() -> None:
    [event] = events_in("en", "The nine women rescued in Nairobi said they had been made to work in brothels.")
    assert event.countries.place == ("KE",)
