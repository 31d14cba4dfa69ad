"""How a verb takes settings: as flags that are made from the model, and loaded before it begins."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial, wraps
from typing import Annotated, Any

import typer

from rescuewire.configuration.keys import CONFIG_VARIABLE, Key, keys_under
from rescuewire.configuration.model import REGISTRY_LOGIN

KAFKA_CONNECTION = ("kafka", "timeouts.connect", "timeouts.request")
"""The settings of a verb that talks to Kafka and is no member of a group."""

REGISTRY = ("registry", *REGISTRY_LOGIN)
"""Those of a verb that talks to a schema registry."""

DEAD_LETTER_LIMIT = ("dead_letter_share", "dead_letter_window", "dead_letter_run")
METRICS = ("metrics_port", "metrics_host")
LOGS = ("log_format", "log_level")

PANELS = {"kafka": "Security", "timeouts": "Time-outs"}
OF_GROUP = ("dead_letters", "delivery", "group", "replica", "state_folder", "start")
CONFIG_PARAMETER = "config"
Verb = Callable[..., Any]


def takes_settings(*names: str) -> Callable[[Verb], Verb]:
    """Give a verb the flags of these settings, and of whole sections where a name is a section's.

    The verb has a parameter `loaded` of type Loaded in their place, by keyword only; `loaded.settings` are the values
    in force. A verb that talks to Kafka needs no more than this:

        @takes_settings(*KAFKA_CONNECTION)
        def count(address: AddressArgument, *, loaded: Loaded) -> None:
            place = parse_topic(address)
            cluster = cluster_at(loaded.settings, place.servers)

    Environment and file may give any setting, also those that the verb has no flag for. A verb with a parameter `load`
    in the place of `loaded` loads them itself, by calling it without arguments, and is told what is wrong with them.
    """
    keys = [key for key in keys_under(*names) if not key.secret]

    def decorate(verb: Verb) -> Verb:
        @wraps(verb)
        def with_settings(**words: Any) -> Any:
            from rescuewire.configuration.loading import load_settings  # noqa: PLC0415  help must not wait for it

            flags = {key.name: words.pop(_parameter_name(key)) for key in keys}
            config = words.pop(CONFIG_PARAMETER)
            given = {name: value for name, value in flags.items() if value is not None}
            load = partial(load_settings, given, config)
            return verb(**words, load=load) if loads_itself else verb(**words, loaded=load())

        signature = inspect.signature(verb, eval_str=True)
        loads_itself = "load" in signature.parameters
        own = [each for each in signature.parameters.values() if each.name not in ("loaded", "load")]
        flags = [_config_flag(), *map(_flag, keys)]
        by_keyword = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own]
        with_settings.__signature__ = signature.replace(parameters=[*by_keyword, *flags])  # type: ignore[attr-defined]
        return with_settings

    return decorate


def _parameter_name(key: Key) -> str:
    return "_".join(("setting", *key.path))


def _flag(key: Key) -> inspect.Parameter:
    """A flag takes a word as it is: the model reads it, as it reads variables and the file."""
    option = typer.Option(
        key.flag,
        help=key.description,
        metavar=_metavar(key),
        rich_help_panel=_panel(key),
        show_default=False if key.default is None else _words(key.default),
    )
    return _parameter(_parameter_name(key), option)


def _words(default: Any) -> str:
    return f"{default:g}" if isinstance(default, float) else str(default)


def _metavar(key: Key) -> str:
    if isinstance(key.default, float):
        return "N"
    return "PATH" if key.name.endswith(("_file", "_folder")) else "TEXT"


def _panel(key: Key) -> str | None:
    return "Kafka" if key.name in OF_GROUP else PANELS.get(key.path[0])


def _config_flag() -> inspect.Parameter:
    help_text = f"File of settings, as `rescuewire config init` prints it (variable {CONFIG_VARIABLE})"
    return _parameter(CONFIG_PARAMETER, typer.Option("--config", help=help_text, metavar="FILE", show_default=False))


def _parameter(name: str, option: Any) -> inspect.Parameter:
    annotation = Annotated[str | None, option]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
