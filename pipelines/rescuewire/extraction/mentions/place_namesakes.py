"""Whether a place is part of another name: "Bank of England", "BBC Scotland", « Laura Villanueva Madrid »."""

from __future__ import annotations

from rescuewire.extraction.mentions.gazetteer import Phrase
from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_scanning import Occurrence
from rescuewire.extraction.mentions.place_setting import Setting
from rescuewire.extraction.mentions.place_words import Words

_NAME_PARTS = 3


def is_in_longer_name(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether words of the pack's `namesakes` stand right before or after."""
    words, gazetteer, before, after = setting.words, setting.gazetteer, occurrence.first - 1, occurrence.last + 1
    follows = gazetteer.namesakes_before.get(words.key(before), ()) if words.joins_next(before) else ()
    precedes = gazetteer.namesakes_after.get(words.key(after), ()) if words.joins_next(occurrence.last) else ()
    return any(_stands_at(words, before - phrase.words + 1, phrase) for phrase in follows) or any(
        _stands_at(words, after, phrase) for phrase in precedes
    )


def is_part_of_town(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether another word with a capital goes on the name, before a comma and a place: "Bali North, Perth"."""
    words, after = setting.words, occurrence.last + 1
    if occurrence.kind is not PlaceKind.PLACE or words.gap(occurrence.last) not in {" ", "\u00a0"}:
        return False
    goes_on = words.is_capital(after) and not words.key(after).isdigit() and after not in setting.listed
    if not goes_on or words.key(after) in setting.gazetteer.locatives or setting.is_headline(after):
        return False
    return words.gap(after) == ", " and after + 1 in setting.listed - setting.demonyms


def _stands_at(words: Words, first: int, phrase: Phrase) -> bool:
    last = first + phrase.words - 1
    if first < 0 or " ".join(words.keys[first : last + 1]) != phrase.key:
        return False
    is_written = words.is_capital(first) or not phrase.has_capital
    return is_written and all(words.joins_next(index) for index in range(first, last))


def is_in_person_name(occurrence: Occurrence, setting: Setting) -> bool:
    """Whether a given name and at least one surname stand before: « Laura Villanueva Madrid »."""
    if occurrence.kind is not PlaceKind.PLACE:
        return False
    words, before = setting.words, occurrence.first - 1
    for index in range(before, max(before - _NAME_PARTS, 0), -1):
        if not _is_surname(index, setting) or words.gap(index) not in {" ", "\u00a0"}:
            return False
        given = index - 1
        if words.key(given) in setting.gazetteer.given_names and words.is_capital(given):
            return words.gap(given) in {" ", "\u00a0"}
    return False


def _is_surname(index: int, setting: Setting) -> bool:
    """Whether a word can be a surname: a capital, no place, and none of the small words that lead to a place.

    In a headline, where verbs have capitals too, only a known one is.
    """
    words, gazetteer = setting.words, setting.gazetteer
    if setting.is_headline(index) and words.key(index) not in gazetteer.surnames:
        return False
    small = gazetteer.locatives | gazetteer.relations | gazetteer.place_nouns
    return words.is_capital(index) and index not in setting.listed and words.key(index) not in small
