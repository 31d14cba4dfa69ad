"""Sentences of a test as extraction sees them: the story, its frames, its verdicts, its events."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.tokens import Doc

from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.detector import load_detector
from rescuewire.extraction.framing import Frame, frames_of
from rescuewire.extraction.judgement.verdict import Verdict, judge
from rescuewire.extraction.loaded_language import LoadedLanguage, load_language
from rescuewire.extraction.mentions.kinds import PUBLISHED_ON
from rescuewire.extraction.story import Story
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import Harm, RescueEvent

PUBLISHED = "2024-05-15"
"""A Wednesday."""


def bug(reason: str) -> pytest.MarkDecorator:
    """Mark a case that is known to be wrong today; it fails the run as soon as it is right."""
    return pytest.mark.xfail(strict=True, reason=reason)


def language_of(code: str) -> LoadedLanguage:
    """Return the pack, loaded once a run."""
    return load_language(code, DEFAULT_HARMS)


def doc_of(code: str, text: str) -> Doc:
    """Return `text` with the mentions of every finder."""
    nlp = language_of(code).nlp
    doc = nlp.make_doc(text)
    doc._.set(PUBLISHED_ON, date.fromisoformat(PUBLISHED))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def story_of(code: str, text: str, title: str = "") -> Story:
    """Return the story of an article without furniture."""
    joined = f"{title}\n\n{text}" if title else text
    return Story(doc_of(code, joined), len(title), (), language_of(code).grammar)


def frames_in(code: str, text: str, title: str = "") -> list[Frame]:
    """Return the frames of all triggers, in order."""
    return frames_of(story_of(code, text, title))


def frame_at(code: str, text: str, trigger: str) -> Frame:
    """Return the frame of the trigger whose head is the first token `trigger` that heads one."""
    for frame in frames_in(code, text):
        if frame.view.doc[frame.mention.head].text == trigger:
            return frame
    raise LookupError(f"{trigger!r} is the head of no trigger in {text!r}")


def verdicts_in(code: str, text: str, title: str = "", harms: frozenset[Harm] = DEFAULT_HARMS) -> list[Verdict]:
    """Return the verdicts on all triggers, in order."""
    story, language = story_of(code, text, title), language_of(code)
    return [judge(frame, story, language.cues, harms) for frame in frames_of(story)]


def article_of(code: str | None, text: str, title: str = "", published: str | None = PUBLISHED) -> Article:
    """Return an article as it comes in."""
    return Article(id="a", title=title, text=text, language=code, published_at=published)


def events_in(
    code: str, text: str, title: str = "", published: str | None = PUBLISHED, harms: frozenset[Harm] = DEFAULT_HARMS
) -> tuple[RescueEvent, ...]:
    """Return the events that the detector finds, gate included."""
    return load_detector(harms).detect(article_of(code, text, title, published)).events
