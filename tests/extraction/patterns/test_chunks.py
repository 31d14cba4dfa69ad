from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.loaded_language import load_language
from rescuewire.extraction.patterns.chunks import ChunkCutter

CODES = ["en", "es", "fr"]
CHUNKS = [
    "word", "word,", "word.", "word:", "word;", "word?!", "U.S.", "U.N.", "EU.", "a.", "I.", "Mr.", "Dr.", "M.",
    "Sr.", "cannot", "cannot,", "gonna.", "etc.", "approx.", "Nov.", "janv.", "l'aube,", "aujourd'hui.", "del.", "№,",
    "été.", "l'aube", "L’État.", "l'aube\",", "d'accord", "d'un,", "grand'mère", "entr'ouvert,", "presqu'île",
    "qu'elle.", "r'ouvert", "(word).", "\"word\".", "«mot»,", "mot».", "“word.”", "word's", "cannot's", "Cannot'S",
    "Bob’s", "word's.",
    "(word's", "O'Brien", "it's", "he'd", "long-term", "long-term,", "mother-in-law", "e-mail", "celui-ci",
    "donne-t-il", "porte-parole.", "D'Arc", "(c)", "D:", "xD.", "w:)", "(a)", "no.)", "S.\"", "vs.\"", "US.\"",
    "Zs's", "l'l", "d'd'd", "aab-b", "can't-do", "c'mon", "ma'am.", "niñas,", "5,", "km.", "12km.", "…", "…,",
    "2023,", "1,200.", "3.5;", "(2012),", "12-year-old.", "2012-2013,", "1,5-2", "l'12", "covid-19", "12-day-30",
    "10.0.0.1", "8)", "0.0", "12a", "3:30", "80%", "«12».", "(word,", "word)", "don't.", "ss.", "Ud.", "p.m.", "É.",
    "éd.", ",", ".", "$12", "£1,200.", "(€3.5)", "$aab", "$12-14", "workers'", "word’,", "o'", "nothin',", "l'aube'",
    "Royaume-Uni.", "Port-au-Prince,", "dit-il", "aide-t-il,", "RDC.", "ÉU.", "Ab.", "aB.", "aBC.",
    "T-shirts", "«sous-sol»", "week-end's", "$",
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("chunk", CHUNKS)
def test_chunks_are_cut_as_the_tokenizer_cuts_them(code: str, chunk: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    assert ChunkCutter(nlp)(chunk) == [token.text for token in nlp.tokenizer(chunk)]


@pytest.mark.parametrize("code", CODES)
@given(word=st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8), end=st.sampled_from(",;:!?."))
def test_any_word_with_a_mark_is_cut_as_the_tokenizer_cuts_it(code: str, word: str, end: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    assert ChunkCutter(nlp)(word + end) == [token.text for token in nlp.tokenizer(word + end)]


@pytest.mark.parametrize("code", CODES)
def test_chunks_with_a_rule_are_cut_as_the_tokenizer_cuts_them(code: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    cut = ChunkCutter(nlp)
    ruled = [chunk for chunk in nlp.tokenizer.rules if not chunk.isspace()]
    assert len(ruled) > 100
    assert {chunk: cut(chunk) for chunk in ruled} == {chunk: [t.text for t in nlp.tokenizer(chunk)] for chunk in ruled}


WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1, max_size=6)
KNOWN = st.sampled_from(
    [
        "d",
        "l",
        "qu",
        "s",
        "n't",
        "am",
        "un",
        "grand",
        "entr",
        "r",
        "re",
        "cannot",
        "vs",
        "Mr",
        "pa",
        "la",
        "s",
        "ce",
        "il",
        "t",
        "là",
        "nothin",
    ]
)
FIGURES = st.text("0189", min_size=1, max_size=4) | st.text("018.,", min_size=2, max_size=6)
PIECES = WORDS | KNOWN | FIGURES
CORES = (
    PIECES
    | st.builds("{}{}{}".format, PIECES, st.sampled_from("'’-"), PIECES)
    | st.builds("{}-{}-{}".format, PIECES, PIECES, PIECES)
)
CLOSES = st.text(st.sampled_from(",;:!?.\"”»)'’"), max_size=2)


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=200, deadline=None)
@given(opening=st.sampled_from(["", '"', "“", "«", "(", "$", "(€"]), core=CORES, close=CLOSES)
def test_any_plain_shape_is_cut_as_the_tokenizer_cuts_it(code: str, opening: str, core: str, close: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    chunk = opening + core + close
    assert ChunkCutter(nlp)(chunk) == [token.text for token in nlp.tokenizer(chunk)]
