"""What is worked out once stays: from the sources, and in compiled classes, which have no dictionary to keep it in."""

from __future__ import annotations

import pytest

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.detector import Detector, Reading
from rescuewire_schemas.article import Article

TEXT = (
    "LAGOS, Nigeria - Police freed 12 Ghanaian women from a brothel on Monday. They had been trafficked from Accra. "
    "Togo brought home 7 of the victims."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    read = Detector().detect(Article("a-1", title="", text=TEXT, language="en", published_at="2020-03-04")).reading
    assert read is not None
    return read


@pytest.mark.parametrize(
    "name",
    [
        "title",
        "all_contexts",
        "harms",
        "forms",
        "countries",
        "countries_stayed_in",
        "countries_outside_datelines",
        "told_most",
        "nations",
        "organs",
    ],
)
def test_a_story_counts_once(reading: Reading, name: str) -> None:
    assert getattr(reading.story, name) is getattr(reading.story, name)


def test_sentences_frames_and_findings_answer_once(reading: Reading) -> None:
    verdict = reading.verdicts[0]
    frame = verdict.frame
    assert frame.view.heads is frame.view.heads
    assert frame.countries is frame.countries
    assert frame.actor is frame.actor
    assert verdict.findings.features is verdict.findings.features


def test_an_answer_may_be_none(reading: Reading) -> None:
    assert reading.verdicts[-1].frame.date is None
    assert reading.verdicts[-1].frame.date is None


def test_an_act_is_put_in_order_once(reading: Reading) -> None:
    act = Act(reading.verdicts)
    assert act.in_order is act.in_order
    assert act.count is act.count
