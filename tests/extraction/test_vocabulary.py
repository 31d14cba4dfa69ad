"""The words of earlier articles are let go of, and nothing else changes."""

from __future__ import annotations

from functools import partial

import pytest
import spacy

from rescuewire.extraction import loaded_language, vocabulary
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import Detector
from rescuewire.extraction.loaded_language import LoadedLanguage, load_language
from rescuewire.extraction.vocabulary import renew_grown_vocabulary
from rescuewire_schemas.article import Article

TEXT = "La police a libéré 12 victimes de traite à Lagos, au Nigeria, lundi. Toutes viennent du Ghana."


@pytest.fixture
def french() -> LoadedLanguage:
    return load_language("fr", DEFAULT_HARMS)


def test_a_vocabulary_that_has_grown_is_replaced() -> None:
    nlp = spacy.blank("en")
    nlp.make_doc("des mots, et encore des mots")
    words, cut = nlp.vocab, nlp.tokenizer
    renew_grown_vocabulary(nlp, partial(spacy.blank, "en"), most_words=len(words))
    assert nlp.vocab is words
    assert nlp.tokenizer is cut
    renew_grown_vocabulary(nlp, partial(spacy.blank, "en"), most_words=len(words) - 1)
    assert "encore" not in nlp.vocab.strings
    assert nlp.make_doc("encore").vocab is nlp.vocab


def test_words_of_many_articles_do_not_stay(french: LoadedLanguage, monkeypatch: pytest.MonkeyPatch) -> None:
    most = len(french.nlp.vocab) + 50
    renewing = partial(vocabulary.renew_grown_vocabulary, most_words=most)
    monkeypatch.setattr(loaded_language, "renew_grown_vocabulary", renewing)
    detector = Detector()
    for number in range(100):
        detector.detect(Article(id="1", title="", text=f"{TEXT} Mot{number}, x{number}.", language="fr"))
        assert len(french.nlp.vocab) < most + 50


def test_events_are_the_same_with_a_new_vocabulary(french: LoadedLanguage, monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(id="1", title="", text=TEXT, language="fr")
    detector = Detector()
    before = detector.detect(article)
    monkeypatch.setattr(
        loaded_language, "renew_grown_vocabulary", partial(vocabulary.renew_grown_vocabulary, most_words=0)
    )
    vocabulary_before = french.nlp.vocab
    after = detector.detect(article)
    assert french.nlp.vocab is not vocabulary_before
    assert before.events
    assert after.events == before.events


def test_a_reading_outlives_the_vocabulary_that_it_was_made_with(french: LoadedLanguage) -> None:
    reading = Detector().read(Article(id="1", title="", text=TEXT, language="fr")).reading
    assert reading is not None
    renew_grown_vocabulary(french.nlp, partial(spacy.blank, "fr"), most_words=0)
    assert [token.text for token in reading.doc][:4] == ["La", "police", "a", "libéré"]
