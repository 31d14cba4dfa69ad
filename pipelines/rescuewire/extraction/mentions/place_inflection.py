"""Inflected forms of demonyms, by the endings that a language pack lists."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rescuewire.extraction.mentions.kinds import PlaceKind
from rescuewire.extraction.mentions.place_files import DemonymWords


def inflect(form: str, words: DemonymWords) -> Iterator[tuple[str, PlaceKind]]:
    """All forms of a demonym; forms of `people_endings` name people and nothing else ("Indians")."""
    if form.startswith("="):
        yield form[1:], PlaceKind.ADJECTIVE
        return
    for inflected in _endings(form, words.endings) or [form]:
        yield inflected, PlaceKind.ADJECTIVE
    for inflected in _endings(form, words.people_endings):
        yield inflected, PlaceKind.DEMONYM


def _endings(form: str, endings: dict[str, list[str]]) -> list[str]:
    """`form` with each ending in place of the longest listed one that it has; "" stands for none."""
    fitting = [ending for ending in endings if form.endswith(ending)]
    if not fitting:
        return []
    longest = max(fitting, key=len)
    stem = form[: len(form) - len(longest)]
    return [stem + ending for ending in endings[longest]]


def unaccented(form: str) -> str:
    """`form` in letters without accents, as capitals are often set."""
    decomposed = unicodedata.normalize("NFD", form)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
