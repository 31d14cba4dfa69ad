"""Cases: a passage with one thing swapped, and how the scored slots change by that."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

from generalisation.country_words import (
    Country,
    country_words,
    people_words,
    read_countries,
    read_towns,
    town_words,
)
from generalisation.figure_words import Figure, figures, read_words
from generalisation.marked_passages import LANGUAGES, Mark, Passage, read_passages, swappable_passages
from generalisation.scored_slots import ScoredSlots
from generalisation.time_words import times

Change = Callable[[ScoredSlots], ScoredSlots]
Chosen = TypeVar("Chosen")
PASSAGES_A_COUNTRY = 1
PASSAGES_A_BOUND = 2
COUNTRIES_AN_AGENT = 2
TIMES_A_PASSAGE = 11
STATES = ("BD", "CH", "CI", "ES", "FR", "GE", "ID", "IN", "JP", "KE", "MX", "NG", "NL", "PE", "PH", "TR", "US", "ZA")


@dataclass(frozen=True)
class Case:
    """A text and what becomes of the slots of the untouched passage."""

    kind: str
    passage: Passage
    value: str
    text: str
    swapped: Change

    def change(self, slots: ScoredSlots) -> ScoredSlots:
        """The slots to expect, by those of the untouched passage."""
        return self.swapped(_count_of_one(slots) if self.passage.telling == "one" else slots)

    @property
    def id(self) -> str:
        """Names the passage, the kind of swap, and what was put in."""
        return f"{self.passage.id}/{self.kind}/{self.value}"


@cache
def all_cases() -> tuple[Case, ...]:
    """All cases of all languages."""
    makers = (_country_cases, _further_town_cases, _figure_cases, _time_cases, _agent_cases, _telling_cases)
    return tuple(case for language in LANGUAGES for make in makers for case in make(language))


def chosen(among: Iterable[Chosen], value: str, number: int, name: Callable[[Chosen], str]) -> list[Chosen]:
    """`number` of them for `value`: spread evenly, and hardly changed by one more to choose among."""
    return sorted(among, key=lambda one: zlib.crc32(f"{name(one)}/{value}".encode()))[:number]


def _country_cases(language: str) -> Iterator[Case]:
    """Every country in every kind of words that name one."""
    for code, country in read_countries(language).items():
        for kind in ("country", "people", "town"):
            swaps = [swap for swap in _country_swaps(language) if swap[1].kind == kind]
            fitting = [swap for swap in swaps if _can_take(*swap, country)]
            for passage, mark in chosen(fitting, f"{kind}{code}", PASSAGES_A_COUNTRY, _swap_name):
                yield _country_case(passage, mark, country)


@cache
def _country_swaps(language: str) -> tuple[tuple[Passage, Mark], ...]:
    """Each country that is marked in a passage, with its first mark."""
    firsts = {
        (passage, mark.country): mark
        for passage in swappable_passages(language)
        for mark in reversed(passage.marks)
        if mark.names_country
    }
    return tuple((passage, mark) for (passage, _), mark in firsts.items())


def _swap_name(swap: tuple[Passage, Mark]) -> str:
    return f"{swap[0].id}{swap[1].country}"


def _marks_of(passage: Passage, code: str) -> list[Mark]:
    return [mark for mark in passage.marks if mark.names_country and mark.country == code]


def _can_take(passage: Passage, mark: Mark, country: Country) -> bool:
    """Whether there are words for all marks, and no other mark names the new country."""
    marks = _marks_of(passage, mark.country)
    taken = {other.country for other in passage.marks if other.names_country or other.kind == "agent"}
    return country.code not in taken and all(_words_of(each, country, passage.language) for each in marks)


def _words_of(mark: Mark, country: Country, language: str) -> str:
    form = mark.how[0]
    if mark.kind == "people":
        return people_words(country, form, language, noun=mark.words[0].isupper())
    if mark.kind == "town":
        return town_words(country.town, form, language) if country.town else ""
    return country_words(country, form, language)


def _country_case(passage: Passage, first: Mark, country: Country) -> Case:
    old, language = first.country, passage.language
    marks = _marks_of(passage, old)
    text = passage.filled(lambda mark, _: _words_of(mark, country, language) if mark in marks else mark.words)
    change = _country_change([role for mark in marks for role in mark.roles], old, country.code)
    return Case(first.kind, passage, f"{old}-{country.code}", text, change)


def _country_change(roles: Iterable[str], old: str, new: str | None) -> Change:
    def change(slots: ScoredSlots) -> ScoredSlots:
        for role in roles:
            slots = slots.with_country(role, old, new)
        return slots

    return change


def _further_town_cases(language: str) -> Iterator[Case]:
    """Towns that are no capitals, where a town alone tells the country."""
    swaps = [
        swap for swap in _country_swaps(language) if {m.kind for m in _marks_of(swap[0], swap[1].country)} == {"town"}
    ]
    for code, town in read_towns(language):
        country = Country(code, "", "", "", "", town)
        fitting = [swap for swap in swaps if _can_take(*swap, country)]
        for passage, mark in chosen(fitting, town, PASSAGES_A_COUNTRY, _swap_name):
            case = _country_case(passage, mark, country)
            yield replace(case, value=f"{case.value} {town}")


def _figure_cases(language: str) -> Iterator[Case]:
    """Every figure, in passages whose noun and other figures allow it."""
    passages = [passage for passage in swappable_passages(language) if _count_mark(passage)]
    for figure in figures(language):
        fitting = [passage for passage in passages if _fits(_count_mark(passage), figure)]
        number = 1 if figure.kind in ("digits", "spelled") else PASSAGES_A_BOUND
        for passage in chosen(fitting, figure.words, number, lambda one: one.id):
            yield _figure_case(passage, figure)


def _count_mark(passage: Passage) -> Mark | None:
    return next((mark for mark in passage.marks if mark.kind == "count"), None)


def _fits(mark: Mark | None, figure: Figure) -> bool:
    how = mark.how if mark else ()
    least = max((int(word) for word in how if word.isdigit()), default=0)
    plain = "plain" not in how or figure.kind in ("digits", "spelled")
    return plain and figure.least > least - 1 and (not figure.gender or figure.gender in how)


def _figure_case(passage: Passage, figure: Figure) -> Case:
    elided = read_words(passage.language)["links"].get(figure.link, "")
    text = passage.filled(
        lambda mark, behind: figure.before(behind.lstrip(), elided) if mark.kind == "count" else mark.words
    )
    return Case(
        figure.kind, passage, figure.words, _single_blanks(text, passage), lambda s: replace(s, count=figure.count)
    )


def _single_blanks(text: str, passage: Passage) -> str:
    """The figure brings its own blank: that of the passage behind the mark goes, and none follows an elision."""
    assert "  " not in passage.plain
    return text.replace("  ", " ").replace("' ", "'")


def _time_cases(language: str) -> Iterator[Case]:
    """Every way to tell a time, told from the passage's own day of publication."""
    for passage in swappable_passages(language):
        mark = next((mark for mark in passage.marks if mark.kind == "time"), None)
        if mark and passage.published and not passage.telling:
            told = times(language, date.fromisoformat(passage.published), only_years="year" in mark.how)
            for words, edtf in chosen(told, passage.id, TIMES_A_PASSAGE, lambda one: one[0]):
                yield _time_case(passage, words, edtf)


