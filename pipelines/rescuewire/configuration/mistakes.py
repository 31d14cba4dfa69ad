"""Mistakes in settings, each told in one line: what, where, and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rescuewire.configuration.keys import CONFIG_VARIABLE, PREFIX, Key, all_keys, without_login
from rescuewire_connectors.stopping import Stop, WrongSettings, WrongUsage

OF_KUBERNETES = re.compile(r"_SERVICE_(HOST|PORT)(_\w+)?$|_PORT(_\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)?$")
"""What Kubernetes puts into each pod for a Service whose name begins with ours, unless told not to."""
ADDRESS_OF_KUBERNETES = re.compile(r"(tcp|udp)://")


def refuse_unknown_variables(environment: Mapping[str, str]) -> None:
    """Raise WrongSettings for a variable that begins as ours do and is none."""
    known = {key.variable for key in all_keys().values()} | {CONFIG_VARIABLE}
    for name, value in environment.items():
        if name.upper().startswith(PREFIX) and name not in known and not _is_of_kubernetes(name, value):
            raise WrongSettings(f"{name}: there is no such variable{_nearest(name.upper(), known)}")


def _is_of_kubernetes(name: str, value: str) -> bool:
    ends = OF_KUBERNETES.search(name)
    return ends is not None and (ends[0] != "_PORT" or ADDRESS_OF_KUBERNETES.match(value) is not None)


def refuse_unknown_names(content: Any, file: Path) -> None:
    """Raise WrongSettings for a key in the file that is no setting, and for a secret that stands in it."""
    if not isinstance(content, Mapping):
        raise WrongSettings(f"{file}: no settings in it; write lines such as `group: rescuewire`")
    for name in _names(content, ""):
        key = all_keys().get(name)
        if key is None:
            raise WrongSettings(f"{file}: there is no setting {name}{_nearest(name, all_keys())}")
        if key.secret:
            raise WrongSettings(
                f"{file}: {name} is a secret and must not stand in this file; give it in the environment as "
                f"{key.variable}, or write {name}_file: PATH of a file that holds it"
            )


def _names(content: Mapping[Any, Any], path: str) -> Iterator[str]:
    """The names of all settings in a file; of a section that is empty, none."""
    for word, value in content.items():
        name = f"{path}{word}"
        section = any(known.startswith(f"{name}.") for known in all_keys())
        if section and isinstance(value, Mapping):
            yield from _names(value, f"{name}.")
        elif not section:
            yield name


def _nearest(name: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {found[0]}?" if found else "; `rescuewire config init` prints all settings"


def wrong_value(error: ValidationError, place: Callable[[Key], str]) -> Stop:
    """The first wrong value: what it is, where it was given, what it should be. Values of secrets are not shown."""
    first = error.errors(include_url=False, include_context=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    why = first["msg"].removeprefix("Value error, ").replace("Input should be", "this should be", 1)
    key = all_keys().get(name)
    if key is None:
        return WrongSettings(f"{name}: {why}; `rescuewire config init` shows how it is written")
    where = place(key)
    value = "" if key.secret else f" {without_login(str(first['input']))}"
    code = WrongUsage if where == key.flag else WrongSettings
    return code(f"{where}{value}: {why}")
