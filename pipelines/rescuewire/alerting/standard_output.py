"""Alerts on standard output, as JSON lines."""

from __future__ import annotations

import os
from typing import BinaryIO

from rescuewire.alerting.alert import Alert, alert_json
from rescuewire_connectors.stopping import TryAgain


class StandardOutputReceiver:
    """Prints each alert at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def deliver(self, alert: Alert) -> None:
        """Print the alert; see `Receiver`."""
        try:
            self._stream.write(alert_json(alert) + b"\n")
            self._stream.flush()
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())  # the interpreter flushes once more
            raise TryAgain("standard output: nobody reads it any more; alerts wait, restart me") from error

    def close(self) -> None:
        """The stream belongs to the process."""