def _time_case(passage: Passage, words: str, edtf: str | None) -> Case:
    text = passage.filled(lambda mark, _: words if mark.kind == "time" else mark.words)
    return Case("time", passage, words, text, lambda slots: replace(slots, time=edtf))


def _agent_cases(language: str) -> Iterator[Case]:
    """Every kind of agent, of several states."""
    for passage in swappable_passages(language):
        for mark in (mark for mark in passage.marks if mark.kind == "agent"):
            for kind in read_words(language)["agents"]:
                for code in chosen(_states_for(passage), f"{passage.id}{kind}", COUNTRIES_AN_AGENT, str):
                    yield _agent_case(passage, mark, kind, read_countries(language)[code])


def _states_for(passage: Passage) -> list[str]:
    named = {mark.country for mark in passage.marks if mark.names_country or mark.kind == "agent"}
    return [code for code in STATES if code not in named]


def _agent_case(passage: Passage, old: Mark, kind: str, country: Country) -> Case:
    agent = read_words(passage.language)["agents"][kind]
    words = agent["words"].format(**_agent_forms(country, passage.language))
    if len(old.how) > 1:
        words = f"{words} {old.how[1].split('/')[bool(agent.get('many'))]}"
    text = passage.filled(lambda mark, _: words if mark == old else mark.words)
    new = country.code if agent.get("state", True) else None
    return Case("agent", passage, f"{kind} {country.code}", text, _country_change(["agent"], old.country, new))


def _agent_forms(country: Country, language: str) -> dict[str, str]:
    forms = ("adj",) if language == "en" else ("ms", "fs", "mp", "fp")
    peoples = {form: people_words(country, form, language, noun=False) for form in forms}
    return peoples | {form: country_words(country, form, language) for form in ("name", "ofthe")}


def _telling_cases(language: str) -> Iterator[Case]:
    """The other ways to tell the same act: active, passive, and of one person."""
    for passage in read_passages(language):
        if passage.telling:
            yield Case("telling", passage, passage.telling, passage.plain, _unchanged)


def _count_of_one(slots: ScoredSlots) -> ScoredSlots:
    return replace(slots, count=(1, 1, 1, "EXACT"))


def _unchanged(slots: ScoredSlots) -> ScoredSlots:
    return slots
