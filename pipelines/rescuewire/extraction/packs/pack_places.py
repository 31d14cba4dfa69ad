"""Where in a language pack's YAML files a mistake is: line and key of a key, of a word, of what stands twice.

Loading a pack keeps no lines. Only when a mistake has to be told is the file read again, with its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from rescuewire.extraction.pack_errors import PackError

Key: TypeAlias = tuple[str | int, ...]
"""The way to a place of a YAML file: names of mappings, and positions in lists from 0."""

_PIECES = re.compile(r"[|/=]")


@dataclass(frozen=True)
class PackPlace:
    """A place of a pack's YAML file; `text` is the word that stands there, empty for lists and mappings."""

    key: Key
    line: int
    text: str


def error_at_key(path: Path, key: Key, what: str) -> PackError:
    """The error of a key of a YAML file; where the key itself is missing, the line is that of what should hold it."""
    wanted = tuple(map(str, key))
    above = [place for place in _places_of(path) if tuple(map(str, place.key)) == wanted[: len(place.key)]]
    nearest = max(above, key=lambda place: len(place.key), default=PackPlace((), 1, ""))
    return _error_at(path, PackPlace((*nearest.key, *key[len(nearest.key) :]), nearest.line, ""), what)


def error_at_word(path: Path, word: str, what: str) -> PackError:
    """The error of a word or pattern of a YAML file, told at the first place where it stands."""
    return next((_error_at(path, place, what) for place in _holding(path, word)), PackError(f"{path}: {what}"))


def contradiction(path: Path, word: str, what: str) -> PackError:
    """The error of a word that stands twice and means something else each time, told at the second place."""
    places = [place for place in _places_of(path) if place.text == word]
    if len(places) < 2:
        places = [place for place in _places_of(path) if _is_in(word, place)]
    if len(places) < 2:  # twice in one entry
        return error_at_word(path, word, f"{what}; keep one")
    first = places[0]
    return _error_at(path, places[1], f"{what} at line {first.line} ({_written(first.key)}); keep one of the two")


def repeated_key(path: Path) -> PackError:
    """The error of the first key that a mapping has twice."""
    lines: dict[Key, int] = {}
    for place in _places_of(path):
        if place.key in lines:
            return _error_at(path, place, f"the same key stands at line {lines[place.key]} already; join the two")
        lines[place.key] = place.line
    return PackError(f"{path}: a key stands twice; join the two")


def _error_at(path: Path, place: PackPlace, what: str) -> PackError:
    key = _written(place.key)
    return PackError(f"{path}:{place.line}: {key}: {what}" if key else f"{path}:{place.line}: {what}")


def _written(key: Key) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in key).removeprefix(".")


def _holding(path: Path, word: str) -> list[PackPlace]:
    """Where a word stands by itself, else where it is a piece of an entry ("captive|captives")."""
    places = list(_places_of(path))
    alone = [place for place in places if place.text == word]
    return alone or [place for place in places if _is_in(word, place)]


def _is_in(word: str, place: PackPlace) -> bool:
    return bool(place.text) and word in _PIECES.split(place.text)


def _places_of(path: Path) -> Iterator[PackPlace]:
    root = yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    if root is not None:
        yield from _below(root, (), 1)


def _below(node: yaml.Node, key: Key, line: int) -> Iterator[PackPlace]:
    yield PackPlace(key, line, node.value if isinstance(node, yaml.ScalarNode) else "")
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _below(value, (*key, str(name.value)), name.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _below(item, (*key, index), item.start_mark.line + 1)
