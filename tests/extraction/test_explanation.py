"""The explanation is plain data, in offsets of the article, and leaves no candidate out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telling import article_of

from rescuewire.extraction.detector import Detection, Reading, load_detector
from rescuewire.extraction.explanation import explain_mentions, explain_rejected

TITLE = "News 🙂 of the day"
TEXT = (
    "🙂 Police rescued 12 Kenyan girls from a brothel in Leeds on Monday. "
    "Relatives demanded that 40 hostages be freed. Firefighters rescued nine villagers from the flood. "
    "Maria Lopez left the bank."
)
REASONS = {"not_actual:called_for", "harm_not_wanted"}


@pytest.fixture(scope="module")
def detection() -> Detection:
    """What the detector read of an article with an event and candidates that are none."""
    return load_detector().read(article_of("en", TEXT, TITLE))


@pytest.fixture(scope="module")
def reading(detection: Detection) -> Reading:
    """The same, as it was seen."""
    assert detection.reading is not None
    return detection.reading


def _quoted(located: dict[str, Any]) -> str:
    return {"title": TITLE, "text": TEXT}[located["field"]][located["start"] : located["end"]]


def test_mentions_are_json_and_quote_the_article(reading: Reading) -> None:
    mentions = explain_mentions(reading)
    assert json.loads(json.dumps(mentions)) == mentions
    assert all(_quoted(mention) == mention["text"] for mention in mentions)


def test_mentions_of_every_kind_are_told(reading: Reading) -> None:
    kinds = {mention["kind"] for mention in explain_mentions(reading)}
    assert kinds == {"counts", "dates", "places", "people", "agents", "triggers", "contexts"}


def test_meaning_of_a_mention_is_plain(reading: Reading) -> None:
    (girls,) = [m for m in explain_mentions(reading) if m["text"] == "12 Kenyan girls"]
    assert girls["meaning"]["people_class"] == "minor"
    assert girls["meaning"]["origin"] == ["KE"]
    assert girls["meaning"]["count"]["best"] == 12


def test_rejected_candidates_are_json_with_a_reason(reading: Reading) -> None:
    rejected = explain_rejected(reading)
    assert json.loads(json.dumps(rejected)) == rejected
    assert all(_quoted(candidate["trigger"]) == candidate["trigger"]["text"] for candidate in rejected)
    told = [candidate["reason"] for candidate in rejected]
    assert all(told)
    assert set(told) >= REASONS


def test_every_candidate_is_an_event_or_rejected(reading: Reading, detection: Detection) -> None:
    kept = [verdict for verdict in reading.verdicts if verdict.rejection is None]
    triggers = [mention for mention in explain_mentions(reading) if mention["kind"] == "triggers"]
    assert len(kept) + len(explain_rejected(reading)) == len(reading.verdicts) == len(triggers)
    assert len(kept) == 1
    assert len(detection.events) == 1


def test_what_decided_is_told(reading: Reading) -> None:
    for candidate in explain_rejected(reading):
        assert set(candidate) >= {"event_type", "harm", "realis", "confidence", "features", "patient"}
        assert 0 <= candidate["confidence"] <= 1
