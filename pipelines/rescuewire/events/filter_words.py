"""Filters as people write them: flags of `tail`, keys of `alert`'s rules; the names are the fields of `EventFilter`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from babel import Locale

from rescuewire.extraction.pack_errors import suggestion
from rescuewire.extraction.packs.country_codes import complaint_about, country_codes
from rescuewire_schemas.earliest_day import earliest_day
from rescuewire_schemas.event_filter import ROLES, EventFilter
from rescuewire_schemas.rescue_event import EventType, Form, Harm, Scope

_Symbols = TypeVar("_Symbols", bound=Enum)
_NEIGHBOURS = 3


class FilterError(ValueError):
    """A word of a filter means nothing; `field` is where it stands, the message says what is wrong, what to write."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def parse_filter(words: Mapping[str, Sequence[str]]) -> EventFilter:
    """Read the words of each field of `EventFilter`, several with commas or one by one; raise FilterError.

    Fields without words are not asked for. Names of symbols may be in capitals or not.
    """
    return EventFilter(**{field: _parse_field(field, given) for field, given in words.items() if given})


def _parse_field(field: str, given: Sequence[str]) -> Any:
    if field in _ONE_VALUE:
        if len(given) > 1:
            raise FilterError(field, f"{', '.join(given)}: one value is wanted")
        return _ONE_VALUE[field](field, given[0].strip())
    words = [word.strip() for group in given for word in group.split(",")]
    return frozenset(_SEVERAL_VALUES[field](field, word) for word in words)


def _parse_country(field: str, word: str) -> str:
    if word in country_codes():
        return word
    named = _countries_named_like(word)
    raise FilterError(field, f'"{word}" is no country code; did you mean {named}?' if named else complaint_about(word))


def _countries_named_like(word: str) -> str:
    """`ID (Indonesia), IN (India)`: countries of this name, or of the nearest ones."""
    by_name = {name.casefold(): code for code, name in Locale("en").territories.items() if code in country_codes()}
    close = get_close_matches(word.casefold(), by_name, n=_NEIGHBOURS, cutoff=0.7)
    return ", ".join(f"{by_name[name]} ({Locale('en').territories[by_name[name]]})" for name in close)


def _parse_language(field: str, word: str) -> str:
    known = Locale("en").languages
    code = word.lower()
    if code in known:
        return code
    named = {
        name.casefold(): known_code for known_code, name in known.items() if re.fullmatch("[a-z]{2,3}", known_code)
    }
    close = get_close_matches(code, named, n=1)
    instead = f'; did you mean "{named[close[0]]}"?' if close else "; write a code such as en, fr, es"
    raise FilterError(field, f'"{word}" is no code of a language{instead}')


def _symbol_parser(symbols: type[_Symbols]) -> Callable[[str, str], _Symbols]:
    by_name = {member.name: member for member in symbols if member.name != "UNRECOGNISED"}

    def parse(field: str, word: str) -> _Symbols:
        name = re.sub(r"[ -]", "_", word.upper())
        if name in by_name:
            return by_name[name]
        raise FilterError(field, f'"{word}" is no {field.replace("_", " ")}{_nearest(name, by_name)}')

    return parse


def _nearest(name: str, known: Iterable[str]) -> str:
    """The nearest neighbours, else all that there are."""
    names = list(known)
    close = get_close_matches(name, names, n=_NEIGHBOURS)
    return f"; did you mean {' or '.join(close)}?" if close else suggestion(name, names)


def _parse_people(field: str, word: str) -> int:
    if word.isascii() and word.isdigit() and int(word) > 0:
        return int(word)
    raise FilterError(field, f'"{word}" is no number of people; write a whole number from 1 on')


def _parse_probability(field: str, word: str) -> float:
    try:
        probability = float(word)
    except ValueError:
        probability = -1.0
    if 0 <= probability <= 1:  # not a number is neither
        return probability
    raise FilterError(field, f"{word}: a probability from 0 to 1 is wanted, such as 0.8 for 80 %")


def _parse_day(field: str, word: str) -> date:
    day = earliest_day(word) if "/" not in word else None
    if day is None:
        raise FilterError(field, f'"{word}" is no day, month or year; write 2023-05-10, 2023-05 or 2023')
    return day


_ONE_VALUE: dict[str, Callable[[str, str], object]] = {
    "min_victims": _parse_people,
    "min_confidence": _parse_probability,
    "since": _parse_day,
    "published_since": _parse_day,
}
_SEVERAL_VALUES: dict[str, Callable[[str, str], object]] = {
    **dict.fromkeys(("country", *ROLES), _parse_country),
    "harm": _symbol_parser(Harm),
    "form": _symbol_parser(Form),
    "event_type": _symbol_parser(EventType),
    "scope": _symbol_parser(Scope),
    "language": _parse_language,
}
