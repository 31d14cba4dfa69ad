"""The gate stops ordinary news, and nothing that tells an event."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import doc_of, language_of

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.gate import STRONG_REACH, TEXT_REACH, WEAK_REACH, MentionGate, TextGate
from rescuewire.extraction.reading.parse_article import parse_article
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

ARTICLES = Path(__file__).parents[1] / "articles"
FILLER = "The council met and talked about the new bridge. "


@pytest.mark.parametrize(("code", "text"), ORDINARY)
def test_ordinary_news_is_stopped(code: str, text: str) -> None:
    passed = language_of(code).text_gate.passes(text) and MentionGate(DEFAULT_HARMS).passes(doc_of(code, text))
    assert not passed


@pytest.mark.parametrize(("code", "text"), TELLING)
def test_text_gate_passes_what_tells_an_event(code: str, text: str) -> None:
    assert language_of(code).text_gate.passes(text)


@pytest.mark.parametrize(("code", "text"), TELLING)
def test_mention_gate_passes_what_tells_an_event(code: str, text: str) -> None:
    assert MentionGate(DEFAULT_HARMS).passes(doc_of(code, text))


@pytest.mark.parametrize(("gap", "passes"), [(0, True), (3, True), (2 * TEXT_REACH // len(FILLER), False)])
def test_text_gate_wants_both_words_near_each_other(gap: int, passes: bool) -> None:
    text = f"Nine men were freed. {FILLER * gap} Slavery is a crime."
    assert TextGate({"freed": False}, {"slavery": False}).passes(text) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Nine men were freed. " + FILLER * 2 + "Slavery is a crime.", True),
        ("Nine men were freed. " + FILLER * STRONG_REACH + "Slavery is a crime.", False),
        ("Nine men walked out. Slavery is a crime.", True),
        ("Nine men walked out. " + FILLER * (WEAK_REACH // 4) + "Slavery is a crime.", False),
    ],
)
def test_mention_gate_wants_weak_transitions_nearer_than_strong_ones(text: str, passes: bool) -> None:
    assert MentionGate(DEFAULT_HARMS).passes(doc_of("en", text)) is passes


def test_other_harms_are_another_gate() -> None:
    doc = doc_of("en", "Firefighters rescued nine villagers from the flood.")
    assert not MentionGate(DEFAULT_HARMS).passes(doc)
    assert MentionGate(frozenset({Harm.DISASTER})).passes(doc)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("freed slaves", True),
        ("Freed from SLAVERY", True),
        ("freed", False),
        ("slavery", False),
        ("unfreed slaves", False),
        ("freedom slaves", False),
        ("l'esclave freed forcée d'ouvrir", True),
    ],
)
def test_phrases_are_whole_words_unless_open_ended(text: str, passes: bool) -> None:
    gate = TextGate({"freed": False}, {"slave": True, "slavery": False, "forcée d'": False})
    assert gate.passes(text) is passes


def test_phrase_that_ends_in_an_elision_is_found_before_a_vowel() -> None:
    assert TextGate({"secouru": False}, {"forcés d'": False}).passes("secouru, forcés d'escroquer")


def test_scripts_without_spaces_have_no_word_ends() -> None:
    assert TextGate({"获救": False}, {"人质": False}).passes("十二名人质今天获救了")


@pytest.mark.parametrize("stem", sorted(path.stem for path in ARTICLES.glob("*.json")))
def test_text_gate_stops_nothing_that_the_mention_gate_passes(stem: str) -> None:
    article = parse_article((ARTICLES / f"{stem}.json").read_bytes())
    text = f"{article.title}\n\n{article.text}"
    code = article.language or ""
    if MentionGate(DEFAULT_HARMS).passes(doc_of(code, text)):
        assert language_of(code).text_gate.passes(text)
