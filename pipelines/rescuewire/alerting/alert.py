"""The alert: an event that a rule asks for, and how a receiver recognises it when it comes twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import quote

from rescuewire_connectors.interfaces import Refused
from rescuewire_schemas.records import as_read
from rescuewire_schemas.rescue_event import RescueEvent

MOST_KEY_CHARACTERS = 200
"""What a header and a file name take everywhere."""


@dataclass(frozen=True)
class Alert:
    """An event, and the name of the rule that asks for it."""

    rule: str
    event: RescueEvent

    @property
    def key(self) -> str:
        """`EVENT_ID-RULE`: the same each time that this alert is sent, fit for a header and for a file's name.

        Raises:
            Refused: the event's id is none of ours and too long.
        """
        key = f"{quote(self.event.event_id, safe='', errors='replace')}-{self.rule}"
        if len(key) > MOST_KEY_CHARACTERS:
            raise Refused("unsendable", f"an event id of {len(self.event.event_id)} characters; ours have 32")
        return key


def alert_json(alert: Alert) -> bytes:
    """The alert as JSON on one line: `idempotency_key`, `rule`, and the fields of the `event`.

    A symbol that a later schema added is told as UNRECOGNISED: the alert goes out all the same.

    Raises:
        Refused: the event's id is none of ours and too long.
    """
    line = {"idempotency_key": alert.key, "rule": alert.rule, "event": as_read(alert.event)}
    return json.dumps(line, ensure_ascii=False).encode(errors="backslashreplace")
