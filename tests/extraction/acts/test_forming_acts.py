"""The confidence asked for chooses whole events and changes none; every candidate that tells none has its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from telling import article_of

from rescuewire.extraction.detector import Detection, Detector, load_detector
from rescuewire.extraction.judgement.weights import load_weights
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm

DEFAULT = load_weights().min_confidence
THRESHOLDS = (0.2, 0.45, DEFAULT, 0.8, 0.93)
OWN = Path(__file__).parents[2] / "gold" / "own"
SAME_SENTENCE = "Troops freed 12 hostages on Monday and a woman walked out of the hall."
UNLIKELY = "Troops freed 12 hostages on Monday near Kano. Six students came out of the hall."
TOLD_AGAIN = "Troops freed 12 hostages on Monday. A novelist and a bank tell in a film how hostages came home."
DENIED = "The army said on Monday that troops freed 12 hostages. The army later denied that the 12 hostages were freed."
ARTICLES = [
    article_of("en", SAME_SENTENCE),
    article_of("en", UNLIKELY),
    article_of("en", TOLD_AGAIN),
    article_of("fr", "L'armée a libéré 12 otages lundi. Neuf ouvriers ont quitté le chantier. Une femme est sortie."),
    article_of("es", "El ejército liberó a 12 rehenes el lunes. Seis estudiantes salieron del edificio."),
]


def _own_articles(code: str) -> list[Article]:
    lines = (OWN / f"{code}.jsonl").read_text(encoding="utf-8").splitlines()[:8]
    fields = ("id", "title", "text", "language", "published_at")
    return [Article(**{name: record[name] for name in fields}) for record in map(json.loads, lines)]


@pytest.fixture(scope="module")
def detectors() -> dict[float, Detector]:
    """A detector a confidence, the lowest first."""
    return {least: Detector(min_confidence=least) for least in (0.0, *THRESHOLDS)}


@pytest.mark.parametrize("code", ["crafted", "en", "es", "fr"])
def test_more_confidence_gives_fewer_of_the_same_events(detectors: dict[float, Detector], code: str) -> None:
    for article in ARTICLES if code == "crafted" else _own_articles(code):
        everything = detectors[0.0].detect(article).events
        for least, detector in detectors.items():
            expected = [event for event in everything if (event.confidence or 0) >= least]
            assert list(detector.detect(article).events) == expected


def test_every_event_has_an_id_of_its_own(detectors: dict[float, Detector]) -> None:
    for article in ARTICLES:
        ids = [event.event_id for event in detectors[0.0].detect(article).events]
        assert len(ids) == len(set(ids)) > 0


def test_unlikely_candidates_are_events_on_demand() -> None:
    (likely,) = _read(UNLIKELY, DEFAULT).events
    both = _read(UNLIKELY, 0.0).events
    assert [event.victims.best for event in both] == [12, 6]
    assert both[0] == likely
    assert (both[1].confidence or 1) < DEFAULT <= (likely.confidence or 0)


def test_reasons_follow_the_confidence_that_is_asked_for() -> None:
    assert _reasons(UNLIKELY, 0.0) == [None, None]
    assert _reasons(UNLIKELY, DEFAULT) == [None, "unlikely"]
    assert _reasons(UNLIKELY, 1.0) == ["unlikely", "unlikely"]


def test_an_unlikely_telling_of_a_likely_act_is_no_event_of_its_own() -> None:
    assert _reasons(TOLD_AGAIN, 0.0) == [None, "told_again"]
    assert _reasons(TOLD_AGAIN, DEFAULT) == [None, "unlikely"]


def test_an_act_that_is_taken_back_has_a_reason() -> None:
    assert _read(DENIED, DEFAULT).events == ()
    assert _reasons(DENIED, DEFAULT)[0] == "denied_later"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Troops freed 12 hostages on Monday near Kano. The two kidnappers were not found."),
        ("en", "Troops freed 12 hostages on Monday near Kano. Seven others have not come home."),
        ("fr", "L'armée a libéré lundi 12 otages enlevés à Kumbo. On n'a pas retrouvé leurs deux ravisseurs."),
        ("fr", "L'armée a libéré lundi 12 otages enlevés à Kumbo. Leurs sept compagnons ne sont pas rentrés."),
        ("es", "El ejército liberó el lunes a 12 rehenes en Arauca. No se halló a sus captores."),
        ("es", "El ejército liberó el lunes a 12 rehenes en Arauca. No los dejarán volver a su vereda."),
    ],
)
def test_what_weak_words_deny_takes_no_act_back(code: str, text: str) -> None:
    (event,) = load_detector().detect(article_of(code, text)).events
    assert event.victims.best == 12


def test_an_event_is_as_sure_as_its_surest_telling() -> None:
    text = "Troops freed 12 hostages on Monday near Kano. The 12 hostages were released after a month."
    detection = _read(text, DEFAULT)
    assert detection.reading is not None
    confidences = [verdict.confidence for verdict in detection.reading.verdicts]
    assert [event.confidence for event in detection.events] == [max(confidences)]
    assert len(set(confidences)) == 2


def test_events_of_unwanted_harms_are_none_at_any_confidence() -> None:
    text = "Firefighters rescued nine villagers from the flood on Monday."
    assert _reasons(text, 0.0) == ["harm_not_wanted"]
    assert Detector(frozenset({Harm.DISASTER}), 0.0).detect(article_of("en", text)).events


def _read(text: str, min_confidence: float) -> Detection:
    return Detector(min_confidence=min_confidence).read(article_of("en", text))


def _reasons(text: str, min_confidence: float) -> list[str | None]:
    reading = _read(text, min_confidence).reading
    assert reading is not None
    return [verdict.rejection.value if verdict.rejection is not None else None for verdict in reading.verdicts]
