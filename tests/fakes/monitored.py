"""A run that is monitored without Kafka or models, and what a scraper sees of one."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection

from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from fakes.keyword_detector import FoundByKeyword, KeywordDetector
from fakes.memory import MemoryFeed, MemoryWriter
from rescuewire.extraction.work import Work
from rescuewire_connectors.interfaces import Standing
from rescuewire_connectors.record import Place, Record
from rescuewire_connectors.sink import Sink
from rescuewire_connectors.stream import Ends, Stream
from rescuewire_connectors.watchdog import Watchdog
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent


class CountingDetector:
    """Keeps count of its work as the real one does."""

    def __init__(self) -> None:
        self.work = Work()
        self._detector = KeywordDetector(frozenset(Harm))

    def load_languages(self) -> tuple[str, ...]:
        return ("en@1234abcd", "fr@5678abcd")

    def detect(self, article: Article) -> FoundByKeyword:
        return self._detector.detect(article)


class StandingFeed(MemoryFeed):
    """A feed in memory that says it belongs to a group."""

    def __init__(self, *batches: list[Record]) -> None:
        super().__init__(*batches)
        self.joined = True
        self.broker_answers = True
        self.lag: Mapping[Place, int] = {Place("news", 0): 7}

    def standing(self) -> Standing:
        return Standing(self.joined, self.broker_answers, self.lag)


class PatientWatchdog(Watchdog):
    """Ends nothing, and is satisfied as long as a test says so."""

    satisfied = True  # type: ignore[assignment]

    def __init__(self) -> None:
        pass

    def beat(self) -> None:
        """Nothing to remember."""

    def stop(self) -> None:
        """Nothing to end."""


def stream_of(feed: MemoryFeed, watchdog: Watchdog | None = None) -> Stream[RescueEvent]:
    """A stream over a feed; close it."""
    return Stream(Ends(feed, Sink(MemoryWriter(), MemoryWriter())), watchdog or PatientWatchdog())


def fetch_page(port: int, path: str) -> tuple[int, str]:
    """Status and body of a page of 127.0.0.1."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()


def samples_of(text: str) -> list[Sample]:
    """All samples of a page of metrics."""
    return [sample for family in text_string_to_metric_families(text) for sample in family.samples]


def value_of(text: str, name: str, **labels: str) -> float:
    """The value of a sample; with labels left out, the sum."""
    found = [each for each in samples_of(text) if each.name == name and labels.items() <= each.labels.items()]
    assert found, f"{name} {labels} is not in the page"
    return sum(each.value for each in found)
