"""Whether a pack's file has its shape: msgspec's complaints, with the exact key and the words that would fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from rescuewire.extraction.pack_errors import PackError, suggestion
from rescuewire.extraction.packs.pack_places import Key, error_at_key

Shape = TypeVar("Shape", bound=msgspec.Struct)

OTHER_LANGUAGES = "other languages"
"""Where whoever writes a pack can see how a file goes."""

_COMPLAINT = re.compile(r"(?P<what>.*?)(?: - at (?P<of_key>`key` in )?`\$(?P<way>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<field>[^.\[]+)|\[(?P<index>\d+)\]|(?P<any>\[\.\.\.\])")
_QUOTED = re.compile(r"[`'](.*)[`']$")
_FIELD = "Object contains unknown field"
_MISSING = "Object missing required field"
_NO_CHOICE = "Invalid enum value"
_EMPTY = "of length >= 1"
_NO_TEXT = re.compile(r"Expected `str.*got `(int|float|bool|null)`")


def as_shape(path: Path, data: Any, shape: type[Shape], model: str = OTHER_LANGUAGES) -> Shape:
    """Give what was read from `path` its shape; raise PackError at the first place that does not fit.

    `model` names what shows how such a file goes.
    """
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise _told(path, data, shape, str(error), model) from error


def _told(path: Path, data: Any, shape: type[msgspec.Struct], complaint: str, model: str) -> PackError:
    parts = _COMPLAINT.fullmatch(complaint)
    what, way, of_key = (parts["what"], parts["way"] or "", bool(parts["of_key"])) if parts else (complaint, "", False)
    key = _exact_key(data, shape, complaint, way + "[...]" * of_key)
    quoted = _QUOTED.search(what)
    name = quoted[1] if quoted else ""
    if what.startswith(_FIELD):
        return error_at_key(path, (*key, name), f"no such key{suggestion(name, _fields(_kinds_at(shape, key)))}")
    if what.startswith(_MISSING):
        return error_at_key(path, (*key, name), "the key is missing; add it")
    if what.startswith(_NO_CHOICE):
        kinds = _key_kinds(_kinds_at(shape, key[:-1])) if of_key else _kinds_at(shape, key)
        return error_at_key(path, key, f'no such word: "{name}"{suggestion(name, _choices(kinds))}')
    return error_at_key(path, key, what + _remedy(what, model))


def _remedy(what: str, model: str) -> str:
    if _EMPTY in what:
        return ", got none; write a word or take the entry out"
    if what.startswith("Expected `array"):
        return "; write a list, [a, b]"
    return "; put it in quotes or take it out" if _NO_TEXT.match(what) else f"; write it as {model} have it"


def _exact_key(data: Any, shape: type[msgspec.Struct], complaint: str, way: str) -> Key:
    """The way that msgspec tells, with the names of mappings, which it leaves out.

    The name is that of the entry that, alone in its mapping, brings the same complaint.
    """
    key: Key = ()
    for step in _STEP.finditer(way):
        if step["any"]:
            name, data = next(_culprits(data, shape, complaint, key), ("?", data))
            key = (*key, name)
        else:
            key = (*key, step["field"] or int(step["index"]))
    return key


def _culprits(data: Any, shape: type[msgspec.Struct], complaint: str, key: Key) -> Iterator[tuple[Any, Any]]:
    entries = data
    for step in key:
        entries = entries[step]
    for name, value in entries.items() if isinstance(entries, dict) else ():
        alone = _with(data, key, {name: value})
        if _complaint(alone, shape) == complaint:
            yield name, alone


def _with(data: Any, key: Key, value: Any) -> Any:
    """A copy of `data` in which `value` stands at `key`."""
    if not key:
        return value
    changed = data.copy()
    changed[key[0]] = _with(data[key[0]], key[1:], value)
    return changed


def _complaint(data: Any, shape: type[msgspec.Struct]) -> str:
    try:
        msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _kinds_at(shape: type[msgspec.Struct], key: Key) -> list[inspect.Type]:
    kinds = [inspect.type_info(shape)]
    for step in key:
        kinds = [inner for kind in _single(kinds) for inner in _inside(kind, step)]
    return list(_single(kinds))


def _single(kinds: Iterable[inspect.Type]) -> Iterator[inspect.Type]:
    for kind in kinds:
        yield from kind.types if isinstance(kind, inspect.UnionType) else (kind,)


def _inside(kind: inspect.Type, step: str | int) -> list[inspect.Type]:
    if isinstance(kind, inspect.StructType):
        return [field.type for field in kind.fields if field.encode_name == step]
    if isinstance(kind, inspect.DictType):
        return [kind.value_type]
    return [kind.item_type] if isinstance(kind, (inspect.ListType, inspect.VarTupleType)) else []


def _key_kinds(kinds: Iterable[inspect.Type]) -> list[inspect.Type]:
    return list(_single(kind.key_type for kind in kinds if isinstance(kind, inspect.DictType)))


def _fields(kinds: Iterable[inspect.Type]) -> list[str]:
    return [field.encode_name for kind in kinds if isinstance(kind, inspect.StructType) for field in kind.fields]


def _choices(kinds: Iterable[inspect.Type]) -> Iterator[str]:
    for kind in kinds:
        if isinstance(kind, inspect.EnumType):
            yield from (str(member.value) for member in kind.cls)
        elif isinstance(kind, inspect.LiteralType):
            yield from map(str, kind.values)
