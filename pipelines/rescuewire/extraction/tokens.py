"""Tokens as the finders see them: folded words of a sentence, and a pack's own tokenizer."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.token_patterns import fold

_VOWEL = "a"


def folded(piece: Doc | Span) -> list[str]:
    """Return the tokens of `piece` in lower case with straight apostrophes, one for one."""
    return [fold(token.text) for token in piece]


def tokenizer_of(nlp: Language) -> Callable[[str], list[str]]:
    """Return a function that cuts a phrase into the same tokens that articles are cut into."""

    def tokenize(phrase: str) -> list[str]:
        return _elided(nlp, phrase) or [token.text for token in nlp.make_doc(phrase)]

    return tokenize


def _elided(nlp: Language, phrase: str) -> list[str]:
    """Return the tokens of a phrase that ends in an elision (« d' », "dell'") as they are before a vowel, else none."""
    if not phrase.endswith(("'", "’")):
        return []
    *tokens, last = [token.text for token in nlp.make_doc(phrase + _VOWEL)]
    return tokens if last == _VOWEL else []
