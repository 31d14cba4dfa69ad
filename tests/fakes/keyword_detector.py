"""A detector that needs no model: every sentence with "rescued N" is an event. For tests of everything around it."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from dataclasses import dataclass

from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    EventType,
    Evidence,
    EvidenceField,
    Extractor,
    Harm,
    RescueEvent,
    Scope,
    VictimCount,
)

LANGUAGES = {None, "en", "fr"}
SENTENCE = re.compile(r"[^.]+\.?")
RESCUED = re.compile(r"rescued (\d+)")
CONFIDENCE = 0.9
"""Of every event that is found."""
SLEEP = re.compile(r"SLEEP ([\d.]+)")


@dataclass(frozen=True)
class FoundByKeyword:
    outcome: str
    events: tuple[RescueEvent, ...] = ()


class KeywordDetector:
    """Sleeps where the text says SLEEP seconds, hangs where HANG, dies where KILL, fails where FAIL or QUOTE."""

    def __init__(self, harms: frozenset[Harm], min_confidence: float = 0.0) -> None:
        self._harms = harms
        self._min_confidence = min_confidence

    def detect(self, article: Article) -> FoundByKeyword:
        if article.language not in LANGUAGES:
            return FoundByKeyword("unsupported_language")
        self._misbehave(article.text)
        found = (
            event_of(article, sentence)
            for sentence in SENTENCE.finditer(article.text)
            if RESCUED.search(sentence.group())
        )
        events = tuple(event for event in found if event.harm in self._harms and self._is_sure(event))
        return FoundByKeyword("events" if events else "no_event", events)

    def _is_sure(self, event: RescueEvent) -> bool:
        return event.confidence is not None and event.confidence >= self._min_confidence

    def _misbehave(self, text: str) -> None:
        for seconds in SLEEP.findall(text):
            time.sleep(float(seconds))
        if "FAIL" in text:
            raise ValueError("the text says FAIL")
        if "QUOTE" in text:
            raise ValueError(f"cannot read {text!r}")
        if "KILL" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        while "HANG" in text:
            pass


def load(harms: frozenset[Harm], min_confidence: float) -> KeywordDetector:
    return KeywordDetector(harms, min_confidence)


def event_of(article: Article, match: re.Match[str]) -> RescueEvent:
    sentence = match.group().strip()
    start = match.end() - len(sentence)
    count = int(RESCUED.findall(sentence)[0])
    return RescueEvent(
        event_id=hashlib.sha256(f"{article.id}\0{sentence}\0{start}".encode()).hexdigest()[:32],
        event_type=EventType.RESCUE,
        harm=Harm.ACCIDENT if "mine" in sentence else Harm.TRAFFICKING,
        scope=Scope.INCIDENT,
        article=ArticleReference(id=article.id, title=article.title or None),
        extractor=Extractor(version="0", language_pack="en@0"),
        evidence=(Evidence(EvidenceField.TEXT, sentence, start, match.end()),),
        victims=VictimCount(count, count, count, CountQualifier.EXACT, f"{count} people"),
        confidence=CONFIDENCE,
    )
