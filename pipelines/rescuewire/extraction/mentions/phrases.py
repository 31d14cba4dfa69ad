"""Compiling the phrases of a pack file into a table, with errors that name file, line and key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

from rescuewire.extraction.packs.commonness import load_commonness
from rescuewire.extraction.packs.language_pack import pack_file
from rescuewire.extraction.packs.pack_places import contradiction, error_at_word
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire.extraction.patterns.pattern_table import PatternTable
from rescuewire.extraction.patterns.token_patterns import Element, PatternError, Tokenize, compile_pattern
from rescuewire.extraction.patterns.tokens import tokenizer_of

Value = TypeVar("Value")


def compile_phrases(
    nlp: Language,
    pack: str,
    file: str,
    entries: Iterable[tuple[str, Value]],
) -> PatternTable[Value]:
    """Compile (pattern, value) pairs of `languages/<pack>/<file>.yaml`; raise PackError at a bad pattern."""
    tokenize = cache(tokenizer_of(nlp))  # the same words stand in many patterns
    compiled = (
        (elements, value) for pattern, value in entries for elements in _compiled(tokenize, pack, file, pattern)
    )
    return PatternTable(compiled, load_commonness(pack))


def _compiled(tokenize: Tokenize, pack: str, file: str, pattern: str) -> list[tuple[Element, ...]]:
    try:
        return list(compile_pattern(pattern, load_verbs(pack), tokenize))
    except PatternError as error:
        raise error_at_word(pack_file(pack, f"{file}.yaml"), pattern, str(error)) from error


def refuse_contradictions(path: Path, entries: Iterable[tuple[str, object]]) -> None:
    """Raise PackError at the first word or pattern of a file that stands twice and means something else each time."""
    meanings: dict[str, object] = {}
    for word, meaning in entries:
        if meanings.setdefault(word, meaning) != meaning:
            raise contradiction(path, word, f'"{word}" means something else')
