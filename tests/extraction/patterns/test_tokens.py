from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.loaded_language import load_language
from rescuewire.extraction.patterns.tokens import TextCutter, folded, sentences, text_of, written

CODES = ["en", "es", "fr"]
WORDS = st.sampled_from(["word", "word,", "L'aube", "d’un", "long-term", "U.S.", "(été)", "don't", "5,000", "x" * 41])
BLANKS = st.text(st.sampled_from(" \n\t "), max_size=3)


@pytest.mark.parametrize("code", CODES)
@given(parts=st.lists(st.tuples(BLANKS, WORDS), max_size=5), end=BLANKS)
@settings(deadline=None)
def test_documents_are_those_of_the_tokenizer(code: str, parts: list[tuple[str, str]], end: str) -> None:
    nlp = load_language(code, DEFAULT_HARMS).nlp
    text = "".join(blanks + core for blanks, core in parts) + end
    doc, expected = TextCutter(nlp).document(text), nlp.make_doc(text)
    assert [(token.text, token.whitespace_) for token in doc] == [(t.text, t.whitespace_) for t in expected]
    assert folded(doc) == folded(expected)
    assert doc.text == text_of(doc) == text
    assert written(doc) == [token.text for token in expected]


def test_sentences_are_those_of_spacy() -> None:
    nlp = load_language("en", DEFAULT_HARMS).nlp
    doc = nlp.get_pipe("rescuewire_sentences")(nlp.make_doc("Dr. No came.\n\n  He went. He had said so."))
    assert [span.text for span in sentences(doc)] == [span.text for span in doc.sents]
    assert len(sentences(doc)) == 3
