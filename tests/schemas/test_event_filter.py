from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rescue_event_strategies import events

from rescuewire_schemas.earliest_day import earliest_day, earliest_day_of_publication
from rescuewire_schemas.event_filter import ROLES, EventFilter
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    EventType,
    Evidence,
    EvidenceField,
    Extractor,
    Form,
    Harm,
    RescueEvent,
    Scope,
    VictimCount,
)

EVENT = RescueEvent(
    event_id="0" * 32,
    event_type=EventType.RESCUE,
    harm=Harm.TRAFFICKING,
    scope=Scope.AGGREGATE,
    article=ArticleReference(id="a", language="fr", published_at="2023-05-10T23:30:00-05:00"),
    extractor=Extractor(version="0", language_pack="fr@0"),
    evidence=(Evidence(EvidenceField.TEXT, "Le pays a secouru plus de mille des siens.", 0, 42),),
    forms=(Form.FORCED_CRIMINALITY, Form.FORCED_LABOUR),
    victims=VictimCount(1000, 1000, None, CountQualifier.MORE_THAN),
    countries=Countries(("ID",), ("ID", "PH"), ("KH",), ("TH",), ("SG",)),
    time=EventTime("2022"),
    confidence=0.87,
)
TELLS_NOTHING = replace(
    EVENT,
    harm=Harm.UNRECOGNISED,
    scope=Scope.UNRECOGNISED,
    event_type=EventType.UNRECOGNISED,
    article=ArticleReference(id="a"),
    forms=(),
    victims=VictimCount(),
    countries=Countries(),
    time=EventTime(),
    confidence=None,
)
WANTED: dict[str, Any] = {
    "country": frozenset({"KH"}),
    **{role: frozenset({getattr(EVENT.countries, role)[0], "FR"}) for role in ROLES},
    "min_victims": 1000,
    "harm": frozenset({Harm.TRAFFICKING, Harm.CAPTIVITY}),
    "form": frozenset({Form.FORCED_LABOUR}),
    "event_type": frozenset({EventType.RESCUE}),
    "scope": frozenset({Scope.AGGREGATE}),
    "min_confidence": 0.87,
    "since": date(2022, 1, 1),
    "published_since": date(2023, 5, 10),
    "language": frozenset({"fr", "en"}),
}
UNWANTED: dict[str, Any] = {
    "country": frozenset({"FR"}),
    "agent": frozenset({"PH", "KH", "TH", "SG"}),
    "origin": frozenset({"KH", "TH", "SG"}),
    "place": frozenset({"ID", "PH", "TH", "SG"}),
    "transit": frozenset({"ID", "PH", "KH", "SG"}),
    "return_to": frozenset({"ID", "PH", "KH", "TH"}),
    "min_victims": 1001,
    "harm": frozenset({Harm.CAPTIVITY}),
    "form": frozenset({Form.SLAVERY}),
    "event_type": frozenset({EventType.ESCAPE}),
    "scope": frozenset({Scope.INCIDENT}),
    "min_confidence": 0.88,
    "since": date(2022, 1, 2),
    "published_since": date(2023, 5, 11),
    "language": frozenset({"en"}),
}


def test_the_tables_name_every_field() -> None:
    names = [field.name for field in fields(EventFilter)]
    assert sorted(names) == sorted(WANTED) == sorted(UNWANTED)


def test_what_asks_for_nothing_takes_everything() -> None:
    assert EventFilter().matches(EVENT)
    assert EventFilter(min_confidence=0).matches(TELLS_NOTHING)


@pytest.mark.parametrize("name", WANTED)
def test_a_field_takes_what_it_asks_for(name: str) -> None:
    assert EventFilter(**{name: WANTED[name]}).matches(EVENT)


@pytest.mark.parametrize("name", UNWANTED)
def test_a_field_leaves_out_the_rest(name: str) -> None:
    assert not EventFilter(**{name: UNWANTED[name]}).matches(EVENT)


