"""What else becomes of people in the words of a way out: found guilty, brought home dead, looked for, put to work."""

from __future__ import annotations

from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import CONTEXTS, Strength
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire_schemas.rescue_event import EventType, Harm

_VERDICT_REACH = 6
_PHRASE_REACH = 3
_PURPOSE_REACH = 12
_WORK_REACH = 4
_MOVED = frozenset({EventType.RESCUE, EventType.REPATRIATION})
_BREAKS = CLAUSE_BREAKS | {",", ":", "."}


def meet_another_fate(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the people of a frame are found guilty, dead, only looked for, or brought to be exploited."""
    if frame.patient is None:
        return False
    return (
        _are_convicted(frame, grammar)
        or _are_remains(frame, grammar)
        or _are_sought(frame, grammar)
        or _are_put_to_work(frame, grammar)
        or _are_handed_to_exploiters(frame)
        or _are_lured(frame, grammar)
    )


def _are_convicted(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether a verdict follows the verb: "found a couple guilty of enslaving two women"."""
    patient = frame.patient
    start = frame.mention.head + 1
    if not frame.view.has(grammar.convicted):
        return False
    if patient is None or patient.span.end + _VERDICT_REACH < start:
        return False
    for i in range(start, max(start, patient.span.end) + _VERDICT_REACH):
        word = frame.view.word(i)
        if word in _BREAKS:
            return False
        if word in grammar.convicted:
            return True
    return False


def _are_remains(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether it is the bodies of the Patients that come: "the remains of 23 workers"."""
    if not frame.view.has(grammar.remains):
        return False
    at = _behind_determiners(frame, grammar)
    return frame.view.word(at) in grammar.of and frame.view.word(at - 1) in grammar.remains


def _are_sought(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether the Patients are only looked for: "flew in in search of two kidnapped engineers"."""
    if not frame.view.has(grammar.seeking):
        return False
    at = _behind_determiners(frame, grammar)
    if at <= frame.mention.head:
        return False
    return any(frame.view.word(i) in grammar.seeking for i in (at, at - 1) if i > frame.mention.head)


def _behind_determiners(frame: Frame, grammar: ClosedClasses) -> int:
    """Return the index of the word before the Patient and its determiners, which may stand outside its span."""
    at = frame.patient.span.start - 1 if frame.patient is not None else 0
    for _ in range(_PHRASE_REACH):
        if frame.view.word(at) not in grammar.determiners - grammar.of:
            break
        at -= 1
    return at


def _are_put_to_work(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether people are brought somewhere to be exploited: "brought to the capital to beg".

    What is told of the people themselves was before: "brought home 540 who had been lured to scam centres".
    """
    if frame.mention.event_type is not EventType.REPATRIATION or frame.mention.is_noun:
        return False
    view, head = frame.view, frame.mention.head
    described = frame.patient.span.end if frame.patient is not None else -1
    if not view.has(grammar.purpose):
        return False
    for i in range(head + 1, head + _PURPOSE_REACH):
        if view.word(i) in _BREAKS or (i == described and view.word(i) in grammar.relative):
            return False
        if view.word(i) in grammar.purpose and i - 1 != described and _exploits(view, head, i, grammar):
            return True
    return False


def _are_handed_to_exploiters(frame: Frame) -> bool:
    """Tell whether weak words of letting go are part of those for exploitation: « les livrait à ses clients »."""
    if frame.mention.event_type is not EventType.RELEASE or frame.mention.strength is not Strength.WEAK:
        return False
    told = ((c, meaning(c, CONTEXTS)) for c in frame.view.contexts)
    exploited = (c for c, what in told if what.harm is Harm.TRAFFICKING and what.holds and not what.forms)
    return any(c.start <= frame.mention.head < c.end for c in exploited)


def _are_lured(frame: Frame, grammar: ClosedClasses) -> bool:
    """Tell whether people are brought somewhere by deceit: "brought to the city under false pretences"."""
    if frame.mention.event_type not in _MOVED or frame.mention.strength is Strength.STRONG or frame.mention.is_noun:
        return False
    view, head = frame.view, frame.mention.head
    if not view.has(grammar.deceit):
        return False
    for i in range(head + 1, head + _PURPOSE_REACH):
        if view.word(i) in _BREAKS or view.word(i) in grammar.relative | grammar.verb_words:
            return False
        if view.word(i) in grammar.deceit:
            return bool({view.word(i - 1), view.word(i - 2)} & grammar.prepositions)
    return False


def _exploits(view: SentenceView, head: int, purpose: int, grammar: ClosedClasses) -> bool:
    """Tell whether words for exploitation follow a word of purpose, or begin with the verb and go beyond it."""
    for context in view.contexts:
        told = meaning(context, CONTEXTS)
        from_verb = context.start <= head and context.end > purpose
        if not (told.forms or told.holds) or not (from_verb or purpose <= context.start <= purpose + _WORK_REACH):
            continue
        return not view.tells(grammar.prepositions, purpose + 1, context.start)
    return False
