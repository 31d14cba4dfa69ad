"""The envelope: CloudEvents 1.0 attributes as headers of a Kafka record, in binary content mode.

A router filters and routes by them without decoding the value. See the Kafka protocol binding of CloudEvents.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from urllib.parse import quote

from rescuewire_schemas.rescue_event import RescueEvent

SPEC_VERSION = "1.0"
EVENT_TYPE = "rescuewire.RescueEvent"
"""The full name of the event's Avro schema."""

CONTENT_TYPE = "application/avro"

Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Occasion:
    """Where and when an event was found: the topic or file of its article, the time of processing."""

    source: str
    time: datetime
    data_schema: str | None = None
    """The address of the event's schema in a registry."""


def cloud_event_headers(event: RescueEvent, occasion: Occasion) -> Headers:
    """Return the headers of an event's record; all values are UTF-8.

    `ce_subject` is the article's id, left out where that has characters which CloudEvents does not allow.
    `ce_eventtype` and `ce_harm` are extensions: the event's fields of these names.
    """
    attributes = {
        "ce_specversion": SPEC_VERSION,
        "ce_id": event.event_id,
        "ce_type": EVENT_TYPE,
        "ce_source": f"/rescuewire/{quote(occasion.source.rpartition('/')[2], safe='')}",
        "ce_time": _timestamp(occasion.time),
        "ce_subject": event.article.id if event.article.id.isprintable() else None,
        "ce_dataschema": occasion.data_schema,
        "ce_eventtype": event.event_type.value,
        "ce_harm": event.harm.value,
        "content-type": CONTENT_TYPE,
    }
    return tuple((name, value.encode()) for name, value in attributes.items() if value)


def _timestamp(time: datetime) -> str:
    """RFC 3339 in UTC, to the millisecond."""
    return time.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
