"""What a detector has done since it was made: seconds by stage, and candidates that became no event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from time import perf_counter

from rescuewire.extraction.judgement.verdict import Rejection, Verdict


class Stage(str, Enum):
    """The stages of extraction, in their order. Most articles end at the gate."""

    LANGUAGE = "language"
    LOADING = "loading"
    READING = "reading"
    GATE = "gate"
    MENTIONS = "mentions"
    JUDGEMENT = "judgement"


@dataclass
class Work:
    """Sums over all articles; `articles` are those that went through a stage to its end."""

    seconds: dict[Stage, float] = field(default_factory=lambda: dict.fromkeys(Stage, 0.0))
    articles: Counter[Stage] = field(default_factory=Counter)
    rejections: Counter[Rejection] = field(default_factory=Counter)

    def clock(self) -> StageClock:
        """A clock for one article, running from now."""
        return StageClock(self)

    def reject(self, verdicts: Iterable[Verdict]) -> None:
        """Count the reasons of those among `verdicts` that have one."""
        self.rejections.update(verdict.rejection for verdict in verdicts if verdict.rejection is not None)


class StageClock:
    """Adds the time since the stage before to each stage that is done."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._since = perf_counter()

    def done(self, stage: Stage) -> None:
        """The article has gone through this stage."""
        now = perf_counter()
        self._work.seconds[stage] += now - self._since
        self._work.articles[stage] += 1
        self._since = now
