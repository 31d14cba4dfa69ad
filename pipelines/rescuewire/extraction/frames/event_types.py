"""The type of an act as its sentence tells it: whose doing it was that people came out."""

from __future__ import annotations

from itertools import islice, takewhile

from rescuewire.extraction.frames.actors import receives
from rescuewire.extraction.frames.organs import codes_of
from rescuewire.extraction.frames.roles import Actor
from rescuewire.extraction.frames.verb_groups import NOUN, VerbGroup
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    AgentKind,
    PatientSlot,
    Strength,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire_schemas.rescue_event import EventType, Harm

_BY_THEIRS = 8
_BY_REACH = 2
_OPENING = 3
_VERB_REACH = 3
_PHRASE = 6
_BY_OTHERS = frozenset({EventType.RESCUE, EventType.REPATRIATION})


def type_of_act(
    view: SentenceView, mention: TriggerMention, group: VerbGroup, actor: Actor, is_led: bool, grammar: ClosedClasses
) -> EventType:
    """Return the type of an act: that of its words, unless who acts makes it another one.

    `is_led` tells whether an organ of a state acts in the sentence before or after, where none is told in this one.
    """
    if mention.strength is Strength.WEAK and mention.event_type in _BY_OTHERS and _do_captors(view, mention, group):
        return EventType.RELEASE
    if mention.event_type is EventType.REPATRIATION and group.passive and actor.is_captor:
        return EventType.RELEASE
    if mention.by_authority is None:
        return _type_of_own(mention, group, actor, view, grammar)
    if actor.is_captor:
        comes_out = mention.patient is PatientSlot.SUBJECT and _tells_operation(view, mention, grammar)
        return mention.by_authority if comes_out else mention.event_type
    if not actor.told:
        led = is_led and not _tells_captivity(view) and not _by_their_holders(view, mention, group, grammar)
        in_operation = _tells_operation(view, mention, grammar) or _go_in(view, grammar)
        freed = led or in_operation or _by_other_people(view, mention, group, grammar)
        return mention.by_authority if freed else mention.event_type
    if _acts_otherwise(mention, actor, view, grammar):
        return mention.event_type
    return EventType.REPATRIATION if _hand_over_abroad(mention, actor, view, grammar) else mention.by_authority


def _hand_over_abroad(mention: TriggerMention, actor: Actor, view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether a state hands people over to another: "Chinese police handed them to Vietnamese border guards"."""
    if not (actor.is_state and actor.codes and actor.span is not None and actor.span.start < mention.head):
        return False
    organs = (a for a in view.agents if a.start > mention.head and meaning(a, AGENTS).kind is AgentKind.STATE)
    takers = (a for a in organs if receives(view, a, grammar))
    return any(set(codes_of(view, a, grammar)).difference(actor.codes) for a in takers)


def _type_of_own(
    mention: TriggerMention, group: VerbGroup, actor: Actor, view: SentenceView, grammar: ClosedClasses
) -> EventType:
    """Return the type of words that tell one way out, which is a rescue where authorities brought it about."""
    if mention.event_type is not EventType.RELEASE:
        return mention.event_type
    if mention.patient is not PatientSlot.SUBJECT and (group.form == NOUN or not actor.is_state):
        return mention.event_type
    if mention.patient is PatientSlot.OBJECT and _hand_over_abroad(mention, actor, view, grammar):
        return EventType.REPATRIATION
    forced = _tells_operation(view, mention, grammar) or _go_in(view, grammar)
    return EventType.RESCUE if forced else mention.event_type


def _do_captors(view: SentenceView, mention: TriggerMention, group: VerbGroup) -> bool:
    """Tell whether captors open the sentence and nobody else acts before the verb: "Gunmen … put her on a camel"."""
    if group.passive or group.form == NOUN:
        return False
    first = max(view.start, view.dateline_end)
    before = [a for a in view.agents if a.start < mention.head]
    kinds = [meaning(a, AGENTS).kind for a in before]
    return bool(before) and before[0].start - first < _OPENING and set(kinds) == {AgentKind.CAPTOR}


def _tells_operation(view: SentenceView, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether people came out in what only authorities do: "40 labourers were freed in a raid"."""
    return any(position != mention.head for position in view.positions(grammar.operations))


def _go_in(view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether another clause tells that authorities went in: "after soldiers attacked the bandits' hideout"."""
    if not view.has(grammar.going_in):
        return False
    organs = (a for a in view.agents if meaning(a, AGENTS).kind is AgentKind.STATE)
    return any(view.tells(grammar.going_in, a.end, a.end + _VERB_REACH) for a in organs)


def _by_their_holders(view: SentenceView, mention: TriggerMention, group: VerbGroup, grammar: ClosedClasses) -> bool:
    """Tell whether a passive says that those who are theirs let people go: "were let out by their guards"."""
    if not group.passive:
        return False
    behind = range(mention.head + 1, mention.head + 1 + _BY_THEIRS)
    theirs = (i for i in behind if view.word(i) in grammar.by and view.word(i + 1) in grammar.possessive)
    return any(view.word(i + 2) not in grammar.kin for i in theirs)


def _by_other_people(view: SentenceView, mention: TriggerMention, group: VerbGroup, grammar: ClosedClasses) -> bool:
    """Tell whether a passive says right behind its verb which people did it: "were freed on Friday by hunters"."""
    if not group.passive:
        return False
    behind = islice((i for i in range(mention.head + 1, view.end) if not view.in_date(i)), _BY_REACH)
    by = next((i for i in behind if view.word(i) in grammar.by), None)
    if by is None or view.word(by + 1) in grammar.possessive:
        return False
    return any(by < p.start <= by + _VERB_REACH - 1 for p in view.people)


def _tells_captivity(view: SentenceView) -> bool:
    """Tell whether a sentence names captors of hostages, who let go where nobody else is told to have acted."""
    return any(context.harm is Harm.CAPTIVITY for context in view.context_mentions)


def _acts_otherwise(mention: TriggerMention, actor: Actor, view: SentenceView, grammar: ClosedClasses) -> bool:
    """Tell whether another verb's by-phrase names the actor: "walked out … a soup kitchen run by the Army"."""
    if actor.span is None or actor.span.start < mention.head:
        return False
    by = next((i for i in range(actor.span.start - 1, actor.span.start - 4, -1) if view.word(i) in grammar.by), None)
    if by is None:
        return False
    if by - 1 > mention.head and view.word(by - 1) in grammar.verb_words:
        return True
    before = view.words_within(max(mention.head + 1, by - _PHRASE), by)[::-1]
    return any(word in grammar.auxiliaries for word in takewhile(_goes_on, before))


def _goes_on(word: str) -> bool:
    return word != "," and word not in CLAUSE_BREAKS
