from __future__ import annotations

import pytest

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.loaded_language import load_language
from rescuewire.extraction.patterns.pattern_table import Match, PatternTable
from rescuewire.extraction.patterns.sightings import Sightings, matches_by_sentence
from rescuewire.extraction.patterns.token_patterns import compile_pattern

GROUP = "tried"


def table_of(*patterns: str) -> PatternTable[str]:
    compiled = ((next(compile_pattern(pattern, {}, str.split)), pattern) for pattern in patterns)
    return PatternTable(compiled, lambda _: 0.1)


TABLE = table_of("freed", "set … free", "free at last", "last man")


@pytest.mark.parametrize(
    "text",
    [
        "They were freed. Two were set, at last, free.",
        "He set off. Nobody was free at last.\n\nLast man in.",
        "They were free at last. Man by man they came.",
        "Wrapped by a mail reader: free at\nlast they said. Freed!",
        "Free at\n\nLast man standing. She set him free",
        " Freed at dawn.  Set   free. ",
    ],
)
def test_what_the_gate_saw_is_what_a_search_by_sentence_finds(text: str) -> None:
    language = load_language("en", DEFAULT_HARMS)
    doc = language.nlp.get_pipe("rescuewire_sentences")(language.cutter.document(text))
    searched = list(matches_by_sentence(doc, TABLE, GROUP))
    Sightings(TABLE.find(language.cutter.folded_words(text))).keep(doc, GROUP)
    assert list(matches_by_sentence(doc, TABLE, GROUP)) == searched


def test_what_the_gate_saw_is_not_looked_for_again() -> None:
    language = load_language("en", DEFAULT_HARMS)
    doc = language.nlp.get_pipe("rescuewire_sentences")(language.cutter.document("It rained. They were freed."))
    Sightings([Match(2, 3, "seen")]).keep(doc, GROUP)
    assert list(matches_by_sentence(doc, TABLE, GROUP)) == [[Match(2, 3, "seen")], []]
