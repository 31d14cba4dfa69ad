"""Freed in the participle that opens a sentence, received behind it; dates that open an item; March, the month."""

from __future__ import annotations

import pytest
from telling import events_in

from rescuewire_schemas.rescue_event import EventType

RECEIVED = [
    ("en", "Freed on Sunday by their kidnappers, the two Swiss nuns were met at the airport by their ambassador."),
    ("en", "Released on Tuesday, the four Danish hostages were flown to Copenhagen by the air force."),
    ("fr", "Libérés dimanche, les trois otages ont été reçus au palais par le ministre des affaires étrangères."),
    ("fr", "Libérées mardi, les deux otages suisses ont été accueillies à l'aéroport par l'ambassadeur."),
    ("es", "Liberados el domingo, los dos rehenes franceses fueron recibidos en el aeropuerto por el embajador."),
]

TIMES = [
    ("en", "4 May 2024 - The rebels let nine hostages go on Wednesday, officials said.", "2024-05-15"),
    ("en", "4 May 2024 - Police freed nine slaves from a kiln in Lahore.", "2024-05-04"),
    ("fr", "4 mai 2024 – Les rebelles ont relâché dimanche neuf otages au Tchad.", "2024-05-12"),
    ("fr", "4 mai 2024 – Après vingt mois de détention au Mali, neuf otages polonais sont relâchés.", "2024-05-04"),
    ("es", "4 de mayo: la policía rescata a nueve mujeres explotadas en un club de Lugo.", "2024-05-04"),
]


@pytest.mark.parametrize(("code", "text"), RECEIVED)
def test_who_receives_the_freed_did_not_free_them(code: str, text: str) -> None:
    [event] = events_in(code, text)
    assert (event.event_type, event.countries.agent) == (EventType.RELEASE, ())


@pytest.mark.parametrize(("code", "text", "time"), TIMES)
def test_date_that_opens_an_item_is_the_acts_where_no_other_is(code: str, text: str, time: str) -> None:
    [event] = events_in(code, text)
    assert event.time.edtf == time


def test_month_of_march_is_no_march() -> None:
    [event] = events_in("en", "Rescued in March from a brothel in Delhi, the 12 Nepali women flew home on Monday.")
    assert event.event_type is EventType.REPATRIATION


def test_those_left_behind_were_taken_out_by_the_police() -> None:
    text = "Eleven Thais forced to scam who had been left behind were taken out of the compound by Cambodian police."
    [event] = events_in("en", text)
    assert (event.event_type, event.countries.agent) == (EventType.RESCUE, ("KH",))
