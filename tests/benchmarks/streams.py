"""The streams that every side reads: files of JSON lines, made once for all rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, cycle
from pathlib import Path

from benchmarks.articles import (
    COMPARED_LANGUAGES,
    GOLD,
    SHARED,
    Article,
    corpus_articles,
    gold_articles,
    long_ones,
    made_article,
    sample,
)
from benchmarks.plan import Plan

WORST_CHARACTERS = 25_000
WARM_UP_OF_STOCK = 12
CANDIDATES_IN_MIXED = 25
"""In the stream that latency is measured on, one article in so many is a candidate."""

ORDINARY, CORPUS, CANDIDATES, WORST = "ordinary", "corpus", "candidates", "worst"
MIXED, WARM_UP = "mixed", "warm-up"
COMPARED = (ORDINARY, CANDIDATES, WORST)
"""Those that stock spaCy can read as well."""
WHAT = {
    ORDINARY: "news of more than 600 characters, English and French",
    CORPUS: "all of the corpus, 25 languages and any length, of which three have a pack",
    CANDIDATES: "gold articles, English and French",
    WORST: f"articles of {WORST_CHARACTERS:,} characters made of gold articles, English and French",
    MIXED: f"as ordinary, one article in {CANDIDATES_IN_MIXED} a candidate",
}


@dataclass(frozen=True)
class Stream:
    """A file of articles; `short` has a sample of them, for what is too slow for all."""

    name: str
    file: Path
    short: Path
    articles: int
    bytes: int


class Streams:
    """Makes streams in `folder`. Without a corpus in `shared` there are none of ordinary news; `missing` says so."""

    def __init__(self, folder: Path, plan: Plan, shared: Path = SHARED) -> None:
        self._folder = folder
        self._plan = plan
        self._corpus = shared / "corpus"
        self._news = long_ones(corpus_articles(self._corpus, COMPARED_LANGUAGES))
        self._gold = gold_articles([GOLD, shared / "gold"], COMPARED_LANGUAGES)
        self._compared: list[Stream] = []
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def missing(self) -> list[str]:
        """What cannot be measured here, in words."""
        return [] if self._news else [f"{self._corpus} is not there: nothing of ordinary news"]

    def compared(self) -> list[Stream]:
        """The streams of throughput, made once; those of ordinary news only where there is some."""
        if not self._compared:
            self._compared = self._make_compared()
        return self._compared

    def _make_compared(self) -> list[Stream]:
        plan = self._plan
        made = {
            ORDINARY: sample(self._news, plan.ordinary),
            CORPUS: sample(corpus_articles(self._corpus), plan.corpus),
            CANDIDATES: sample(self._gold, plan.candidates),
            WORST: self.worst(plan.worst),
        }
        return [self.write(name, articles) for name, articles in made.items() if articles]

    def warm_up(self) -> Stream:
        """Articles that are read before anything is timed: none of the end of the list is in a sample of its start."""
        step = max(1, len(self._news) // self._plan.warm_up)
        return self.write(WARM_UP, [*self._news[1::step], *self._gold[:20]], short=WARM_UP_OF_STOCK)

    def mixed(self) -> Stream | None:
        """Ordinary news with candidates between; None without a corpus."""
        news, gold = sample(self._news, self._plan.ordinary), cycle(self._gold)
        step = CANDIDATES_IN_MIXED - 1
        parts = ([*news[index : index + step], next(gold)] for index in range(0, len(news), step))
        return self.write(MIXED, list(chain.from_iterable(parts))) if news else None

    def of_length(self, thousands: int, *, candidates: bool) -> Stream | None:
        """English articles of one length; a candidate tells a rescue in its last paragraph. None without a corpus."""
        texts = [article.text for article in self._news if article.language == "en"]
        if not texts:
            return None
        size = 1_000 * thousands
        count = max(2, self._plan.length_bytes // size)
        told = [article.text[:500] for article in self._gold if article.language == "en" and len(article.text) > 200]
        articles = [
            made_article(number, "en", _paragraphs(texts, told if candidates else [], number, size), size)
            for number in range(count)
        ]
        return self.write(f"{'candidates' if candidates else 'ordinary'}-{thousands}k", articles)

    def english(self, count: int) -> Stream:
        """The first ordinary articles in English."""
        english = [article for article in self._news if article.language == "en"]
        return self.write(f"{ORDINARY}-en", english[:count])

    def beginning(self, stream: Stream, count: int) -> Stream:
        """The first articles of a stream; the whole stream where it has no more."""
        values = stream.file.read_bytes().splitlines()[:count]
        return self.write(f"{stream.name}-first-{len(values)}", [Article(value, "", "") for value in values])

    def worst(self, count: int) -> list[Article]:
        """Long articles of which every paragraph tells of rescues."""
        texts = {code: [each.text for each in self._gold if each.language == code] for code in COMPARED_LANGUAGES}
        return [_worst(number, code, texts[code]) for number in range(count // 2) for code in texts if texts[code]]

    def write(self, name: str, articles: Sequence[Article], short: int = 0) -> Stream:
        """Write a stream and its sample, of the plan's size if not told otherwise."""
        values = [article.value for article in articles]
        file, sampled = self._folder / f"{name}.jsonl", self._folder / f"{name}.short.jsonl"
        file.write_bytes(b"".join(value + b"\n" for value in values))
        chosen = sample(articles, short or self._plan.stock)
        sampled.write_bytes(b"".join(each.value + b"\n" for each in chosen))
        return Stream(name, file, sampled, len(values), sum(map(len, values)))


def _worst(number: int, language: str, texts: Sequence[str]) -> Article:
    start = 7 * number % len(texts)
    return made_article(number, language, cycle([*texts[start:], *texts[:start]]), WORST_CHARACTERS)


def _paragraphs(texts: Sequence[str], told: Sequence[str], number: int, size: int) -> Iterator[str]:
    """A rescue, if there is one to tell, then news up to `size` characters."""
    if told:
        yield told[number % len(told)][: size // 2]
    start = 13 * number % len(texts)
    yield from cycle([*texts[start:], *texts[:start]])
