"""Who came out where a verb has no subject of its own, or a pronoun for who tells it."""

from __future__ import annotations

import pytest
from telling import bug, events_in

LEFT_OUT = [
    ("Cuatro agrónomos fueron secuestrados en Colón. Dos días después fueron liberados.", 4),
    ("Siete turistas fueron plagiados en Chiapas; horas más tarde quedaron libres.", 7),
    ("Dos maestras fueron privadas de la libertad en Chilapa; un día más tarde fueron liberadas.", 2),
    ("Los dos ingenieros fueron secuestrados en Guerrero. Finalmente recobraron la libertad el jueves.", 2),
    ("Cuatro geólogos fueron retenidos por el ELN en Chocó; después de una semana recuperaron la libertad.", 4),
    ("Un ganadero fue secuestrado en Arauca, pero un mes más tarde fue liberado por el ELN.", 1),
]


@pytest.mark.parametrize(("text", "people"), LEFT_OUT)
def test_a_verb_behind_words_of_time_goes_on_with_who_was_told_before(text: str, people: int) -> None:
    assert [event.victims.best for event in events_in("es", text)] == [people]


TELLERS = [
    ("en", "A farmer who was kidnapped near Jos last week said he escaped while his captors slept."),
    ("en", "Otieno said he fled through a window on Sunday while his kidnappers slept."),
    ("en", "Sawadogo said he escaped through a broken window after gunmen took guests hostage."),
    pytest.param(
        "en",
        "Musa Garba, a trader abducted in Zamfara in January, told reporters that he escaped through a window.",
        marks=bug("a lone name without a date stays just under the likelihood asked for"),
    ),
    ("en", "The nurse, abducted in Garissa on Friday, said that she escaped on Sunday when her captors fell asleep."),
    ("fr", "Pris en otage à Maradi, Moussa raconte qu'il s'est échappé vendredi pendant que ses ravisseurs dormaient."),
    ("fr", "Le négociant, kidnappé à Maradi, affirme qu'il s'est enfui vendredi de chez ses ravisseurs."),
]


@pytest.mark.parametrize(("code", "text"), TELLERS)
def test_who_tells_of_their_own_way_out_is_one_person(code: str, text: str) -> None:
    assert [(event.event_type.value, event.victims.best) for event in events_in(code, text)] == [("ESCAPE", 1)]


SEIZED = [
    "A German priest seized in Bamako in 2022 has been freed.",
    "Two Chinese engineers seized near Kayes last month were freed on Friday, their company said.",
    "Five oil workers seized in Shabwa on Monday have been released after tribal mediation.",
    "An Italian tourist seized outside Agadez was freed overnight, Rome said.",
    "Three sailors seized off Bonny two weeks ago were released on Thursday.",
]


@pytest.mark.parametrize("text", SEIZED)
def test_people_seized_somewhere_and_freed_were_captives(text: str) -> None:
    assert [event.harm.value for event in events_in("en", text)] == ["CAPTIVITY"]


def test_things_seized_and_released_are_nobody() -> None:
    assert not events_in("en", "Cars seized in Lima last month were released to their owners on Friday.")
