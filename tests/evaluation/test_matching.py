from __future__ import annotations

from dataclasses import replace

import pytest
from events_of_gold import FIVE_FREED, counted

from rescuewire.evaluation.facts import Facts, Quotation
from rescuewire.evaluation.matching import LONGEST_EVIDENCE, is_quoted, match
from rescuewire_schemas.rescue_event import Countries

TEXT = "Police freed five. Ten others fled. Police freed five."
TEN_FLED = replace(FIVE_FREED, victims=counted(10), evidence=(Quotation("Ten others fled."),))


def quoting(*quotations: Quotation) -> Facts:
    return replace(FIVE_FREED, evidence=quotations)


def test_events_are_matched_whatever_their_order() -> None:
    assert match(TEXT, [FIVE_FREED, TEN_FLED], [TEN_FLED, FIVE_FREED]) == [(0, 1), (1, 0)]


def test_the_same_sentence_is_enough() -> None:
    found = replace(FIVE_FREED, victims=counted(6), countries=Countries())
    assert match(TEXT, [FIVE_FREED], [found]) == [(0, 0)]


def test_the_same_figure_is_enough() -> None:
    assert match(TEXT, [FIVE_FREED], [quoting(Quotation("Ten others fled."))]) == [(0, 0)]


def test_another_sentence_with_another_figure_is_another_event() -> None:
    assert match(TEXT, [FIVE_FREED], [TEN_FLED]) == []


def test_figures_that_are_not_told_are_not_the_same() -> None:
    untold = replace(FIVE_FREED, victims=counted(None))
    assert match(TEXT, [untold], [replace(TEN_FLED, victims=counted(None))]) == []


def test_an_event_is_matched_once() -> None:
    assert match(TEXT, [FIVE_FREED], [FIVE_FREED, FIVE_FREED]) == [(0, 0)]


def test_countries_decide_between_equals() -> None:
    elsewhere = replace(FIVE_FREED, countries=Countries(origin=("MM",)))
    assert match(TEXT, [elsewhere], [FIVE_FREED, elsewhere]) == [(0, 1)]


def test_a_quotation_stands_where_it_says_if_it_does() -> None:
    second = quoting(Quotation("Police freed five.", 36))
    early = quoting(Quotation("Police"))
    untold = counted(None)
    assert match(TEXT, [replace(early, victims=untold)], [replace(second, victims=untold)]) == []


def test_a_quotation_at_a_wrong_start_is_looked_for() -> None:
    assert is_quoted(TEXT, quoting(Quotation("Ten others fled.", 3)))


@pytest.mark.parametrize(
    ("length", "short"), [(LONGEST_EVIDENCE, True), (LONGEST_EVIDENCE + 1, False)], ids=["short", "long"]
)
def test_evidence_is_short(length: int, short: bool) -> None:
    text = "x" * 2000
    assert is_quoted(text, quoting(Quotation("x" * length, 0))) is short


def test_all_quotations_together_are_short() -> None:
    assert not is_quoted("x" * 2000, quoting(Quotation("x" * 500, 0), Quotation("x" * 500, 1000)))


def test_no_words_are_no_evidence() -> None:
    assert not is_quoted(TEXT, quoting(Quotation("")))


def test_evidence_stands_in_the_article() -> None:
    assert not is_quoted(TEXT, quoting(Quotation("Twelve were freed.")))
