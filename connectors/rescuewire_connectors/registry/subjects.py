"""Subjects: under which name a topic's schema is registered, and with which id its records are written."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rescuewire_connectors.registry.client import RegistryClient
from rescuewire_connectors.stopping import NotAuthorised, Unreachable


def topic_subject(topic: str) -> str:
    """The subject of a topic's values, after Confluent's TopicNameStrategy, the default of its clients."""
    return f"{topic}-value"


def register_all(registry: RegistryClient, subject: str, texts: Sequence[str]) -> list[int]:
    """Register schemas, oldest first, under a subject that takes compatible ones only; return ids or raise Stop."""
    registry.require_compatibility(subject)
    return [registry.register(subject, text) for text in texts]


def id_for_writing(registry: RegistryClient, subject: str, texts: Sequence[str], known: KnownIds) -> int:
    """The id of the last of `texts`, oldest first; what is not registered yet is registered.

    Where the registry does not answer, an id that it gave on this machine before is as good, for it never changes.

    Raises:
        Unreachable: it does not answer, and no id is known.
        Stop: it refuses.
    """
    try:
        found = _ask(registry, subject, texts)
    except Unreachable as away:
        recalled = known.recall(subject, texts[-1])
        if recalled is None:
            raise Unreachable(
                f"{away}; its id for the schema of {subject} is not known here from an earlier run"
            ) from away
        print(f"rescuewire: {away}; going on with id {recalled}, which it gave before", file=sys.stderr)  # noqa: T201
        return recalled
    known.remember(subject, texts[-1], found)
    return found


def _ask(registry: RegistryClient, subject: str, texts: Sequence[str]) -> int:
    found = registry.find(subject, texts[-1])
    if found is not None:
        return found
    try:
        return register_all(registry, subject, texts)[-1]
    except NotAuthorised as refused:
        raise NotAuthorised(
            f"{refused}; the schema of {subject} is not registered, so have someone who may run "
            f"rescuewire schema register --registry {registry.address} --topic {subject.removesuffix('-value')}"
        ) from refused


@dataclass(frozen=True)
class KnownIds:
    """Ids that a registry gave, remembered in a folder beyond the process."""

    folder: Path
    registry: str

    def remember(self, subject: str, text: str, schema_id: int) -> None:
        """Write an id down, whole or not at all."""
        file = self._file(subject, text)
        part = file.with_suffix(".part")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_text(json.dumps({"registry": self.registry, "subject": subject, "id": schema_id}) + "\n")
        part.replace(file)

    def recall(self, subject: str, text: str) -> int | None:
        """The id that the registry gave to this text under the subject, None where none is known."""
        try:
            return int(json.loads(self._file(subject, text).read_text())["id"])
        except (FileNotFoundError, ValueError):  # not there, or emptied by a machine that lost power
            return None

    def _file(self, subject: str, text: str) -> Path:
        name = sha256(f"{self.registry}\n{subject}\n{text}".encode()).hexdigest()[:32]
        return self.folder / f"registry-{name}.json"
