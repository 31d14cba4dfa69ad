"""A folder of CAP messages: a file an alert, named after its key, written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

from rescuewire.alerting.alert import Alert
from rescuewire.alerting.cap import CapHeader, cap_message
from rescuewire.alerting.rule_shapes import CapFolder
from rescuewire_connectors.addresses import refuse_unwritable
from rescuewire_connectors.files.targets import FinishedFile


def _now() -> datetime:
    return datetime.now(timezone.utc)


class CapFolderReceiver:
    """Writes `KEY.xml`, whole or not at all. A file that is there already stays: the alert came before."""

    def __init__(self, settings: CapFolder, clock: Callable[[], datetime] = _now) -> None:
        self._folder = Path(settings.folder)
        self._sender = settings.sender
        self._clock = clock
        refuse_unwritable(self._folder / "x.xml", f"{self._folder}/")

    def deliver(self, alert: Alert) -> None:
        """Write the alert's file, unless it is there; see `Receiver`. Raises OSError where the disk refuses."""
        path = self._folder / f"{alert.key}.xml"
        if path.exists():
            return
        file = FinishedFile(path)
        try:
            file.stream.write(cap_message(alert, CapHeader(self._sender, self._clock())))
            file.complete()
        finally:
            file.close()

    def close(self) -> None:
        """Nothing is held."""
