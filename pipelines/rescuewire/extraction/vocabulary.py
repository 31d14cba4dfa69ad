"""Keeping what spaCy remembers of the words of articles from filling the memory.

A vocabulary keeps each word that it has met, some hundreds of bytes, as long as it lives, and news never stops bringing
new ones. So a vocabulary that has grown is replaced; documents made by it keep it as long as they need it. spaCy's
memory zones would free words after each article, but no document could outlive `detect`, the tokenizer remembers
nothing inside of one (ten times as long for a document), and its tables grow on.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

MOST_WORDS = 6_000
"""The words at which a vocabulary is replaced; 3 MB of them; making a new one takes less than a tenth of a second."""


def renew_grown_vocabulary(nlp: Language, make_blank: Callable[[], Language], most_words: int = MOST_WORDS) -> None:
    """Give `nlp` the vocabulary and the tokenizer of a pipeline just made where its own has more than `most_words`.

    Only for a pipeline whose components do not keep the vocabulary that they were made with.
    """
    if len(nlp.vocab) > most_words:
        blank = make_blank()
        nlp.vocab, nlp.tokenizer = blank.vocab, blank.tokenizer
