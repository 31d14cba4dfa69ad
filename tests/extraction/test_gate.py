"""The gate stops ordinary news, and nothing that tells an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from telling import doc_of, language_of

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.gate import REACH, MentionGate
from rescuewire.extraction.loaded_language import available_packs
from rescuewire.extraction.mentions.kinds import Strength
from rescuewire_schemas.rescue_event import Harm

ORDINARY = [
    ("en", "The council approved the budget on Monday. A new bridge will open in May. Ticket prices rise."),
    ("en", "The striker signed for three years. The club released a statement."),
    ("en", "The press release was short. Entry is free for children under five."),
    ("fr", "Le conseil municipal a voté le budget. Le pont ouvrira en mai. Les billets augmentent."),
    ("fr", "L'attaquant a signé pour trois ans. Le marché est ouvert le dimanche."),
    ("es", "El ayuntamiento aprobó el presupuesto. El puente abrirá en mayo. Suben los billetes."),
]

TELLING = [
    ("en", "Police rescued 30 women from forced prostitution."),
    ("en", "Troops freed 12 hostages."),
    ("en", "Forty Ugandan maids who had been enslaved were flown home."),
    ("fr", "La police a secouru douze femmes forcées d'escroquer en ligne."),
    ("fr", "L’Indonésie a secouru mille de ses ressortissants victimes d’esclavage."),
    ("fr", "Douze otages ont été libérés."),
    ("fr", "Deux bonnes se sont enfuies de chez l'employeur qui les séquestrait."),
    ("es", "La policía rescató a doce mujeres víctimas de la trata."),
    ("es", "Los secuestradores liberaron a nueve viajeros."),
]

GOLD = Path(__file__).parents[1] / "gold"
FILLER = "The council met and talked about the new bridge. "


@pytest.mark.parametrize(("code", "text"), ORDINARY)
def test_ordinary_news_is_stopped(code: str, text: str) -> None:
    passed = language_of(code).gate.look(text) and MentionGate(DEFAULT_HARMS).passes(doc_of(code, text))
    assert not passed


@pytest.mark.parametrize(("code", "text"), TELLING)
def test_word_gate_passes_what_tells_an_event(code: str, text: str) -> None:
    assert language_of(code).gate.look(text)


@pytest.mark.parametrize(("code", "text"), TELLING)
def test_mention_gate_passes_what_tells_an_event(code: str, text: str) -> None:
    assert MentionGate(DEFAULT_HARMS).passes(doc_of(code, text))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Nine men were freed. " + FILLER * 2 + "Slavery is a crime.", True),
        ("Nine men were freed. " + FILLER * REACH[Strength.STRONG] + "Slavery is a crime.", False),
        ("Nine men walked out. Slavery is a crime.", True),
        ("Nine men walked out. " + FILLER * (REACH[Strength.WEAK] // 4) + "Slavery is a crime.", False),
    ],
)
def test_weak_transitions_must_stand_nearer_than_strong_ones(text: str, passes: bool) -> None:
    assert MentionGate(DEFAULT_HARMS).passes(doc_of("en", text)) is passes
    assert (language_of("en").gate.look(text) is not None) is passes


def test_other_harms_are_another_gate() -> None:
    doc = doc_of("en", "Firefighters rescued nine villagers from the flood.")
    assert not MentionGate(DEFAULT_HARMS).passes(doc)
    assert MentionGate(frozenset({Harm.DISASTER})).passes(doc)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Douze otages ont été libérés, forcés d’escroquer en ligne."),
        ("en", "The hostages' ordeal is over: twelve were\u00a0freed."),
        ("en", "FREED FROM SLAVERY"),
        ("en", "Freed: twelve hostages; a string without blanks follows. " + "ab/" * 100),
    ],
)
def test_word_gate_cuts_words_as_documents_are_cut(code: str, text: str) -> None:
    assert language_of(code).gate.look(text)


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*.jsonl")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_word_gate_stops_nothing_that_the_mention_gate_passes(path: Path) -> None:
    for article in map(json.loads, path.read_text("utf-8").splitlines()[::4]):
        text, code = f"{article['title']}\n\n{article['text']}", article["language"]
        if code in available_packs() and MentionGate(DEFAULT_HARMS).passes(doc_of(code, text)):
            assert language_of(code).gate.look(text), article["id"]
