"""The shape of a file of alert rules, as msgspec checks it."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import msgspec

Words: TypeAlias = str | int | float | list[str] | None
"""What YAML makes of a filter's words: `10`, `0.8`, `ID`, `[ID, PH]`."""


class Elsewhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a secret is: in an environment variable or in a file, never in the rules."""

    environment: str | None = None
    file: str | None = None


class Webhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alerts are sent as JSON by POST. `authorization` is the whole value of that header: `Bearer …`.

    An answer is waited for `timeout_seconds`; a receiver that is down is tried for `give_up_seconds`.
    """

    url: str | Elsewhere
    authorization: str | Elsewhere | None = None
    timeout_seconds: Annotated[float, msgspec.Meta(gt=0, le=30)] = 10.0
    give_up_seconds: Annotated[float, msgspec.Meta(gt=0, le=1800)] = 300.0


class CapFolder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alerts are written as CAP 1.2 messages, a file each; `sender` says from whom, as CAP wants it."""

    folder: str
    sender: str


class StandardOutput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Alerts are printed as JSON lines."""


class Receiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the three."""

    webhook: Webhook | None = None
    cap: CapFolder | None = None
    standard_output: StandardOutput | None = None


class EventsWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of `EventFilter`."""

    country: Words = None
    agent: Words = None
    origin: Words = None
    place: Words = None
    transit: Words = None
    return_to: Words = None
    min_victims: Words = None
    harm: Words = None
    form: Words = None
    event_type: Words = None
    scope: Words = None
    min_confidence: Words = None
    since: Words = None
    published_since: Words = None
    language: Words = None


class WrittenRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which events go to which receivers."""

    events: EventsWanted
    send_to: Annotated[list[str], msgspec.Meta(min_length=1)]


class WrittenRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    receivers: Annotated[dict[str, Receiver], msgspec.Meta(min_length=1)]
    rules: Annotated[dict[str, WrittenRule], msgspec.Meta(min_length=1)]
