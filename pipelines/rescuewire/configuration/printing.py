"""Settings as text: a file to begin with, and what is in force."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from rescuewire.configuration.keys import MASK, Key, all_keys, plain, without_login
from rescuewire.configuration.loading import Loaded
from rescuewire.configuration.model import Settings

HEAD = """\
# Settings of rescuewire. A flag counts more than an environment variable, a variable more than this file.
# {example} here is {variable} in the environment and {flag} as a flag.
"""


def initial_file() -> str:
    """Every setting with its default, under a comment that tells what it is; read back, it changes nothing."""
    example = all_keys()["timeouts.request"]
    head = HEAD.format(example=example.name, variable=example.variable, flag=example.flag)
    return head + "\n" + "\n".join(_lines(all_keys().values())) + "\n"


def _lines(keys: Iterable[Key]) -> Iterator[str]:
    section = ""
    for key in keys:
        *above, name = key.path
        if above and above[0] != section:
            section = above[0]
            yield f"\n# {Settings.model_fields[section].description}\n{section}:"
        indent = "  " * len(above)
        yield f"{indent}# {key.description}"
        yield f"{indent}# {_instead(key)}" if key.secret else f"{indent}{name}: {_yaml(key.default)}"


def _instead(key: Key) -> str:
    """What stands in the place of a secret."""
    return f"{key.path[-1]}: not here, but in the environment as {key.variable}, or in the file named below"


def _yaml(value: Any) -> str:
    return str(yaml.safe_dump(value, width=10_000, allow_unicode=True)).removesuffix("...\n").strip()


def in_force(loaded: Loaded) -> Iterator[tuple[str, str, str, str]]:
    """Each setting: its name, its value with secrets masked, the kind of its origin, and where it was given."""
    for key in all_keys().values():
        value = key.of(loaded.settings)
        shown = MASK if key.secret and value is not None else without_login(_yaml(plain(value)))
        yield key.name, shown, loaded.origins[key.name].value, loaded.place(key)


def file_name(loaded: Loaded) -> str:
    """The file that was read, or that none was."""
    return "none" if loaded.file is None else os.fspath(loaded.file)
