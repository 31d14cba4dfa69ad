"""The names of settings: in the file, in the environment, on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from rescuewire.configuration.model import Settings

PREFIX = "RESCUEWIRE_"
NESTED = "__"
CONFIG_VARIABLE = f"{PREFIX}CONFIG"
MASK = "**********"
_LOGIN_IN_ADDRESS = re.compile(r"(?<=://)[^/?#]*(?=@)")


def without_login(words: str) -> str:
    """The words of a setting with the name and password masked that may stand in an address."""
    return _LOGIN_IN_ADDRESS.sub(MASK, words)


@dataclass(frozen=True)
class Key:
    """One setting. `name` is its path in the file, `kafka.username`."""

    name: str
    field: FieldInfo

    @property
    def path(self) -> tuple[str, ...]:
        """The keys in the file that lead to it."""
        return tuple(self.name.split("."))

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return PREFIX + NESTED.join(self.path).upper()

    @property
    def flag(self) -> str:
        """Its flag on the command line."""
        return "--" + "-".join(self.path).replace("_", "-")

    @property
    def description(self) -> str:
        """What it means, in one line, and what it may be."""
        choices = f" one of {', '.join(self.choices)}" if self.choices else ""
        return f"{self.field.description or ''}{choices}"

    @property
    def default(self) -> Any:
        """Its value where nobody says anything."""
        return plain(self.field.default)

    @property
    def secret(self) -> bool:
        """True where it must be in no file of settings and in no command line."""
        return SecretStr in _types(self.field)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that it may be; none where it is free."""
        enums = [each for each in _types(self.field) if isinstance(each, type) and issubclass(each, Enum)]
        return tuple(str(each.value) for enum in enums for each in enum)

    def of(self, settings: Settings) -> Any:
        """Its value in `settings`."""
        value: Any = settings
        for name in self.path:
            value = getattr(value, name)
        return value


def plain(value: Any) -> Any:
    """A value as YAML has it."""
    if isinstance(value, Enum):
        return value.value
    return value if isinstance(value, bool | int | float | None) else str(value)


def _types(field: FieldInfo) -> tuple[Any, ...]:
    return get_args(field.annotation) or (field.annotation,)


@cache
def all_keys() -> dict[str, Key]:
    """Every setting by its name, in the order of the file."""
    return {key.name: key for key in _keys(Settings, ())}


def keys_under(*names: str) -> tuple[Key, ...]:
    """The settings of these names, and those of a section where a name is one's; raises KeyError for others."""
    return tuple(key for name in names for key in _under(name))


def _under(name: str) -> list[Key]:
    found = [key for key in all_keys().values() if key.name == name or key.name.startswith(f"{name}.")]
    if not found:
        raise KeyError(name)
    return found


def _keys(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[Key]:
    for name, field in model.model_fields.items():
        nested = field.annotation
        if isinstance(nested, type) and issubclass(nested, BaseModel):
            yield from _keys(nested, (*path, name))
        else:
            yield Key(".".join((*path, name)), field)
