"""Tokens as the finders see them: folded words of a sentence, and a pack's own tokenizer."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.patterns.token_patterns import fold

_VOWEL = "a"
_MARKS = frozenset(",;:!?")


def folded(piece: Doc | Span) -> list[str]:
    """Return the tokens of `piece` in lower case with straight apostrophes, one for one."""
    return [fold(token.text) for token in piece]


def tokenizer_of(nlp: Language) -> Callable[[str], list[str]]:
    """Return a function that cuts a phrase into the same tokens that articles are cut into."""
    cut = chunk_cutter(nlp)

    def tokenize(phrase: str) -> list[str]:
        return _elided(cut, phrase) or cut(phrase)

    return tokenize


def chunk_cutter(nlp: Language) -> Callable[[str], list[str]]:
    """Return a function that cuts what stands between blanks into its words, as documents are cut.

    A chunk of letters alone is one word, unless it is a special case of the tokenizer ("cannot"); so is one with a mark
    behind it, and the mark another. The tokenizer itself is asked about all others.
    """
    special = getattr(nlp.tokenizer, "rules", None)  # a tokenizer of a script without blanks has none

    def cut(chunk: str) -> list[str]:
        if special is not None and chunk not in special:
            if chunk.isalpha():
                return [chunk]
            word = chunk[:-1]
            if word.isalpha() and word not in special and _is_mark_of_its_own(word, chunk[-1]):
                return [word, chunk[-1]]
        return [token.text for token in nlp.tokenizer(chunk)]

    return cut


def _is_mark_of_its_own(word: str, end: str) -> bool:
    """Tell whether `end` behind a word of letters is a token; a dot behind capitals or a letter is part of the word.

    A dot behind letters other than Latin ones is left to the tokenizer: its rules name scripts one by one.
    """
    return end in _MARKS or (end == "." and len(word) > 1 and word[-1].islower() and _is_latin(word[-1]))


def _is_latin(letter: str) -> bool:
    return "a" <= letter <= "z" or "ß" <= letter <= "ɏ"


def _elided(cut: Callable[[str], list[str]], phrase: str) -> list[str]:
    """Return the tokens of a phrase that ends in an elision (« d' », "dell'") as they are before a vowel, else none."""
    if not phrase.endswith(("'", "’")):
        return []
    *tokens, last = cut(phrase + _VOWEL)
    return tokens if last == _VOWEL else []
