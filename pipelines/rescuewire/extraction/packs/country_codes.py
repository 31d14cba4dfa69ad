"""Country codes as packs write them: ISO 3166-1, two letters, and XK for Kosovo."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel import Locale

from rescuewire.extraction.packs.pack_places import Key, error_at_key

_TWO_LETTERS = re.compile(r"[A-Z]{2}")
_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""What CLDR names beyond ISO 3166-1: unions, islands that have a reserved code, codes for tests."""
_COMMON_MISTAKES = {"UK": "GB", "EL": "GR", "BU": "MM", "TP": "TL", "ZR": "CD", "YU": "RS"}
WHAT_TO_WRITE = "write two capital letters of ISO 3166-1"


@cache
def country_codes() -> frozenset[str]:
    """All codes that there are."""
    return frozenset(filter(_TWO_LETTERS.fullmatch, map(str, Locale("en").territories))) - _NO_COUNTRIES


def complaint_about(code: str) -> str:
    """What to say of a code that is none."""
    meant = _COMMON_MISTAKES.get(code.upper()) or (code.upper() if code.upper() in country_codes() else None)
    return f'"{code}" is no country code; ' + (f'did you mean "{meant}"?' if meant else WHAT_TO_WRITE)


def refuse_unknown_codes(path: Path, written: Iterable[tuple[Key, str]]) -> None:
    """Raise PackError at the first of (key, codes) of a YAML file that is no code, or codes with blanks between."""
    for key, codes in written:
        for code in codes.split() or [codes]:
            if code not in country_codes():
                raise error_at_key(path, key, complaint_about(code))
