"""What stands for an answer, which may be None, until it is first asked for.

Properties that are worked out once keep their answer in an attribute: `functools.cached_property` keeps nothing in
compiled classes, which have no dictionary.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Unasked(Enum):
    """The one thing that no answer is."""

    UNASKED = "unasked"


UNASKED: Final = Unasked.UNASKED
