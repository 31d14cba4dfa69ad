"""Language packs: folders of words under `rescuewire/languages/`, read and checked here."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

LANGUAGES = Path(__file__).resolve().parent.parent / "languages"

Shape = TypeVar("Shape", bound=msgspec.Struct)


class PackError(Exception):
    """A language pack's file is missing or does not have its shape."""


class _WordLoader(yaml.CSafeLoader):
    """YAML in which `off`, `no` and `on` are words, as in YAML 1.2: the pack's language may need them."""


_BOOLEAN = "tag:yaml.org,2002:bool"
_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver(_BOOLEAN, re.compile(r"^(?:true|false)$"), list("tf"))


@cache
def read_words(code: str, name: str, shape: type[Shape]) -> Shape:
    """Read `languages/<code>/<name>.yaml` as `shape`; raise PackError naming file and key if it is not."""
    path = LANGUAGES / code / f"{name}.yaml"
    try:
        return msgspec.convert(_read_yaml(path), type=shape)
    except FileNotFoundError:
        raise PackError(f"{path}: the language pack has no such file") from None
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise PackError(f"{path}: {error}") from error


def _read_yaml(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=_WordLoader)  # noqa: S506 (a SafeLoader's subclass)
