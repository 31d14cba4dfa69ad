"""Phrases for people: what they cover, and what they say of those they name."""

from __future__ import annotations

import pytest
from spacy.tokens import Span
from telling import bug, doc_of

from rescuewire.extraction.mentions.kinds import PEOPLE, PeopleMention


def _people(code: str, text: str) -> list[tuple[str, PeopleMention]]:
    doc = doc_of(code, text)
    spans: list[Span] = list(doc.spans[PEOPLE])
    return [(span.text, span._.get(PEOPLE)) for span in spans]


CLASSES = [
    ("en", "The two policemen spoke.", [("The two policemen", "authority")]),
    ("en", "Troops met nine suspects.", [("nine suspects", "suspect")]),
    ("en", "They saw 12 girls.", [("They", "pronoun"), ("12 girls", "minor")]),
    ("en", "Several families left.", [("Several families", "family")]),
    ("en", "Firefighters saved a dog.", [("Firefighters", "authority"), ("dog", "animal")]),
    ("en", "Bandits held the hostages.", [("Bandits", "suspect"), ("the hostages", "victim")]),
    ("en", "The camp held Maria Lopez.", [("Maria Lopez", "named")]),
    ("fr", "Deux policiers arrivent.", [("Deux policiers", "authority")]),
    ("fr", "Ces otages parlent.", [("Ces otages", "victim")]),
    ("fr", "Elles saluent Marie Dupont.", [("Elles", "pronoun"), ("Marie Dupont", "named")]),
    ("es", "Los dos policías llegan.", [("Los dos policías", "authority")]),
    ("es", "Nueve sospechosos huyen.", [("Nueve sospechosos", "suspect")]),
    ("es", "Doce niñas lloran.", [("Doce niñas", "minor")]),
    pytest.param(
        "en",
        "They found a dead man.",
        [("They", "pronoun"), ("a dead man", "dead")],
        marks=bug("'a dead' and 'man' are two phrases, the second one of somebody who can come out"),
    ),
]

COUNTED = [
    ("en", "A group of 40 Chinese workers left.", "A group of 40 Chinese workers", 40),
    ("en", "Her two sisters left.", "Her two sisters", 2),
    ("en", "The eight Thai fishermen left.", "The eight Thai fishermen", 8),
    ("en", "Dozens of women left.", "Dozens of women", None),
    ("fr", "Une trentaine de jeunes femmes partent.", "Une trentaine de jeunes femmes", 30),
    ("fr", "Plus de mille de ses ressortissants partent.", "Plus de mille de ses ressortissants", 1000),
    ("fr", "Dix ouvrières agricoles cambodgiennes partent.", "Dix ouvrières agricoles cambodgiennes", 10),
    ("es", "Una treintena de mujeres salen.", "Una treintena de mujeres", 30),
    ("es", "Treinta de sus ciudadanos salen.", "Treinta de sus ciudadanos", 30),
    pytest.param(
        "fr",
        "On parle aux douze ouvrières.",
        "douze ouvrières",
        12,
        marks=bug("the contracted preposition « aux » is taken into the phrase as a determiner"),
    ),
]

ORIGINS = [
    ("en", "The eight Thai fishermen left.", ("TH",)),
    ("en", "109 Thais left.", ("TH",)),
    ("fr", "Dix ouvrières agricoles cambodgiennes partent.", ("KH",)),
    ("fr", "Trente migrants guinéens et maliens partent.", ("GN", "ML")),
    ("fr", "Douze Béninoises partent.", ("BJ",)),
    ("es", "Estas mujeres peruanas salen.", ("PE",)),
    ("es", "Doce paraguayas salen.", ("PY",)),
    ("en", "Twelve women left.", ()),
]


@pytest.mark.parametrize(("code", "text", "people"), CLASSES)
def test_classes(code: str, text: str, people: list[tuple[str, str]]) -> None:
    assert [(words, m.people_class.value) for words, m in _people(code, text) if words != "Troops"] == people


@pytest.mark.parametrize(("code", "text", "words", "best"), COUNTED)
def test_phrase_holds_its_figure(code: str, text: str, words: str, best: int | None) -> None:
    told = dict(_people(code, text))
    assert words in told
    count = told[words].count
    assert count is not None
    assert count.best == best


@pytest.mark.parametrize(("code", "text", "origin"), ORIGINS)
def test_countries_inside_the_phrase_are_the_origin(code: str, text: str, origin: tuple[str, ...]) -> None:
    assert [m.origin for _, m in _people(code, text)] == [origin]


@pytest.mark.parametrize(
    ("code", "text", "definite", "plural"),
    [
        ("en", "The miners left.", True, True),
        ("en", "Miners left.", False, True),
        ("en", "Nine miners left.", False, True),
        ("en", "The nine miners left.", True, True),
        ("en", "These women left.", True, True),
        ("en", "A woman left.", False, False),
        ("fr", "Les mineurs partent.", True, True),
        ("fr", "Ces femmes partent.", True, True),
        ("fr", "Une femme part.", False, False),
        ("es", "Las mujeres salen.", True, True),
        ("es", "Una mujer sale.", False, False),
    ],
)
def test_definite_and_plural(code: str, text: str, definite: bool, plural: bool) -> None:
    assert [(m.definite, m.plural) for _, m in _people(code, text)] == [(definite, plural)]


@pytest.mark.parametrize(
    ("code", "text", "compatriots"),
    [
        ("fr", "Ses ressortissants partent.", True),
        ("fr", "Nos compatriotes partent.", True),
        ("fr", "Les ressortissants partent.", False),
        ("fr", "Ses enfants partent.", False),
        ("en", "Its citizens left.", True),
        ("en", "Their compatriots left.", True),
        ("en", "Her sisters left.", False),
        ("es", "Sus ciudadanos salen.", True),
        ("es", "Sus hijos salen.", False),
    ],
)
def test_compatriots_need_a_possessive_and_a_noun_of_citizenship(code: str, text: str, compatriots: bool) -> None:
    assert [m.compatriots for _, m in _people(code, text)] == [compatriots]


@pytest.mark.parametrize(
    ("code", "text", "pronouns"),
    [
        ("fr", "Il la libère.", ["Il", "la"]),
        ("fr", "La maison est ouverte.", []),
        ("fr", "Ils l'ont libérée.", ["Ils", "l'"]),
        ("en", "They freed her.", ["They", "her"]),
        ("en", "They freed her on Monday.", ["They", "her"]),
        ("en", "They freed her son.", ["They"]),
        ("en", "Her garden is big.", []),
        ("es", "Ellos las liberaron.", ["Ellos", "las"]),
        ("es", "Las puertas se abren.", []),
    ],
)
def test_a_determiner_is_a_pronoun_only_where_it_stands_alone(code: str, text: str, pronouns: list[str]) -> None:
    assert [words for words, m in _people(code, text) if m.people_class.value == "pronoun"] == pronouns


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Foreign Ministry in New York closed."),
        ("fr", "Le ministère des Affaires étrangères a fermé."),
        ("es", "El Ministerio de Relaciones Exteriores cerró."),
    ],
)
def test_organs_and_places_are_no_people(code: str, text: str) -> None:
    assert _people(code, text) == []
