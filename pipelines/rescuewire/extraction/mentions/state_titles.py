"""The full names of states: "the Federal Republic of Nigeria" names what "Nigeria" names."""

from __future__ import annotations

from rescuewire.extraction.mentions.gazetteer import Gazetteer
from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_words import Words

_LONGEST = 8


def full_name_start(words: Words, occurrence: Occurrence, gazetteer: Gazetteer, past: int) -> int:
    """The first word of a state's full name that ends with `occurrence`; its own first word where it stands alone.

    Words before `past` belong to another name.
    """
    start, small = occurrence.first, gazetteer.relations | gazetteer.articles
    if occurrence.kind is not PlaceKind.COUNTRY:
        return start
    for index in range(occurrence.first - 1, max(past, occurrence.first - _LONGEST) - 1, -1):
        is_title = words.key(index) in gazetteer.state_titles
        if not words.joins_next(index) or not (is_title or words.key(index) in small):
            break
        if is_title and words.is_capital(index):
            start = index
    return start
