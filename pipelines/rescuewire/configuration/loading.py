"""Loading settings: a flag counts more than a variable, a variable more than the file, the file more than a default."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

from rescuewire.configuration.keys import CONFIG_VARIABLE, NESTED, PREFIX, Key, all_keys
from rescuewire.configuration.mistakes import refuse_unknown_names, refuse_unknown_variables, wrong_value
from rescuewire.configuration.model import Settings
from rescuewire_connectors.stopping import WrongSettings


class Origin(str, Enum):
    """Where a value comes from."""

    FLAG = "flag"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True)
class Loaded:
    """Settings in force, where each comes from, and the file that was read, None without one."""

    settings: Settings
    origins: Mapping[str, Origin]
    file: Path | None

    def place(self, key: Key) -> str:
        """Where the value of a setting was given, in words that lead there; "" for a default."""
        return _place(key, self.origins[key.name], self.file)


class _Sources(Settings, BaseSettings):
    """The settings with the sources that they come from; `yaml_file` is set by a subclass for each load."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter=NESTED, env_ignore_empty=True, yaml_file_encoding="utf-8"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """In the order of their weight."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls)


def load_settings(flags: Mapping[str, str], config: str | None = None) -> Loaded:
    """Load settings; `flags` are by the names of settings, `config` is the file. Raises WrongSettings, WrongUsage."""
    file = _file(config)
    refuse_unknown_variables(os.environ)

    class Here(_Sources):
        model_config = SettingsConfigDict(yaml_file=file)

    given = _nested(flags)
    origins = _origins(Here, given, file)
    try:
        read = Here(**given)
    except ValidationError as error:
        raise wrong_value(error, lambda key: _place(key, origins[key.name], file)) from None
    settings = Settings(**{name: getattr(read, name) for name in Settings.model_fields})
    return Loaded(settings, origins, file)


def _file(config: str | None) -> Path | None:
    name = config or os.environ.get(CONFIG_VARIABLE)
    if not name:
        return None
    said = "--config" if config else CONFIG_VARIABLE
    path = Path(name)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "this is no text in UTF-8"
        raise WrongSettings(f"{said} {path}: {reason}; give a file as `rescuewire config init` prints it") from error
    except yaml.YAMLError as error:
        raise WrongSettings(f"{said} {path}: this is no YAML: {' '.join(str(error).split())}") from None
    refuse_unknown_names(content or {}, path)
    return path


def _origins(source: type[_Sources], flags: dict[str, Any], file: Path | None) -> dict[str, Origin]:
    """The weightiest source that gives each setting."""
    read: list[tuple[Origin, PydanticBaseSettingsSource]] = [
        (Origin.FLAG, InitSettingsSource(source, flags)),
        (Origin.ENVIRONMENT, EnvSettingsSource(source)),
    ]
    if file is not None:
        read.append((Origin.FILE, YamlConfigSettingsSource(source)))
    given = [(origin, each()) for origin, each in read]
    keys = all_keys().values()
    return {key.name: next((o for o, values in given if _holds(values, key)), Origin.DEFAULT) for key in keys}


def _holds(values: Any, key: Key) -> bool:
    for name in key.path:
        if not isinstance(values, Mapping) or name not in values:
            return False
        values = values[name]
    return True


def _nested(flags: Mapping[str, str]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, value in flags.items():
        *sections, last = all_keys()[name].path
        inner = nested
        for section in sections:
            inner = inner.setdefault(section, {})
        inner[last] = value
    return nested


def _place(key: Key, origin: Origin, file: Path | None) -> str:
    places = {Origin.FLAG: key.flag, Origin.ENVIRONMENT: key.variable, Origin.FILE: f"{file}:{key.name}"}
    return places.get(origin, "")
