import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import rescuewire.extraction.reading.sentences as sentences_module
from rescuewire.extraction.packs.language_pack import PackError
from rescuewire.extraction.reading.sentence_words import read_sentence_rules
from rescuewire.extraction.reading.sentences import find_sentence_starts

FACTORY = "rescuewire_sentences"


def _split(pack: str, text: str) -> list[str]:
    starts = find_sentence_starts(text, read_sentence_rules(pack))
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("pack", "text"),
    [
        ("en", "MAE SOT, Thailand, Feb. 20 (Meridian News) - An ethnic militia let 84 people go."),
        ("en", "JAIPUR: Twenty-three boys were pulled out."),
        ("en", "RUTSHURU. The yard smells of resin."),
        ("en", "Mr. Smith, Gen. K. L. Htoo and J.R. Wu met the U.S. Navy."),
        ("en", "They landed in the U.S. Monday at 5 p.m. Eastern time."),
        ("en", "No. 5 of the list, e.g. Dr. Aye, earned 4.2 million."),
        ("en", "She waited... and left."),
        ("en", "She waited . . . and left."),
        ("en", "“Why?” he asked."),
        ("en", "Police said that\nthey had freed ten men."),
        ("fr", "M. Ba, Mme Diallo et S.A.R. le prince ont salué St. Pierre."),
        ("fr", "« Pourquoi ? » demande-t-il à J.-P. Martin."),
        ("fr", "Il y a 3.500 personnes, soit 4,5 %, le 5 janv. 2020."),
        ("fr", "GUSAU (Nigeria), 9 juin (Agence du Sud) - Neuf passagers sont sortis."),
        ("es", "El Sr. López, p. ej., viajó a EE. UU. Donald lo vio."),
        ("es", "GUADALUPE, ZAC.- Por medio del Instituto llegaron diez."),
        ("es", "JARAMIJÓ (Manabí). Las redes siguen colgadas."),
        ("es", "La Habana. El presidente habló."),
    ],
)
def test_one_sentence_stays_one(pack: str, text: str) -> None:
    assert _split(pack, text) == [text]


@pytest.mark.parametrize(
    ("pack", "sentences"),
    [
        ("en", ["It left the U.S.", "The men stayed."]),
        ("en", ["“We are free.”", "She cried."]),
        ("en", ["(He left.", "She stayed.)", "It was late."]),
        ("en", ["He is ill.", "Doctors said so."]),
        ("en", ["Did he?", "No.", "He left."]),
        ("fr", ["« C’est fini ! »", "Les otages sont là."]),
        ("fr", ["« Nous avons eu peur.\u202f»", "Mme Diallo pleure."]),
        ("fr", ["Rien…", "Les autres, etc.", "Le reste suit."]),
        ("es", ["¿Qué pasó?", "¡Nada!", "“No sé”."]),
    ],
)
def test_sentences_are_told_apart(pack: str, sentences: list[str]) -> None:
    assert _split(pack, " ".join(sentences)) == sentences


@pytest.mark.parametrize("separator", ["\n", "\n\n", " \n \n"])
def test_a_line_break_ends_a_heading(separator: str) -> None:
    assert _split("en", f"A heading{separator}Police freed ten men.") == ["A heading", "Police freed ten men."]


def test_each_bullet_is_a_sentence() -> None:
    assert _split("en", "Freed:\n- ten men\n- two boys") == ["Freed:", "- ten men", "- two boys"]


def test_a_space_forgotten_after_a_full_stop_is_no_obstacle() -> None:
    assert _split("en", "Ten were freed.The rest waits at example.com today.") == [
        "Ten were freed.",
        "The rest waits at example.com today.",
    ]


def test_scripts_without_case_are_split() -> None:
    assert _split("en", "警方救出三十人。他们说：“自由了！”然后回家。") == [
        "警方救出三十人。",
        "他们说：“自由了！”",
        "然后回家。",
    ]
    assert _split("en", "هل عادوا؟ نعم عادوا.") == ["هل عادوا؟", "نعم عادوا."]


@pytest.mark.parametrize("unit", ["word, ", "word ", "a", "A-", ". ", "\"'", "警"])
def test_no_sentence_is_longer_than_the_bound(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    starts = find_sentence_starts(text, read_sentence_rules("en"), longest=2_000)
    assert max(end - start for start, end in zip(starts, [*starts[1:], len(text)], strict=True)) <= 2_000


def test_an_overlong_sentence_is_cut_after_a_clause() -> None:
    text = "The men came, " * 10
    starts = find_sentence_starts(text, read_sentence_rules("en"), longest=50)
    assert {text[start - 2 : start] for start in starts[1:]} == {", "}


@given(text=st.text(alphabet="aA .!?…\n\"'»«()-1é。", max_size=200))
def test_starts_ascend_within_the_text(text: str) -> None:
    starts = find_sentence_starts(text, read_sentence_rules("fr"))
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    assert all(start < max(len(text), 1) for start in starts)


@pytest.mark.parametrize(("language", "pack"), [("fr", "fr"), ("en", "en"), ("es", "es"), ("xx", "fr")])
def test_the_component_works_on_a_blank_pipeline(language: str, pack: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(FACTORY, config={"pack": pack})
    doc = nlp("Dix hommes.\n\n« Libres ! » Onze femmes.")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Dix hommes.", "« Libres ! »", "Onze femmes."]


def test_the_component_takes_an_empty_text() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    assert list(nlp("").sents) == []


def test_a_pack_without_sentence_words_is_named() -> None:
    with pytest.raises(PackError, match=r"zz.*sentences"):
        sentences_module.read_sentence_rules("zz")
