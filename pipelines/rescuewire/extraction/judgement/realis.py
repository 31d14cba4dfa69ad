"""Realis: whether an act happened, or is planned, tried, demanded, denied, or only spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rescuewire.extraction.frames.embedded_clauses import is_parted
from rescuewire.extraction.framing import Frame
from rescuewire.extraction.judgement.realis_words import Cue, Reach, Realis
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.patterns.pattern_table import Match, PatternTable
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire_schemas.rescue_event import CountQualifier, EventType

_CLOSE = 4
_NEGATES = 3
_STILL_BEHIND = 2
_PAST = frozenset({"past", "participle"})
_NOT_SO = frozenset({Realis.ATTEMPTED, Realis.DENIED})
"""What words around a trigger tell of it even with it inside: "found nobody", "took back word that"."""
_OF_OTHERS = frozenset({Realis.ATTEMPTED, Realis.GENERIC})
_BEFORE = 14
_AFTER = 22
_CLAUSE_ENDS = frozenset({";", ".", ":", "«", "»", "“", "”"})
_BY_FORM = {
    "infinitive": Realis.PLANNED,
    "future": Realis.PLANNED,
    "conditional": Realis.HYPOTHETICAL,
    "subjunctive": Realis.CALLED_FOR,
    "imperative": Realis.CALLED_FOR,
}
_WEIGHT = (
    Realis.DENIED,
    Realis.ATTEMPTED,
    Realis.CALLED_FOR,
    Realis.PLANNED,
    Realis.HYPOTHETICAL,
    Realis.GENERIC,
)


_BOUNDS_WITH_NEGATION = {CountQualifier.AT_LEAST, CountQualifier.AT_MOST}


def judge_realis(frame: Frame, cues: PatternTable[Cue], grammar: ClosedClasses) -> Realis:
    """Return the realis of a frame, from its verb form and the cues around its trigger."""
    if frame.group.negated or _nobody(frame, grammar):
        return Realis.DENIED
    matches = _reaching(frame, _find_cues(frame.view, cues), grammar)
    if any(_is_negated(frame, match, grammar) for match in matches):
        return Realis.DENIED
    found = [m.value for m in matches]
    told = {cue.realis for cue in found}
    if _is_particular(frame):
        told.discard(Realis.GENERIC)
    if Realis.ACTUAL in told and not told & {Realis.DENIED, Realis.CALLED_FOR}:
        return Realis.ACTUAL
    if not told and _is_still_held(frame, grammar):
        return Realis.CALLED_FOR
    strongest = next((realis for realis in _WEIGHT if realis in told), None)
    return strongest or _BY_FORM.get(frame.group.form, Realis.ACTUAL)


def _is_still_held(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether a noun tells of a way out for people who have none: "the release of 7 hostages still in Mali"."""
    if not frame.mention.is_noun or frame.patient is None:
        return False
    end = frame.patient.span.end
    return frame.view.tells(grammar.still, end, end + _STILL_BEHIND)


def _is_in_name(view: SentenceView, match: Match[Cue]) -> bool:
    """Tell whether a cue is part of who acts: "the Organization for Migration"."""
    start, end = match.start + view.start, match.end + view.start
    return any(agent.start < start and end <= agent.end for agent in view.agents)


def _nobody(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the Patient is nobody: "no hostage", « aucun otage », but not "no fewer than 20 hostages"."""
    if frame.patient is None or (frame.count is not None and frame.count.qualifier in _BOUNDS_WITH_NEGATION):
        return False
    start = frame.patient.span.start
    return frame.view.tells(grammar.negation, start - 1, min(start + 1, frame.group.start))


def _is_negated(frame: Frame, match: Match[Cue], grammar: ClosedClasses) -> bool:
    """Tell whether what licenses an act is itself negated: "did not manage to free", « n'ont pu être libérés »."""
    if match.value.realis is not Realis.ACTUAL or match.value.reach is Reach.SENTENCE:
        return False
    start = match.start + frame.view.start
    return frame.view.tells(grammar.negation, start - _NEGATES, start)


def _is_particular(frame: Frame) -> bool:
    """Tell whether a figure and a past tense make the act a particular one, whatever happens often beside it."""
    return frame.count is not None and frame.count.best not in {None, 1} and frame.group.form in _PAST


@lru_cache(maxsize=1)  # frames of one sentence come one after another
def _find_cues(view: SentenceView, cues: PatternTable[Cue]) -> list[Match[Cue]]:
    """Return the cues of a sentence, also those that a date splits: « est parvenue dimanche à libérer »."""
    words = view.words_within(view.start, view.end)
    found = cues.find(words)
    if not view.dated:
        return found
    kept = [i for i in range(len(words)) if view.start + i not in view.dated]
    beyond = cues.find([words[i] for i in kept])
    whole = {(match.start, match.end) for match in found}
    split = (Match(kept[match.start], kept[match.end - 1] + 1, match.value) for match in beyond)
    return [*found, *(match for match in split if (match.start, match.end) not in whole)]


def _reaching(frame: Frame, matches: Iterable[Match[Cue]], grammar: ClosedClasses) -> list[Match[Cue]]:
    return [m for m in matches if _reaches(frame, m, grammar)]


def _is_embedded(frame: Frame, match: Match[Cue], grammar: ClosedClasses) -> bool:
    """Tell whether a cue is in a clause between the subject and its verb: "girls who had been promised jobs were"."""
    if frame.patient is None or frame.group.bare or frame.group.form == "infinitive":
        return False
    end, verb = frame.patient.span.end, frame.group.start
    inside = end <= match.start + frame.view.start and match.end + frame.view.start <= verb
    return inside and is_parted(frame.view, end, verb, grammar)


def _is_of_other_act(frame: Frame, match: Match[Cue], grammar: ClosedClasses) -> bool:
    """Tell whether a failure told behind a rescue is another one's: "freed a hostage, but a raid last year failed".

    Who escaped may be caught again; who was brought out by others was so before the word that parts the two. Behind it
    another subject must stand: those who "stormed the island but failed to find them" are still the same.
    """
    if match.value.realis not in _OF_OTHERS or frame.group.form not in _PAST or frame.patient is None:
        return False
    if frame.event_type is EventType.ESCAPE:
        return False
    view, failure = frame.view, match.start + frame.view.start
    breaks = (i for i in range(frame.mention.head + 1, failure) if view.word(i) in grammar.contrast | _CLAUSE_ENDS)
    last = max(breaks, default=failure)
    return any(view.word(i) not in grammar.adverbs | grammar.verb_words for i in range(last + 1, failure + 1))


def _reaches(frame: Frame, match: Match[Cue], grammar: ClosedClasses) -> bool:
    view, start = frame.view, frame.group.start - frame.view.start
    head, sentence = frame.mention.head - view.start, match.value.reach is Reach.SENTENCE
    inside = match.start <= head < match.end and not (sentence and match.value.realis in _NOT_SO)
    if inside or _is_in_name(view, match):
        return False
    if sentence:
        return not _is_of_other_act(frame, match, grammar)
    if match.value.reach is Reach.AFTER:
        return 0 <= match.start - head <= _AFTER and not _is_of_other_act(frame, match, grammar)
    if _is_embedded(frame, match, grammar):
        return False
    gap = start - match.end
    limit = _CLOSE if match.value.reach is Reach.CLOSE else _BEFORE
    if not -2 <= gap <= limit:
        return False
    between = (view.word(i + view.start) for i in range(match.end, start))
    return not any(word in _CLAUSE_ENDS for word in between)