@pytest.mark.parametrize("name", WANTED)
def test_what_is_not_told_never_matches(name: str) -> None:
    assert not EventFilter(**{name: WANTED[name]}).matches(TELLS_NOTHING)


@pytest.mark.parametrize("name", UNWANTED)
def test_one_field_that_does_not_hold_is_enough(name: str) -> None:
    assert EventFilter(**WANTED).matches(EVENT)
    assert not EventFilter(**{**WANTED, name: UNWANTED[name]}).matches(EVENT)


@pytest.mark.parametrize(
    ("count", "guaranteed"),
    [
        (VictimCount(100, 100, 100, CountQualifier.EXACT), True),
        (VictimCount(150, 100, 200, CountQualifier.RANGE), True),
        (VictimCount(150, 99, 200, CountQualifier.RANGE), False),
        (VictimCount(1000, None, None, CountQualifier.ABOUT), False),
        (VictimCount(1000, None, 1000, CountQualifier.AT_MOST), False),
        (VictimCount(None, 200, None, CountQualifier.HUNDREDS), True),
    ],
)
def test_only_the_guaranteed_figure_counts(count: VictimCount, guaranteed: bool) -> None:
    assert EventFilter(min_victims=100).matches(replace(EVENT, victims=count)) is guaranteed


@pytest.mark.parametrize(
    ("edtf", "first"),
    [
        ("2023-02-22", date(2023, 2, 22)),
        ("2023-05", date(2023, 5, 1)),
        ("2022", date(2022, 1, 1)),
        ("2023-11-06/2023-11-10", date(2023, 11, 6)),
        ("2023-11/2023-12-02", date(2023, 11, 1)),
        ("2023/..", date(2023, 1, 1)),
        ("../2023", None),
        ("/2023", None),
        ("2023-05~", None),
        ("2023?", None),
        ("2023~/2024", None),
        ("2023/2024~", date(2023, 1, 1)),
        ("202X", None),
        ("2023-21", None),
        ("2023-02-30", None),
        ("0000", None),
        ("", None),
        (None, None),
    ],
)
def test_the_first_day_that_a_time_guarantees(edtf: str | None, first: date | None) -> None:
    assert earliest_day(edtf) == first


@pytest.mark.parametrize(
    ("published_at", "day"),
    [
        ("2023-05-10", date(2023, 5, 10)),
        ("2023-05-10T23:30:00-05:00", date(2023, 5, 10)),
        ("2023-05-10T00:15Z", date(2023, 5, 10)),
        ("2023-05-10 08:00", date(2023, 5, 10)),
        (" 2023-05", date(2023, 5, 1)),
        ("2023", date(2023, 1, 1)),
        ("on Tuesday", None),
        (None, None),
    ],
)
def test_the_day_of_publication(published_at: str | None, day: date | None) -> None:
    assert earliest_day_of_publication(published_at) == day


@pytest.mark.parametrize(
    "wrong", [{"origin": frozenset({"Id"})}, {"min_victims": 0}, {"min_confidence": 1.1}, {"country": frozenset({""})}]
)
def test_a_filter_that_nothing_can_match_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        EventFilter(**wrong)


@given(events, st.integers(1, 5000), st.integers(1, 5000))
def test_asking_for_more_people_never_takes_more_events(event: RescueEvent, one: int, other: int) -> None:
    few, many = sorted((one, other))
    assert EventFilter(min_victims=few).matches(event) or not EventFilter(min_victims=many).matches(event)


@given(events, st.sampled_from(ROLES))
def test_a_country_in_a_role_is_a_country_in_any(event: RescueEvent, role: str) -> None:
    for code in getattr(event.countries, role):
        wanted = frozenset({code}) if len(code) == 2 and code.isascii() and code.isupper() else frozenset()
        assert EventFilter(**{role: wanted}).matches(event)
        assert EventFilter(country=wanted).matches(event)
