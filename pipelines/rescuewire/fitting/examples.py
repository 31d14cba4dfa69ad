"""Examples to fit on: candidates of articles whose events are known, with features and verdict."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rescuewire.extraction.detector import Detector
from rescuewire.extraction.judgement.realis import Realis
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.loaded_language import available_packs
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm

_NOT_TOLD = (None, None, None)
_ONE = (1, 1, 1)


@dataclass(frozen=True)
class Example:
    """A candidate: the article it is from, its features, and whether it is an event of any harm."""

    article_id: str
    features: Mapping[str, float]
    is_event: bool


@dataclass(frozen=True)
class _Told:
    """A gold event: where its evidence stands, and its figure."""

    start: int
    end: int
    bounds: tuple[int | None, ...]


def gold_examples(path: Path) -> Iterator[Example]:
    """Yield the candidates of a gold file of which the gold tells clearly what they are."""
    detector = Detector(frozenset(Harm))
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for verdict in _candidates(detector, record):
            label = _label(verdict, list(_told(record)))
            if label is not None:
                yield Example(record["id"], verdict.features, label)


def corpus_examples(verdicts: Path, corpus: Path) -> Iterator[Example]:
    """Yield the candidates of ordinary news that somebody has read: article, character of the trigger, verdict.

    `corpus` is a folder of `<language>.jsonl.gz`; its texts are measured on, only ids and verdicts are kept.
    """
    read: dict[str, dict[str, dict[int, bool]]] = defaultdict(lambda: defaultdict(dict))
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        read[verdict["language"]][verdict["article"]][verdict["start"]] = verdict["is_event"]
    detector = Detector(frozenset(Harm))
    for language, articles in sorted(read.items()):
        for record in _records(corpus / f"{language}.jsonl.gz"):
            known = articles.get(record["id"], {})
            for candidate in _candidates(detector, record) if known else ():
                label = known.get(candidate.frame.trigger.start_char)
                if label is not None:
                    yield Example(record["id"], candidate.features, label)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _candidates(detector: Detector, record: Mapping[str, Any]) -> list[Verdict]:
    """Return the candidates that features decide on: of an act that happened, with somebody who came out."""
    if record["language"] not in available_packs():
        return []
    reading = detector.read(_article(record)).reading
    verdicts = reading.verdicts if reading is not None else ()
    return [v for v in verdicts if v.realis is Realis.ACTUAL and v.frame.patient is not None]


def _article(record: Mapping[str, Any]) -> Article:
    return Article(
        id=record["id"],
        title=record["title"] or "",
        text=record["text"] or "",
        language=record["language"],
        published_at=record["published_at"],
    )


def _told(record: Mapping[str, Any]) -> Iterator[_Told]:
    title = record["title"] or ""
    text = f"{title}\n\n{record['text']}" if title else record["text"]
    for event in record["events"]:
        if event.get("realis", "ACTUAL") == "ACTUAL":
            start = text.find(event["evidence"])
            victims = event["victims"]
            bounds = (victims["best"], victims["min"], victims["max"])
            yield _Told(start, start + len(event["evidence"]), bounds)


def _label(verdict: Verdict, told: list[_Told]) -> bool | None:
    """Return whether a candidate is an event, None where the gold does not say: it may tell one again."""
    frame = verdict.frame
    count = frame.count
    bounds = (count.best, count.min, count.max) if count is not None else _NOT_TOLD
    sentence = frame.view.sentence
    inside = [t for t in told if t.start < sentence.end_char and sentence.start_char < t.end]
    if any(t.bounds == bounds for t in inside):
        return True
    if bounds not in {_NOT_TOLD, _ONE} and any(t.bounds == bounds for t in told):
        return True
    if inside or (told and (count is None or frame.antecedent is not None or frame.view.in_title)):
        return None
    return False
