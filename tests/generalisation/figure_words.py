"""Figures of people in all their forms, and the count that the definition gives each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from unicode_rbnf import FormatPurpose, RbnfEngine

from generalisation.country_words import WORDS

Count = tuple[int | None, int | None, int | None, str]
"""best, min, max, qualifier."""
_VAGUE = {"DOZENS": 20, "HUNDREDS": 200, "THOUSANDS": 2000, "UNKNOWN": None}
_VOWELS = "aeiouyéèêîôœh"
NUMBERS = (*range(2, 34), *range(37, 101, 7), 71, 80, 81, 90, 91, 99, *range(101, 1000, 83), 200, 201, 500, 999)
LARGE_NUMBERS = (1000, 1001, 1100, *range(1127, 10_000, 613), 2000, 5000, 9999, 10_000)
BOUNDED = (21, 60, 300, 1500)


@dataclass(frozen=True)
class Figure:
    """Words for a figure: `link` joins them to the noun (« une dizaine de »); `gender` is "" where any fits."""

    kind: str
    words: str
    count: Count
    link: str = ""
    gender: str = ""

    def before(self, noun: str, elided: str) -> str:
        """The words with what joins them to `noun`."""
        if not self.link:
            return f"{self.words} "
        return self.words + (f" {elided}" if elided and noun[:1].lower() in _VOWELS else f" {self.link} ")

    @property
    def least(self) -> int:
        """The least number of people that the words can stand for, as far as they tell."""
        return self.count[1] or self.count[0] or 0


@cache
def read_words(language: str) -> dict[str, Any]:
    """What stands in for marked words."""
    return dict(yaml.safe_load((WORDS / f"{language}.yaml").read_text(encoding="utf-8")))


@cache
def figures(language: str) -> tuple[Figure, ...]:
    """All figures of a language."""
    words = read_words(language)
    made = (_digits(words), _spelled(language, words), _bounded(language, words), _ranges(language, words))
    return tuple(figure for group in (*made, _collectives(words), _vague(words)) for figure in group)


def _exact(number: int) -> Count:
    return number, number, number, "EXACT"


def count_of(qualifier: str, number: int) -> Count:
    """The count of a bound word and a figure, by the table of the definition."""
    bounds = {
        "MORE_THAN": (number, None),
        "AT_LEAST": (number, None),
        "NEARLY": (None, number),
        "AT_MOST": (None, number),
        "ABOUT": (None, None),
    }
    return (number, *bounds[qualifier], qualifier)


def _digits(words: dict[str, Any]) -> Iterator[Figure]:
    for number in NUMBERS:
        yield Figure("digits", str(number), _exact(number))
    for number in LARGE_NUMBERS:
        for mark in (*words["grouping"], ""):
            yield Figure("digits", f"{number:,}".replace(",", mark), _exact(number))


def _spelled(language: str, words: dict[str, Any]) -> Iterator[Figure]:
    for number in (*NUMBERS, *LARGE_NUMBERS):
        for gender in words["spelling"]:
            spelled = spell(language, number, gender)
            for form in {spelled, _respelled(spelled, words)}:
                yield Figure("spelled", form, _exact(number), gender=gender if len(words["spelling"]) > 1 else "")


def spell(language: str, number: int, gender: str) -> str:
    """The number in words before a noun of that gender."""
    ruleset = read_words(language)["spelling"][gender]
    return _engine(language).format_number(number, FormatPurpose.CARDINAL).text_by_ruleset[ruleset]


@cache
def _engine(language: str) -> RbnfEngine:
    return RbnfEngine.for_language(language)


def _respelled(spelled: str, words: dict[str, Any]) -> str:
    for old, new in words["respelled"].items():
        spelled = spelled.replace(old, new)
    return spelled


def _bounded(language: str, words: dict[str, Any]) -> Iterator[Figure]:
    for qualifier, templates in words["bounds"].items():
        for template in templates:
            for number in BOUNDED:
                yield from _by_gender("bound", template, str(number), count_of(qualifier, number), words)
            for gender in words["spelling"]:
                text = words.get("feminine", {}).get(template, template) if gender == "f" else template
                spelled = text.format(spell(language, 60, gender))
                yield Figure(
                    "bound", spelled, count_of(qualifier, 60), gender=gender if "f" in words["spelling"] else ""
                )


def _by_gender(kind: str, template: str, number: str, count: Count, words: dict[str, Any]) -> Iterator[Figure]:
    feminine = words.get("feminine", {}).get(template)
    yield Figure(kind, template.format(number), count, gender="m" if feminine else "")
    if feminine:
        yield Figure(kind, feminine.format(number), count, gender="f")


def _ranges(language: str, words: dict[str, Any]) -> Iterator[Figure]:
    for template in words["ranges"]:
        for low, high in ((30, 40), (15, 20), (120, 150)):
            count = (None, low, high, "RANGE")
            yield Figure("range", template.format(low, high), count)
            yield Figure("range", template.format(*(spell(language, n, "m") for n in (low, high))), count)


def _collectives(words: dict[str, Any]) -> Iterator[Figure]:
    for phrase, number in words["collectives"].items():
        yield _linked("collective", phrase, count_of("ABOUT", number))
    for qualifier, phrases in words["bounded_collectives"].items():
        for phrase, number in phrases.items():
            yield _linked("collective", phrase, count_of(qualifier, number))


def _vague(words: dict[str, Any]) -> Iterator[Figure]:
    feminine = words.get("feminine_vague", {})
    for qualifier, phrases in words["vague"].items():
        for phrase in phrases:
            count = (None, _VAGUE[qualifier], None, qualifier)
            yield _linked("vague", phrase, count, gender="m" if phrase in feminine else "")
            if phrase in feminine:
                yield Figure("vague", feminine[phrase], count, gender="f")


def _linked(kind: str, phrase: str, count: Count, gender: str = "") -> Figure:
    head, _, last = phrase.rpartition(" ")
    return Figure(kind, head, count, last, gender) if last in ("de", "of") else Figure(kind, phrase, count, "", gender)
