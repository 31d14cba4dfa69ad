from __future__ import annotations

from datetime import date

import pytest

from rescuewire.events.filter_words import FilterError, parse_filter
from rescuewire_schemas.event_filter import EventFilter
from rescuewire_schemas.rescue_event import EventType, Form, Harm, Scope


def test_every_field_is_read() -> None:
    words = {
        "country": ["VN"],
        "agent": ["ID"],
        "origin": ["ID,PH", "NO"],
        "place": ["KH, MM"],
        "transit": ["TH"],
        "return_to": ["XK"],
        "min_victims": ["10"],
        "harm": ["trafficking", "SEA_DISTRESS,sea-distress"],
        "form": ["forced labour"],
        "event_type": ["RESCUE"],
        "scope": ["incident"],
        "min_confidence": ["0.8"],
        "since": ["2023-05"],
        "published_since": ["2023-05-10"],
        "language": ["fr,en"],
    }
    assert parse_filter(words) == EventFilter(
        country=frozenset({"VN"}),
        agent=frozenset({"ID"}),
        origin=frozenset({"ID", "PH", "NO"}),
        place=frozenset({"KH", "MM"}),
        transit=frozenset({"TH"}),
        return_to=frozenset({"XK"}),
        min_victims=10,
        harm=frozenset({Harm.TRAFFICKING, Harm.SEA_DISTRESS}),
        form=frozenset({Form.FORCED_LABOUR}),
        event_type=frozenset({EventType.RESCUE}),
        scope=frozenset({Scope.INCIDENT}),
        min_confidence=0.8,
        since=date(2023, 5, 1),
        published_since=date(2023, 5, 10),
        language=frozenset({"fr", "en"}),
    )


def test_a_field_without_words_asks_for_nothing() -> None:
    assert parse_filter({"origin": [], "harm": []}) == EventFilter()


@pytest.mark.parametrize(
    ("field", "word", "told"),
    [
        ("origin", "UK", '"UK" is no country code; did you mean "GB"?'),
        ("origin", "id", '"id" is no country code; did you mean "ID"?'),
        ("place", "Indonesa", "did you mean ID (Indonesia)?"),
        ("country", "Niger", "NE (Niger), NG (Nigeria)"),
        ("agent", "QQ", '"QQ" is no country code; write two capital letters of ISO 3166-1'),
        ("return_to", "EU", '"EU" is no country code'),
        ("transit", "", '"" is no country code'),
        ("harm", "trafiking", '"trafiking" is no harm; did you mean TRAFFICKING?'),
        ("harm", "UNRECOGNISED", '"UNRECOGNISED" is no harm'),
        ("form", "forced-labor", "did you mean FORCED_LABOUR"),
        ("event_type", "xyz", "use one of ESCAPE, IDENTIFICATION, RELEASE, REPATRIATION, RESCUE"),
        ("scope", "TOTAL", "use one of AGGREGATE, INCIDENT"),
        ("language", "french", 'did you mean "fr"?'),
        ("min_victims", "0", "write a whole number from 1 on"),
        ("min_victims", "ten", "write a whole number from 1 on"),
        ("min_confidence", "80", "a probability from 0 to 1"),
        ("min_confidence", "nan", "a probability from 0 to 1"),
        ("since", "10/05/2023", "write 2023-05-10, 2023-05 or 2023"),
        ("published_since", "2023-02-30", "write 2023-05-10, 2023-05 or 2023"),
    ],
)
def test_a_word_that_means_nothing_is_refused_with_its_neighbour(field: str, word: str, told: str) -> None:
    with pytest.raises(FilterError) as refused:
        parse_filter({field: [word]})
    assert told in str(refused.value)
    assert refused.value.field == field


def test_two_values_where_one_is_wanted_are_refused() -> None:
    with pytest.raises(FilterError, match="one value is wanted"):
        parse_filter({"min_victims": ["3", "4"]})
