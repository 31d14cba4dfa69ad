from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.loaded_language import load_language
from rescuewire.extraction.patterns.tokens import chunk_cutter

CODES = ["en", "es", "fr"]
CHUNKS = [
    "word", "word,", "word.", "word:", "word;", "word?!", "U.S.", "U.N.", "EU.", "a.", "I.", "Mr.", "Dr.", "M.", "Sr.",
    "cannot", "cannot,", "gonna.", "etc.", "approx.", "Nov.", "janv.", "l'aube,", "aujourd'hui.", "del.", "№,", "été.",
    "niñas,", "5,", "km.", "12km.", "…", "…,", "(word,", "word)", "don't.", "ss.", "Ud.", "p.m.", "É.", "éd.", ",", ".",
]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("chunk", CHUNKS)
def test_chunks_are_cut_as_the_tokenizer_cuts_them(code: str, chunk: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    assert chunk_cutter(nlp)(chunk) == [token.text for token in nlp.tokenizer(chunk)]


@pytest.mark.parametrize("code", CODES)
@given(word=st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8), end=st.sampled_from(",;:!?."))
def test_any_word_with_a_mark_is_cut_as_the_tokenizer_cuts_it(code: str, word: str, end: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    assert chunk_cutter(nlp)(word + end) == [token.text for token in nlp.tokenizer(word + end)]
