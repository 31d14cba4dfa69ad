"""Checks of what lies on this machine: settings, language packs, the port of metrics, the state folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from rescuewire.checking.findings import Answer
from rescuewire.configuration.applying import registry_of, security_of
from rescuewire.configuration.loading import Loaded, Origin
from rescuewire.configuration.model import Settings
from rescuewire.configuration.printing import file_name
from rescuewire.counting import counted
from rescuewire.detection import DetectorSettings, detector_of_process
from rescuewire.extraction.pack_errors import PackError
from rescuewire.metrics.health import MeasuredDetector
from rescuewire_connectors.stopping import WrongSettings


class LoadedSettings:
    """Loads the settings in the check of them, and keeps them for the others."""

    def __init__(self, load: Callable[[], Loaded]) -> None:
        self._load = load
        self.settings: Settings | None = None

    def check(self) -> Answer:
        """Each by itself, together, and the files that they name: secrets, authorities, certificates. Raises Stop."""
        loaded = self._load()
        security_of(loaded.settings.kafka).options()
        registry_of(loaded.settings)
        self.settings = loaded.settings
        given = sum(origin is not Origin.DEFAULT for origin in loaded.origins.values())
        return Answer(f"{counted(given, 'setting')} given, all others have their defaults; file: {file_name(loaded)}")


def check_packs(wanted: DetectorSettings) -> Answer:
    """Load the detector with every language; raise WrongSettings."""
    try:
        detector = detector_of_process(wanted)
        packs = detector.load_languages() if isinstance(detector, MeasuredDetector) else ()
    except PackError as error:
        raise WrongSettings(str(error)) from error
    return Answer(f"loaded: {', '.join(packs)}" if packs else "this detector has none")


def check_metrics_port(host: str, port: int | None) -> Answer:
    """Whether the port could be opened now; raise WrongSettings."""
    if port is None:
        return Answer("no port is to be opened")
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise WrongSettings(
            f"port {port} at {host}: {error.strerror or error}; a run that is up may have it: give another with "
            "--metrics-port or --metrics-host"
        ) from error
    return Answer(f"port {port} at {host} is free")


def check_state_folder(folder: Path) -> Answer:
    """Whether replicas could write there; nothing is made. Raise WrongSettings."""
    wanted = folder.absolute()
    there = next(each for each in (wanted, *wanted.parents) if each.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        raise WrongSettings(f"{there} cannot be written; name a folder that can be with --state-folder")
    if there != wanted:
        return Answer(f"{wanted} will be made")
    if there.stat().st_uid != os.getuid():
        raise WrongSettings(f"{there}: this folder is another user's; name another with --state-folder")
    return Answer(f"{wanted} can be written")
