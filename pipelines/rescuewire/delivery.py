"""What a run promises when something dies."""

from __future__ import annotations

from enum import Enum


class Delivery(str, Enum):
    """At least once: nothing acknowledged is lost; what is written twice has equal ids and equal bytes."""

    AT_LEAST_ONCE = "at_least_once"
