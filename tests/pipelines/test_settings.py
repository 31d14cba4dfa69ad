from __future__ import annotations

import pytest

from rescuewire.confidence import checked_min_confidence
from rescuewire.configuration.model import Settings
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.judgement.weights import load_weights
from rescuewire.harms import DEFAULT_WORDS, HELP, parse_harms
from rescuewire.settings import RunSettings
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.rescue_event import Harm

WRITTEN = frozenset(Harm) - {Harm.UNRECOGNISED}


@pytest.mark.parametrize("words", ["all", "ALL", " All "])
def test_all_harms_are_those_that_are_written(words: str) -> None:
    assert parse_harms(words) == WRITTEN


def test_harms_are_named_in_capitals_or_not() -> None:
    assert parse_harms("trafficking, Sea_Distress") == {Harm.TRAFFICKING, Harm.SEA_DISTRESS}


@pytest.mark.parametrize("words", ["UNRECOGNISED", "FLOOD", "", "CAPTIVITY,"])
def test_what_is_no_harm_is_refused_with_those_that_are(words: str) -> None:
    with pytest.raises(WrongUsage, match=r"is none of TRAFFICKING, .*, UNKNOWN, or all$"):
        parse_harms(words)


def test_the_default_is_the_detectors() -> None:
    assert parse_harms(DEFAULT_WORDS) == DEFAULT_HARMS


@pytest.mark.parametrize("confidence", [-0.1, 1.1, 80.0, float("nan")])
def test_what_is_no_probability_is_refused(confidence: float) -> None:
    with pytest.raises(WrongUsage, match=r"--min-confidence .*from 0 to 1"):
        checked_min_confidence(confidence)


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
def test_the_detector_is_told_the_confidence(confidence: float) -> None:
    assert RunSettings("a", "b", Settings(min_confidence=confidence)).detector_settings().min_confidence == confidence


def test_the_default_confidence_is_the_fitted_one() -> None:
    assert RunSettings("a", "b").detector_settings().min_confidence == load_weights().min_confidence


def test_the_help_names_every_harm_that_is_written() -> None:
    assert all(harm.name in HELP for harm in WRITTEN)
    assert Harm.UNRECOGNISED.name not in HELP


def test_topics_of_one_name_on_other_servers_are_other_places() -> None:
    settings = RunSettings("kafka://a:1/news", "kafka://b:1/news")
    assert str(settings.places().events) == "kafka://b:1/news"


@pytest.mark.parametrize("sink", ["kafka://a:1,b:2/news", "kafka://b:2,a:1/news"])
def test_one_topic_is_not_both_source_and_sink(sink: str) -> None:
    with pytest.raises(WrongUsage, match="different places"):
        RunSettings("kafka://a:1,b:2/news", sink).places()
