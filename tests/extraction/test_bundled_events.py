"""What the detector finds in the bundled articles, field by field against `gold/bundled.jsonl`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from telling import bug

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import load_detector
from rescuewire.extraction.reading.parse_article import parse_article
from rescuewire_schemas.rescue_event import RescueEvent

ARTICLES = Path(__file__).parents[1] / "articles"
GOLD = ARTICLES.parent / "gold" / "bundled.jsonl"
STEMS = sorted(path.stem for path in ARTICLES.glob("*.json"))
FIELDS = ("event_type", "harm", "scope", "count", "agent", "origin", "place", "transit", "return_to")

KNOWN_WRONG: dict[tuple[str, int, str], str] = {
    ("17-html-page", 0, "harm"): "CAPTIVITY instead of TRAFFICKING for bonded weavers locked in",
    ("17-html-page", 0, "origin"): "a home village is no origin",
}
"""(article, number of the event, field) -> what is wrong."""

Wanted = dict[str, Any]


def _read_expected() -> dict[str, list[Wanted]]:
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return {row["id"].removeprefix("bundled-"): [e for e in row["events"] if _is_output(e)] for row in rows}


def _is_output(event: Wanted) -> bool:
    return event["realis"] == "ACTUAL" and event["harm"] in {harm.value for harm in DEFAULT_HARMS}


EXPECTED = _read_expected()
KEYS = [(stem, i, name) for stem in STEMS for i in range(len(EXPECTED[stem])) for name in FIELDS]


@cache
def _found(stem: str) -> tuple[RescueEvent, ...]:
    return load_detector().detect(parse_article((ARTICLES / f"{stem}.json").read_bytes())).events


def _wanted_fields(wanted: Wanted) -> dict[str, Any]:
    victims = tuple(wanted["victims"][key] for key in ("best", "min", "max", "qualifier"))
    countries = {role: tuple(codes) for role, codes in wanted["countries"].items()}
    told = {key: wanted[key] for key in ("event_type", "harm", "scope")}
    return {**told, "count": victims, **countries}


def _found_fields(event: RescueEvent) -> dict[str, Any]:
    victims, countries = event.victims, event.countries
    return {
        "event_type": event.event_type.value,
        "harm": event.harm.value,
        "scope": event.scope.value,
        "count": (victims.best, victims.min, victims.max, victims.qualifier.value),
        **{role: getattr(countries, role) for role in FIELDS[4:]},
    }


def _match(stem: str, number: int) -> dict[str, Any] | None:
    """Return the fields of the found event that agrees best with a wanted one, and with no other one better."""
    wanted = [_wanted_fields(event) for event in EXPECTED[stem]]
    found = [_found_fields(event) for event in _found(stem)]
    pairs = sorted(
        ((-_agreement(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)),
        key=lambda pair: pair,
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    return found[taken[number]] if number in taken else None


def _agreement(wanted: dict[str, Any], found: dict[str, Any]) -> int:
    return sum(wanted[name] == found[name] for name in FIELDS) + 3 * (wanted["count"] == found["count"])


def _field_cases() -> list[Any]:
    return [pytest.param(*key, marks=_mark(*key), id="-".join(map(str, key))) for key in KEYS]


def _mark(stem: str, number: int, name: str) -> Any:
    reason = KNOWN_WRONG.get((stem, number, name))
    return bug(reason) if reason else ()


@pytest.mark.parametrize("stem", STEMS)
def test_as_many_events_as_wanted(stem: str) -> None:
    assert len(_found(stem)) == len(EXPECTED[stem])


@pytest.mark.parametrize(("stem", "number", "name"), _field_cases())
def test_field(stem: str, number: int, name: str) -> None:
    found = _match(stem, number)
    assert found is not None
    assert found[name] == _wanted_fields(EXPECTED[stem][number])[name]


def test_known_failures_are_cases() -> None:
    assert set(KNOWN_WRONG) <= set(KEYS)
