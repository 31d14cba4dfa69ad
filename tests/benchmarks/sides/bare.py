"""Our extraction alone: from an article's bytes to its events, without Beam, Kafka or a file."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.sides.side import InMemorySide
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import Detector, load_detector
from rescuewire.extraction.loaded_language import load_language
from rescuewire.extraction.reading.invalid_article import InvalidArticle
from rescuewire.extraction.reading.parse_article import parse_article


class BareSide(InMemorySide):
    """With the packs named, or with all of them."""

    def __init__(self, packs: Sequence[str] = ()) -> None:
        self._packs = packs

    def prepare(self) -> None:
        """Load the packs."""
        self._detector = load_detector()
        self._clock = StageSeconds(self._detector)
        if not self._packs:
            self._detector.load_languages()
        for code in self._packs:
            load_language(code, DEFAULT_HARMS)

    def read_all(self, values: list[bytes]) -> int:
        """Count the events."""
        return sum(self._events_of(value) for value in values)

    def _events_of(self, value: bytes) -> int:
        try:
            return len(self._detector.detect(parse_article(value)).events)
        except InvalidArticle:
            return 0

    def details(self) -> dict[str, float]:
        """Seconds by stage."""
        return self._clock.since_last()


class StageSeconds:
    """Reads a detector's own clock: seconds by stage, and how many articles went through each."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self._before = self._now()

    def _now(self) -> dict[str, float]:
        work = self._detector.work
        seconds = {f"stage.{stage.value}": spent for stage, spent in work.seconds.items()}
        return {**seconds, **{f"through.{stage.value}": work.articles[stage] for stage in work.seconds}}

    def since_last(self) -> dict[str, float]:
        """What was added since the last call."""
        now, before = self._now(), self._before
        self._before = now
        return {name: value - before.get(name, 0) for name, value in now.items()}
