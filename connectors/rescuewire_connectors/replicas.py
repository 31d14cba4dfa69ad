"""Replicas: each process of a group has a name of its own, the same after a restart, and a place to remember things.

The name goes into `transactional.id`. Two living processes of one name would shut each other out, and a process that
comes back under another name would leave its dead predecessor's transaction to its time-out. So the name is guarded
by a lock that the system releases when the process dies, however it dies.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import socket
import tempfile
from pathlib import Path
from urllib.parse import quote

from rescuewire_connectors.stopping import WrongSettings
from rescuewire_connectors.suspects import SuspectsOnDisk


class Replica:
    """A name that nobody else on this machine has while this is open, and what is remembered under it."""

    def __init__(self, name: str, folder: Path, lock: int) -> None:
        self.name = name
        file = quote(name, safe="")
        self.suspects = SuspectsOnDisk(folder / f"{file}.mark", folder / f"{file}.deaths.json")
        self._lock = lock

    def close(self) -> None:
        """Give the name free; safe to call twice."""
        self.suspects.close()
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def default_state_folder() -> Path:
    """Where replicas remember things unless told otherwise: it has to outlive a process, not a machine."""
    return Path(tempfile.gettempdir()) / f"rescuewire-{os.getuid()}"


def take_replica(state: Path, cluster_id: str, group: str, wanted: str | None) -> Replica:
    """Take the name `wanted` in a group, or else this host's with the lowest number that is free; raise WrongSettings.

    Processes share numbers where they share `state`, a folder on a disk of this machine.
    """
    folder = _own_folder(state / quote(cluster_id, safe="") / quote(group, safe=""), state)
    names = [wanted] if wanted else (f"{socket.gethostname()}-{number}" for number in itertools.count())
    for name in names:
        lock = _try_to_lock(folder / f"{quote(name, safe='')}.lock")
        if lock is not None:
            return Replica(name, folder, lock)
    raise WrongSettings(f"--replica {wanted}: a process of group {group} here has this name already; give another")


def _own_folder(folder: Path, state: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        owner = state.stat().st_uid
    except OSError as error:
        raise WrongSettings(f"{error}; name a folder that can be written with --state-folder") from error
    if owner != os.getuid():
        raise WrongSettings(f"{state}: this folder is another user's; name another with --state-folder")
    return folder


def _try_to_lock(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor
