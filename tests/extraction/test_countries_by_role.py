"""Countries by role in sentences that no gold holds: `countries_by_role.txt`, a class of structure each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from telling import events_in

CASES = Path(__file__).with_name("countries_by_role.txt")
"""Lines of `language|roles|text`: roles as "origin=ML,NE agent=", nothing behind the sign for none; \\n in a text."""


def _cases() -> Iterator[object]:
    heading = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        elif line:
            code, roles, text = line.split("|", 2)
            yield pytest.param(code, roles, text.replace("\\n", "\n"), id=f"{heading}-{code}-{text[:40]}")


@pytest.mark.parametrize(("code", "roles", "text"), list(_cases()))
def test_countries_by_role(code: str, roles: str, text: str) -> None:
    told = dict(role.split("=") for role in roles.split())
    countries = events_in(code, text)[0].countries
    assert {role: ",".join(getattr(countries, role)) for role in told} == told
