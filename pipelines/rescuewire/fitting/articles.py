"""Articles to fit on, read once: gold articles, and ordinary news of which somebody has read some candidates."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rescuewire.evaluation.facts import Facts
from rescuewire.evaluation.gold import GoldArticle, read_gold
from rescuewire.evaluation.slots import Bounds, bounds
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import Detector, Reading
from rescuewire.extraction.judgement.realis_words import Realis
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.loaded_language import available_packs
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm

_NOT_TOLD = (None, None, None)
_ONE = (1, 1, 1)


@dataclass(frozen=True)
class FittingArticle:
    """An article as extraction sees it, and what is known of it.

    `labels` tells of candidates, by the character at which their trigger begins, whether each is an event of any harm;
    it leaves out those of which nobody knows. `wanted` are the events that should be found, None for ordinary news.
    `passes_gate` tells whether the pipeline reads the article to its end. `weight` is what its candidates count for.
    """

    article: Article
    language: str
    reading: Reading
    labels: Mapping[int, bool]
    wanted: tuple[Facts, ...] | None
    passes_gate: bool
    weight: float = 1.0

    @cached_property
    def candidates(self) -> tuple[Verdict, ...]:
        """The verdicts that features decide on: on acts that happened, with somebody who came out."""
        return tuple(v for v in self.reading.verdicts if v.realis is Realis.ACTUAL and v.frame.patient is not None)


class _Reader:
    """Reads articles for events of all harms, and tells whether the pipeline's gate lets them through."""

    def __init__(self) -> None:
        self._all_harms = Detector(frozenset(Harm))
        self._default_harms = Detector(DEFAULT_HARMS)

    def passes_gate(self, article: Article) -> bool:
        return self._default_harms.detect(article).reading is not None

    def read(self, article: Article) -> Reading | None:
        return self._all_harms.read(article).reading


def gold_articles(paths: Iterable[Path], weight: float = 1.0) -> Iterator[FittingArticle]:
    """Yield the articles of gold files whose language has a pack, each of this weight."""
    reader = _Reader()
    for gold in (gold for path in paths for gold in read_gold(path)):
        reading = reader.read(gold.article) if gold.language in available_packs() else None
        if reading is not None:
            passes = reader.passes_gate(gold.article)
            wanted, labels = gold.wanted(DEFAULT_HARMS), _gold_labels(gold, reading)
            yield FittingArticle(gold.article, gold.language, reading, labels, wanted, passes, weight)


def ordinary_articles(verdicts: Path, corpus: Path) -> Iterator[FittingArticle]:
    """Yield the articles of ordinary news that pass the gate or of which somebody has read a candidate.

    `verdicts` has a JSON line a candidate: article, language, character of the trigger, whether it is an event.
    `corpus` is a folder of `<language>.jsonl.gz`; its texts are measured on, only ids and verdicts are kept.
    """
    reader = _Reader()
    for language, known in sorted(_read_verdicts(verdicts).items()):
        for article in _corpus_articles(corpus, language):
            passes = reader.passes_gate(article)
            reading = reader.read(article) if passes or article.id in known else None
            if reading is not None:
                yield FittingArticle(article, language, reading, known.get(article.id, {}), None, passes)


def corpus_size(verdicts: Path, corpus: Path) -> int:
    """Return the number of articles in the corpora of the languages that have verdicts."""
    return sum(1 for language in _read_verdicts(verdicts) for _ in _corpus_articles(corpus, language))


def _read_verdicts(path: Path) -> dict[str, dict[str, dict[int, bool]]]:
    read: dict[str, dict[str, dict[int, bool]]] = defaultdict(lambda: defaultdict(dict))
    for line in path.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        read[verdict["language"]][verdict["article"]][verdict["start"]] = verdict["is_event"]
    return read


def _corpus_articles(corpus: Path, language: str) -> Iterator[Article]:
    with gzip.open(corpus / f"{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            told = {name: record[name] or "" for name in ("title", "text")}
            yield Article(id=record["id"], language=language, published_at=record["published_at"], **told)


@dataclass(frozen=True)
class _Told:
    """A gold event: where its evidence stands, and its figure."""

    start: int
    end: int
    bounds: Bounds


def _gold_labels(gold: GoldArticle, reading: Reading) -> dict[int, bool]:
    """Return what the gold tells clearly of candidates, by the character at which their trigger begins."""
    text = reading.text.text
    told = [
        _Told(start := text.find(facts.evidence[0].text), start + len(facts.evidence[0].text), bounds(facts))
        for facts in gold.wanted(frozenset(Harm))
    ]
    labels = {v.frame.trigger.start_char: _label(v, told) for v in reading.verdicts}
    return {start: label for start, label in labels.items() if label is not None}


def _label(verdict: Verdict, told: Sequence[_Told]) -> bool | None:
    """Return whether a candidate is an event, None where the gold does not say: it may tell one again."""
    frame = verdict.frame
    count = frame.count
    figure = (count.best, count.min, count.max) if count is not None else _NOT_TOLD
    sentence = frame.view.sentence
    inside = [t for t in told if t.start < sentence.end_char and sentence.start_char < t.end]
    if any(t.bounds == figure for t in inside):
        return True
    if figure not in {_NOT_TOLD, _ONE} and any(t.bounds == figure for t in told):
        return True
    if inside or (told and (count is None or frame.antecedent is not None or frame.view.in_title)):
        return None
    return False
