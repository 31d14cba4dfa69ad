from __future__ import annotations

import pytest

from rescuewire.configuration.model import Settings
from rescuewire.delivery import Delivery
from rescuewire.settings import RunSettings
from rescuewire_connectors.stopping import WrongUsage

NEWS, EVENTS, LETTERS = "kafka://h:1/news", "kafka://h:1/events", "kafka://h:1/letters"


def exactly_once(source: str, sink: str, **settings: object) -> bool:
    return RunSettings(source, sink, Settings(**settings)).places().exactly_once  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [NEWS, "-"])
@pytest.mark.parametrize("letters", [None, LETTERS])
def test_to_a_topic_it_is_exactly_once_by_default(source: str, letters: str | None) -> None:
    assert exactly_once(source, EVENTS, dead_letters=letters)


def test_at_least_once_is_given_to_who_asks_for_it() -> None:
    assert not exactly_once(NEWS, EVENTS, delivery=Delivery.AT_LEAST_ONCE)


@pytest.mark.parametrize("sink", ["out.avro", "-"])
def test_a_topic_to_a_file_is_at_least_once_and_exactly_once_is_refused(sink: str) -> None:
    assert not exactly_once(NEWS, sink)
    with pytest.raises(WrongUsage, match="cannot be written in one transaction; say --delivery at_least_once"):
        exactly_once(NEWS, sink, delivery=Delivery.EXACTLY_ONCE)


@pytest.mark.parametrize("letters", ["dead.jsonl", "-"])
def test_dead_letters_elsewhere_are_refused_and_not_delivered_less_well(letters: str) -> None:
    with pytest.raises(WrongUsage, match="name a topic of the same cluster with --dead-letters"):
        exactly_once(NEWS, EVENTS, dead_letters=letters)
    assert not exactly_once(NEWS, EVENTS, dead_letters=letters, delivery=Delivery.AT_LEAST_ONCE)


def test_between_files_there_are_no_transactions() -> None:
    assert not exactly_once("-", "out.avro", delivery=Delivery.EXACTLY_ONCE)
