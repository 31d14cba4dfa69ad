"""Names of countries to show to people."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError


def country_name(code: str, language: str) -> str:
    """CLDR's name of the country with ISO 3166-1 alpha-2 `code` in `language`, else in English, else the code."""
    return _territories(language).get(code) or _territories("en").get(code) or code


@cache
def _territories(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    return dict(locale.territories)
