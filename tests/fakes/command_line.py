"""The command line as its own parser reads it, without doing anything."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

import typer.main
from typer.core import TyperGroup

from rescuewire.commands.app import app

OPERATORS = {"|", ">", ">>", "&&", "||", ";", "&"}


def parse_command(words: Sequence[str]) -> None:
    """Read the words behind `rescuewire`; raises typer's exception where verb, flag, value or argument is none."""
    command, context, name, arguments = typer.main.get_command(app), None, "rescuewire", list(words)
    while True:
        context = command.make_context(name, arguments, parent=context)
        if not isinstance(command, TyperGroup):
            return
        found, command, arguments = command.resolve_command(context, [*context._protected_args, *context.args])
        assert command is not None
        name = found or ""


def verbs() -> set[str]:
    """The words that may follow `rescuewire`."""
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    return set(command.commands)


def commands_in(script: str) -> Iterator[list[str]]:
    """What stands behind `rescuewire` in the lines of a shell script, also behind `docker compose run rescuewire`."""
    for line in script.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        ours = [index for index, word in enumerate(words) if word.endswith("rescuewire") and _is_verb(words, index + 1)]
        if ours:
            yield list(_until_operator(words[ours[-1] + 1 :]))


def _is_verb(words: Sequence[str], index: int) -> bool:
    return index < len(words) and (words[index] in verbs() or words[index] == "--help")


def _until_operator(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word in OPERATORS:
            return
        yield word
