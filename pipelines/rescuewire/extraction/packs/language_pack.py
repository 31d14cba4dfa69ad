"""Language packs: folders of words under `rescuewire/languages/`, read and checked here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
import yaml

from rescuewire.extraction.pack_errors import PackError, error_at_line
from rescuewire.extraction.packs.pack_places import repeated_key
from rescuewire.extraction.packs.pack_shapes import OTHER_LANGUAGES, as_shape

__all__ = ["LANGUAGES", "PackError", "Word", "pack_file", "read_pack_file", "read_shape", "read_words"]

LANGUAGES = Path(__file__).resolve().parents[2] / "languages"

Word: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
"""A word or phrase of a pack: never empty."""
Shape = TypeVar("Shape", bound=msgspec.Struct)


class _RepeatedKey(yaml.YAMLError):
    """A mapping has a key twice; YAML would let the last one win without a word."""


class _WordLoader(yaml.CSafeLoader):
    """YAML in which `off`, `no` and `on` are words, as in YAML 1.2: the pack's language may need them. So are days."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT002  PyYAML's signature
        mapping = super().construct_mapping(node, deep)
        if len(mapping) != len(node.value):
            raise _RepeatedKey
        return mapping


_BOOLEAN = "tag:yaml.org,2002:bool"
_DAY = "tag:yaml.org,2002:timestamp"
_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_BOOLEAN, _DAY)]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


def pack_file(code: str, name: str) -> Path:
    """Where the file `name` of the pack `code` is, or of the words that all languages share, `world`."""
    return LANGUAGES / code / name


@cache
def read_words(code: str, name: str, shape: type[Shape]) -> Shape:
    """Read `languages/<code>/<name>.yaml` as `shape`; raise PackError naming file, line and key if it is not."""
    return read_shape(pack_file(code, f"{name}.yaml"), shape)


def read_shape(path: Path, shape: type[Shape], model: str = OTHER_LANGUAGES) -> Shape:
    """Read a YAML file as `shape`; raise PackError naming file, line and key if it is not; `model`: see `as_shape`."""
    raw = read_pack_file(path)
    try:
        data = yaml.load(raw, Loader=_WordLoader)  # noqa: S506  a SafeLoader's subclass
    except _RepeatedKey:
        raise repeated_key(path) from None
    except yaml.YAMLError as error:
        raise _no_yaml(path, raw, error) from error
    return as_shape(path, data, shape, model)


def read_pack_file(path: Path) -> bytes:
    """The bytes of a pack's file, which are UTF-8; raise PackError if there is no such file or they are not."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise PackError(f"{path}: the language pack has no such file; add it, as other languages have it") from None
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        raise error_at_line(path, _line_at(raw, error.start), "not UTF-8; save the file as UTF-8") from None
    return raw


def _line_at(raw: bytes, position: int) -> int:
    return raw.count(b"\n", 0, position) + 1


def _no_yaml(path: Path, raw: bytes, error: yaml.YAMLError) -> PackError:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        begun = error.context_mark
        within = f" {error.context} begun at line {begun.line + 1}" if begun is not None else ""
        what = f"no YAML, column {mark.column + 1}: {error.problem}{within}"
        return error_at_line(path, mark.line + 1, f"{what}; look for a missing quote, comma, bracket or indent")
    position = getattr(error, "position", 0)
    return error_at_line(path, _line_at(raw, position), "no YAML: a control character; delete it")
