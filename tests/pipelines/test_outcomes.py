from __future__ import annotations

import time

import pytest

from fakes.articles import BROKEN, SOUND, Sent, article
from fakes.keyword_detector import KeywordDetector
from rescuewire.extraction.packs.language_pack import PackError
from rescuewire.outcomes import RescueOutcome, detect_events, parse_record
from rescuewire_connectors.outcome import Outcome
from rescuewire_connectors.record import Record
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm

DETECTOR = KeywordDetector(frozenset({Harm.TRAFFICKING}))


def outcome_of(value: bytes | None, seconds: float = 10.0) -> RescueOutcome:
    parsed = parse_record(Record("news", 0, 7, value), seconds)
    return parsed if isinstance(parsed, Outcome) else detect_events(parsed, DETECTOR, seconds)


@pytest.mark.parametrize(
    "sent", [*SOUND, *BROKEN], ids=lambda sent: f"{sent.outcome} {sent.value[:30] if sent.value else None!r}"
)
def test_every_record_has_the_outcome_it_must_have(sent: Sent) -> None:
    outcome = outcome_of(sent.value)
    assert outcome.kind.value == sent.outcome
    if outcome.dead_letter is not None:
        assert (outcome.dead_letter.reason, outcome.dead_letter.field) == (sent.reason, sent.field)
        assert outcome.dead_letter.record.value == sent.value


def test_events_of_an_article_stay_together() -> None:
    assert outcome_of(article(id="the article")).group == "the article"


def test_an_extractor_that_fails_costs_one_article() -> None:
    outcome = outcome_of(article(text="FAIL"))
    assert outcome.dead_letter is not None
    assert (outcome.dead_letter.reason, outcome.dead_letter.message) == (
        "extraction_failed",
        "ValueError: the text says FAIL",
    )


@pytest.mark.parametrize(("deaths", "reason"), [(0, None), (2, None), (3, "crashed")])
def test_an_article_that_three_processes_died_of_is_not_tried_again(deaths: int, reason: str | None) -> None:
    parsed = parse_record(Record("news", 0, 7, article(), deaths=deaths), 10.0)
    letter = parsed.dead_letter if isinstance(parsed, Outcome) else None
    assert (letter and letter.reason) == reason


def test_an_article_that_hangs_is_given_up() -> None:
    started = time.monotonic()
    outcome = outcome_of(article(text="HANG"), seconds=0.2)
    assert outcome.dead_letter is not None
    assert outcome.dead_letter.reason == "timed_out"
    assert time.monotonic() - started < 10


def test_the_limit_ends_with_the_article() -> None:
    outcome_of(article(), seconds=0.2)
    time.sleep(0.4)


def test_a_broken_language_pack_is_no_fault_of_the_article() -> None:
    class Unpacked:
        def detect(self, article: Article) -> None:
            raise PackError(f"fr.yaml is gone, {article.id} cannot be read")

    parsed = parse_record(Record("news", 0, 7, article()), 10.0)
    assert not isinstance(parsed, Outcome)
    with pytest.raises(PackError):
        detect_events(parsed, Unpacked(), 10.0)  # type: ignore[arg-type]
