"""The detector: one article in, its rescue events out. The only door into extraction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from rescuewire.extraction.acts.forming import form_acts, with_rejections
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.event_records import build_events
from rescuewire.extraction.framing import frames_of
from rescuewire.extraction.gate import MentionGate
from rescuewire.extraction.judgement.verdict import Verdict, judge
from rescuewire.extraction.judgement.weights import load_weights
from rescuewire.extraction.loaded_language import (
    AFTER_GATE,
    BEFORE_GATE,
    LoadedLanguage,
    available_packs,
    load_language,
)
from rescuewire.extraction.mentions.kinds import PUBLISHED_ON, PUBLISHED_WITHIN
from rescuewire.extraction.reading.furniture import find_furniture
from rescuewire.extraction.reading.language import identify_language
from rescuewire.extraction.reading.publication_date import published_on, published_within
from rescuewire.extraction.reading.readable_text import make_readable
from rescuewire.extraction.reading.tokenizable_text import blank_unreadable_runs
from rescuewire.extraction.reading.working_text import WorkingText, join_readable
from rescuewire.extraction.story import Story
from rescuewire.extraction.work import Stage, StageClock, Work
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

EVENTS, NO_EVENT, UNSUPPORTED_LANGUAGE = "events", "no_event", "unsupported_language"


@dataclass(frozen=True)
class Reading:
    """An article as extraction saw it; `verdicts` are all candidates, kept and dropped."""

    text: WorkingText
    doc: Doc
    story: Story
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Detection:
    """What was found in an article: its outcome, and its events in the order of the text."""

    outcome: str
    events: tuple[RescueEvent, ...] = ()
    reading: Reading | None = None


class Detector:
    """Detects rescue events of some harms and of at least a confidence in articles of every language with a pack.

    `work` is what it has done so far.
    """

    def __init__(self, harms: frozenset[Harm] = DEFAULT_HARMS, min_confidence: float | None = None) -> None:
        self._harms = harms
        self._min_confidence = load_weights().min_confidence if min_confidence is None else min_confidence
        self._gate = MentionGate(harms)
        self.work = Work()

    def load_languages(self) -> tuple[str, ...]:
        """Load every language now rather than with its first article; return the packs as events name them."""
        languages = [load_language(code, self._harms) for code in sorted(available_packs())]
        return tuple(language.extractor.language_pack for language in languages)

    def detect(self, article: Article) -> Detection:
        """Return the events of `article`; articles that cannot hold one are not read to the end."""
        return self.read(article, past_gate=False)

    def read(self, article: Article, *, past_gate: bool = True) -> Detection:
        """Return the events of `article` with everything seen on the way; `past_gate` reads what the gate stops."""
        clock = self.work.clock()
        code = identify_language(article)
        clock.done(Stage.LANGUAGE)
        if code not in available_packs():
            return Detection(UNSUPPORTED_LANGUAGE)
        language = load_language(code, self._harms)
        language.forget_rare_words()
        clock.done(Stage.LOADING)
        text = join_readable(make_readable(article.title), make_readable(article.text))
        clock.done(Stage.READING)
        doc = self._read_words(text, language, past_gate=past_gate)
        clock.done(Stage.GATE)
        if doc is None:
            return Detection(NO_EVENT)
        text = text.with_furniture(find_furniture(text.body.text, language.furniture))
        article = article if article.language == code else replace(article, language=code)
        return self._examine(article, text, doc, language, clock)

    def _read_words(self, text: WorkingText, language: LoadedLanguage, *, past_gate: bool) -> Doc | None:
        """Return the words of a text with triggers and contexts found; None where the gate stops it."""
        readable = blank_unreadable_runs(text.text)
        seen = language.gate.look(readable)
        if seen is None and not past_gate:
            return None
        doc = language.cutter.document(readable)
        if seen is not None:
            seen.keep(doc)
        doc = _apply(BEFORE_GATE, language, doc)
        return doc if past_gate or self._gate.passes(doc) else None

    def _examine(
        self, article: Article, text: WorkingText, doc: Doc, language: LoadedLanguage, clock: StageClock
    ) -> Detection:
        doc._.set(PUBLISHED_ON, published_on(article.published_at))
        doc._.set(PUBLISHED_WITHIN, published_within(article.published_at))
        doc = _apply(AFTER_GATE, language, doc)
        clock.done(Stage.MENTIONS)
        story = Story(doc, text.title_length, text.furniture, language.grammar)
        frames = frames_of(story)
        verdicts = tuple(judge(frame, story, language.cues, self._harms) for frame in frames)
        acts = form_acts(verdicts)
        verdicts = with_rejections(verdicts, acts, self._min_confidence)
        events = build_events(acts, self._min_confidence, story, text, article, language)
        clock.done(Stage.JUDGEMENT)
        self.work.reject(verdicts)
        return Detection(EVENTS if events else NO_EVENT, events, Reading(text, doc, story, verdicts))


def _apply(components: tuple[str, ...], language: LoadedLanguage, doc: Doc) -> Doc:
    for name in components:
        doc = language.nlp.get_pipe(name)(doc)
    return doc


@cache
def load_detector(harms: frozenset[Harm] = DEFAULT_HARMS, min_confidence: float | None = None) -> Detector:
    """Return the process's detector for these harms and this confidence, None for the default one."""
    return Detector(harms, min_confidence)
