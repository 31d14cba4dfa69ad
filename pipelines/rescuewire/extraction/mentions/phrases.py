"""Compiling the phrases of a pack file into a table, with errors that name the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from spacy.language import Language

from rescuewire.extraction.language_pack import PackError
from rescuewire.extraction.token_patterns import PatternError, PatternTable, compile_pattern
from rescuewire.extraction.tokens import tokenizer_of
from rescuewire.extraction.verbs import load_verbs

Value = TypeVar("Value")


def compile_phrases(nlp: Language, pack: str, file: str, entries: Iterable[tuple[str, Value]]) -> PatternTable[Value]:
    """Compile (pattern, value) pairs of `languages/<pack>/<file>.yaml`; raise PackError naming a bad pattern."""
    verbs, tokenize = load_verbs(pack), tokenizer_of(nlp)
    try:
        return PatternTable(
            [(elements, value) for pattern, value in entries for elements in compile_pattern(pattern, verbs, tokenize)]
        )
    except PatternError as error:
        raise PackError(f"languages/{pack}/{file}.yaml: {error}") from error
