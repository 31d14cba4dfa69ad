from __future__ import annotations

from dataclasses import replace

from events_of_gold import FIVE_FREED, article_of, counted

from rescuewire.evaluation.comparison import compare
from rescuewire.evaluation.errors import Difference, ErrorKind, EventError, errors_in
from rescuewire.evaluation.facts import Facts, Quotation
from rescuewire_schemas.rescue_event import Countries

ARTICLE = article_of("Police freed five. Ten others fled.")
TEN_FLED = replace(FIVE_FREED, victims=counted(10), evidence=(Quotation("Ten others fled."),))


def errors(gold: tuple[Facts, ...], found: tuple[Facts, ...]) -> list[EventError]:
    return list(errors_in(compare(ARTICLE, "en", gold, found)))


def test_what_is_right_is_no_error() -> None:
    assert errors((FIVE_FREED,), (FIVE_FREED,)) == []


def test_a_wrong_event_tells_the_slots_that_differ() -> None:
    found = replace(FIVE_FREED, edtf=None, countries=replace(FIVE_FREED.countries, origin=("TH", "ID")))
    (error,) = errors((FIVE_FREED,), (found,))
    assert error.kind is ErrorKind.WRONG
    assert error.differences == (Difference("time", "2024-05-01", None), Difference("origin", ["ID"], ["ID", "TH"]))


def test_the_order_of_countries_is_no_difference() -> None:
    two = replace(FIVE_FREED, countries=Countries(origin=("TH", "ID")))
    assert errors((two,), (replace(two, countries=Countries(origin=("ID", "TH"))),)) == []


def test_evidence_that_is_no_quotation_is_wrong() -> None:
    (error,) = errors((FIVE_FREED,), (replace(FIVE_FREED, evidence=(Quotation("Elsewhere."),)),))
    assert (error.kind, error.differences, error.quoted) == (ErrorKind.WRONG, (), False)


def test_missed_and_spurious_events_tell_all_their_slots() -> None:
    missed, spurious = errors((FIVE_FREED,), (TEN_FLED,))
    assert (missed.kind, spurious.kind) == (ErrorKind.MISSED, ErrorKind.SPURIOUS)
    assert missed.differences[0] == Difference("count", {"best": 5, "min": 5, "max": 5}, None)
    assert spurious.differences[0] == Difference("count", None, {"best": 10, "min": 10, "max": 10})
