"""The events that an article would give by a model that has not seen it, and whether each is a true one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rescuewire.evaluation.facts import Facts, facts_of
from rescuewire.evaluation.matching import match
from rescuewire.extraction.acts.forming import Acts, form_acts
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.default_harms import DEFAULT_HARMS
from rescuewire.extraction.event_records import build_events, in_text_order
from rescuewire.extraction.judgement.verdict import Rejection, Verdict
from rescuewire.extraction.judgement.weights import Calibration, calibrated
from rescuewire.extraction.loaded_language import load_language
from rescuewire.fitting.articles import FittingArticle


@dataclass(frozen=True)
class ToldEvent:
    """An event: the log-odds of its surest candidate, and whether it is true, None where nobody knows."""

    log_odds: float
    is_true: bool | None


def told_events(
    article: FittingArticle, log_odds: Sequence[float], calibration: Calibration, min_confidence: float
) -> list[ToldEvent]:
    """Return every event of an article that its candidates' log-odds give, the unlikely ones too."""
    if not article.passes_gate:
        return []
    odds = {id(v): value for v, value in zip(article.candidates, log_odds, strict=True)}
    judged = [_judged_anew(v, odds.get(id(v)), calibration, min_confidence) for v in article.reading.verdicts]
    odds_at = {_start(v): odds[id(v)] for v in article.candidates}
    acts = form_acts(judged)
    true = _truths(article, acts)
    return [
        ToldEvent(max(odds_at[_start(v)] for v in act.verdicts), is_true)
        for act, is_true in zip(in_text_order([*acts.likely, *acts.unlikely]), true, strict=True)
    ]


def _start(verdict: Verdict) -> int:
    return verdict.frame.trigger.start_char


def _judged_anew(verdict: Verdict, log_odds: float | None, calibration: Calibration, min_confidence: float) -> Verdict:
    """Return a verdict as a model of these log-odds gives it, of the harms that are wanted by default."""
    if log_odds is None or verdict.rejection in {Rejection.NOT_ACTUAL, Rejection.NO_PATIENT}:
        return verdict
    confidence = calibrated(log_odds, calibration)
    likely = None if confidence >= min_confidence else Rejection.UNLIKELY
    rejection = likely if verdict.harm in DEFAULT_HARMS else Rejection.HARM_NOT_WANTED
    return replace(verdict, rejection=rejection, findings=verdict.findings.by_model(log_odds, calibration))


def _truths(article: FittingArticle, acts: Acts) -> list[bool | None]:
    in_order = in_text_order([*acts.likely, *acts.unlikely])
    if article.wanted is None:
        return [_is_read_as_true(article, act) for act in in_order]
    found = _facts(article, acts)
    likely = [number for number, act in enumerate(in_order) if any(act is each for each in acts.likely)]
    unlikely = [number for number in range(len(in_order)) if number not in likely]
    matched: set[int] = set()
    wanted = list(article.wanted)
    for numbers in (likely, unlikely):  # an unlikely event must not take a gold event from a likely one
        pairs = match(_text(article), wanted, [found[number] for number in numbers])
        matched |= {numbers[j] for _, j in pairs}
        wanted = [facts for i, facts in enumerate(wanted) if i not in dict(pairs)]
    return [number in matched for number in range(len(in_order))]


def _facts(article: FittingArticle, acts: Acts) -> list[Facts]:
    language, reading = load_language(article.language, DEFAULT_HARMS), article.reading
    read_as = replace(article.article, language=article.language)
    return [facts_of(event) for event in build_events(acts, 0.0, reading.story, reading.text, read_as, language)]


def _text(article: FittingArticle) -> str:
    return f"{article.article.text}\n{article.article.title}"


def _is_read_as_true(article: FittingArticle, act: Act) -> bool | None:
    known = [article.labels[_start(v)] for v in act.verdicts if _start(v) in article.labels]
    return any(known) if known else None
