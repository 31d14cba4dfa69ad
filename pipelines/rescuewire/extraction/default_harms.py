"""The harms whose events are wanted where nobody says otherwise."""

from __future__ import annotations

from rescuewire_schemas.rescue_event import Harm

DEFAULT_HARMS = frozenset({Harm.TRAFFICKING, Harm.CAPTIVITY, Harm.SMUGGLING})
