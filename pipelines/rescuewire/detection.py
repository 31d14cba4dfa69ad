"""What the graph needs of extraction, and how a process comes by it once."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast

from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

REAL_DETECTOR = "rescuewire.extraction.detector:load_detector"


class Detection(Protocol):
    """What was found in an article: `outcome` is `events`, `no_event` or `unsupported_language`."""

    @property
    def outcome(self) -> str:
        """The kind of outcome."""

    @property
    def events(self) -> tuple[RescueEvent, ...]:
        """The events, in text order."""


class Detector(Protocol):
    """Finds the rescue events of an article."""

    def detect(self, article: Article) -> Detection:
        """Find them. Equal articles give equal events."""


@dataclass(frozen=True)
class DetectorSettings:
    """Which events are wanted, and the function `package.module:function` that loads a detector of them.

    The function is given both; `min_confidence`, from 0 to 1, is the least confidence of an event.
    """

    harms: frozenset[Harm]
    min_confidence: float
    loader: str = REAL_DETECTOR


@lru_cache(maxsize=1)
def detector_of_process(settings: DetectorSettings) -> Detector:
    """The process's detector; models are large, so there is one a process."""
    module, _, function = settings.loader.partition(":")
    return cast("Detector", getattr(importlib.import_module(module), function)(settings.harms, settings.min_confidence))
