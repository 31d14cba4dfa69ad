"""The Agent of a trigger: whose authority acts."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Span

from rescuewire.extraction.frames.joint_operations import state_of_operation
from rescuewire.extraction.frames.organs import (
    act_together,
    codes_of,
    is_of_asker,
    joined_names,
    lends_help,
    opens_longer_phrase,
)
from rescuewire.extraction.frames.patients import Patient
from rescuewire.extraction.frames.roles import NOBODY, Actor
from rescuewire.extraction.frames.verb_groups import NOUN, VerbGroup
from rescuewire.extraction.mentions.kinds import (
    AGENTS,
    PLACES,
    TRIGGERS,
    AgentKind,
    AgentMention,
    PatientSlot,
    PlaceKind,
    TriggerMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import CLAUSE_BREAKS, SentenceView
from rescuewire_schemas.rescue_event import EventType, Harm

_SUBJECT_REACH = 8
_FARTHEST = 45
_LEAD = 3
_COMMA = frozenset({","})
_COLON = frozenset({":"})
_BY_REACH = 2
_ONLY_REPORTS = 2.0
_BREAK = 2.0
_BY_CAPTORS = frozenset({EventType.RELEASE, EventType.ESCAPE})


def find_actor(
    view: SentenceView, trigger: Span, group: VerbGroup, patient: Patient | None, grammar: ClosedClasses
) -> Actor:
    """Return who acts in the trigger's clause: behind "by" of a passive, before an active verb, else nearby."""
    country = _country_as_subject(view, trigger, group, grammar) or _country_behind_by(view, trigger, group, grammar)
    country = country or state_of_operation(view, grammar)
    if country is not None:
        names = joined_names(view, country, grammar)
        codes = tuple(dict.fromkeys(code for name in names for code in meaning(name, PLACES).codes))
        return Actor(told=True, is_state=True, codes=codes, span=country)
    agents = [a for a in view.agents if patient is None or not _overlaps(a, patient.span)]
    fits = [_fit(view, agent, trigger, group, grammar) for agent in agents]
    if max(fits, default=0.0) <= 0:
        return NOBODY
    best = agents[fits.index(max(fits))]
    best = _helped_organ(view, best, agents, grammar) or _joined_state(view, best, agents, grammar) or best
    return _actor(view, best, agents, grammar)


def _helped_organ(view: SentenceView, agent: Span, agents: list[Span], grammar: ClosedClasses) -> Span | None:
    """Return the organ that acts with the help of another: "Thai police, working with Chinese officers, …"."""
    if not lends_help(view, agent, grammar):
        return None
    helped = (a for a in agents if meaning(a, AGENTS).kind is AgentKind.STATE and not lends_help(view, a, grammar))
    return min(helped, key=lambda a: abs(a.start - agent.start), default=None)


def _joined_state(view: SentenceView, agent: Span, agents: list[Span], grammar: ClosedClasses) -> Span | None:
    """Return the organ of a state that acts together with another body: « des policiers et des chasseurs »."""
    if meaning(agent, AGENTS).kind is not AgentKind.BODY:
        return None
    organs = (other for other in agents if meaning(other, AGENTS).kind is AgentKind.STATE)
    return next((organ for organ in organs if act_together(view, agent, organ, grammar)), None)


def _actor(view: SentenceView, span: Span, agents: list[Span], grammar: ClosedClasses) -> Actor:
    mention: AgentMention = meaning(span, AGENTS)
    is_state = mention.kind is AgentKind.STATE
    codes = codes_of(view, span, grammar)
    if is_state and codes:
        codes = tuple(dict.fromkeys((*codes, *_partners(view, span, agents, grammar))))
    return Actor(True, is_state, mention.kind is AgentKind.CAPTOR, codes, span, mention.is_mission)


def _partners(view: SentenceView, span: Span, agents: list[Span], grammar: ClosedClasses) -> list[str]:
    """Return the countries of the other organs of states that act together with one."""
    others = (a for a in agents if a is not span and meaning(a, AGENTS).kind is AgentKind.STATE)
    together = (a for a in others if act_together(view, span, a, grammar))
    return [code for organ in together for code in codes_of(view, organ, grammar)]


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _fit(view: SentenceView, agent: Span, trigger: Span, group: VerbGroup, grammar: ClosedClasses) -> float:
    """Score an agent's place: by-phrases and subjects first, any organ of the sentence at last."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    distance = min(abs(agent.end - group.start), abs(agent.start - mention.head))
    score = 1.0 - distance / _FARTHEST
    if view.tells(grammar.attribution, agent.start - _LEAD, agent.start):
        score -= _ONLY_REPORTS
    score -= _ONLY_REPORTS * is_of_asker(view, agent, grammar)
    of_itself = _speaks_of_itself(view, agent, group, grammar)
    if mention.by_authority is not None and not of_itself and _says(view, agent, mention, grammar):
        score -= _ONLY_REPORTS
    hands_over = mention.event_type is EventType.RELEASE and agent.start > mention.head
    if (hands_over and receives(view, agent, grammar)) or is_bystander(view, agent, mention.head, grammar):
        score -= _ONLY_REPORTS
    if mention.is_noun and agent.end <= trigger.start and _reports(view, agent.end, trigger.start, grammar):
        score -= _ONLY_REPORTS
    if meaning(agent, AGENTS).kind is AgentKind.CAPTOR and (
        _cannot_let_go(view, agent, mention, grammar) or _others_do(view, agent, group, mention, grammar)
    ):
        score -= _ONLY_REPORTS
    score -= _BREAK * _broken(view, agent, mention.head)
    score -= _ONLY_REPORTS * _is_in_relative_clause(view, agent, mention, grammar)
    by = _is_behind_by(view, agent, grammar)
    score -= _ONLY_REPORTS * _comes_too_late(view, agent, mention.head, grammar)
    if by and agent.start > mention.head:
        active = mention.patient is PatientSlot.OBJECT and not group.passive and not mention.is_noun
        score += -1.0 if active else 2.0
    elif (
        agent.end <= group.start and not group.passive and not mention.is_noun and mention.patient is PatientSlot.OBJECT
    ):
        score += 1.0
    return score


def _is_behind_by(view: SentenceView, agent: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "by" leads to an organ, or to people of it: "by sailors of a French frigate"."""
    if view.tells(grammar.by, agent.start - _LEAD, agent.start):
        return True
    if not view.tells(grammar.by, agent.start - _SUBJECT_REACH, agent.start):
        return False
    stops = grammar.verb_words | grammar.relative | grammar.conjunctions | (grammar.prepositions - grammar.of)
    for position in range(agent.start - 1, agent.start - 1 - _SUBJECT_REACH, -1):
        word = view.word(position)
        if word in grammar.by:
            return True
        if word in stops or not word[:1].isalnum():
            return False
    return False


def _comes_too_late(view: SentenceView, agent: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether an organ behind the verb only comes when all is over: "freed them before the police arrived"."""
    if not view.has(grammar.ahead):
        return False
    for position in range(agent.start - 1, max(head, agent.start - 1 - _SUBJECT_REACH), -1):
        word = view.word(position)
        if word in grammar.ahead:
            return True
        if word in grammar.by or not word[:1].isalnum():
            return False
    return False


def _cannot_let_go(view: SentenceView, captor: Span, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether captors do not act: behind words of rescue, or where others caught them before."""
    return mention.event_type not in _BY_CAPTORS or _is_caught(view, captor, mention.head, grammar)


def _others_do(
    view: SentenceView, captor: Span, group: VerbGroup, mention: TriggerMention, grammar: ClosedClasses
) -> bool:
    """Tell whether a passive says who else did it: "the crew, whom pirates had locked in, were freed by sailors"."""
    if not group.passive or captor.end > group.start:
        return False
    behind = (i for i in range(mention.head + 1, view.end) if not view.in_date(i))
    return any(view.word(i) in grammar.by for i in islice(behind, _BY_REACH))


def _is_caught(view: SentenceView, captor: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether captors are the object of what others did before: "police shot two kidnappers and freed a boy"."""
    behind = view.words_within(captor.end, head)
    opens_clause = (grammar.relative | grammar.subordinate) - grammar.conjunctions
    if grammar.joins.isdisjoint(behind) or not opens_clause.isdisjoint(behind):
        return False
    organs = (a for a in view.agents if a.end <= captor.start and meaning(a, AGENTS).kind is AgentKind.STATE)
    passed = [set(view.words_within(organ.end, captor.start)) for organ in organs]
    others = grammar.reporting | grammar.passive | grammar.by | grammar.relative | grammar.that | grammar.conjunctions
    return any(words - grammar.closed and not words & (others - grammar.object_marker - grammar.of) for words in passed)


def _is_in_relative_clause(view: SentenceView, agent: Span, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether captors behind the verb are told only of how people were held: "men whom the gang beat"."""
    if meaning(agent, AGENTS).kind is not AgentKind.CAPTOR or agent.start <= mention.head:
        return False
    return view.tells(grammar.relative, agent.start - _LEAD, agent.start)


def receives(view: SentenceView, agent: Span, grammar: ClosedClasses) -> bool:
    """Tell whether people are handed over to an organ, which did not bring them out: "released to soldiers"."""
    before = (view.word(i) for i in range(agent.start - 1, agent.start - 1 - _LEAD, -1))
    lead = next((word for word in before if word in grammar.prepositions), "")
    return lead in grammar.towards - grammar.by


def is_bystander(view: SentenceView, agent: Span, head: int, grammar: ClosedClasses) -> bool:
    """Tell whether people were at an organ or come to it: "under the embassy's stairs", "turned over to police"."""
    position = agent.start - 1
    while position in view.adjectives or view.word(position) in grammar.determiners - grammar.prepositions:
        position -= 1
    lead = view.word(position)
    stands_at = grammar.stays
    goes_to = grammar.towards - grammar.by if agent.start > head else frozenset()
    if lead not in stands_at | goes_to or view.word(position - 1) in grammar.prepositions | grammar.adverbs:
        return False
    return not view.tells(grammar.operations, agent.start, agent.end + 3)


def _says(view: SentenceView, agent: Span, mention: TriggerMention, grammar: ClosedClasses) -> bool:
    """Tell whether an organ only reports: behind "freed" it is no actor where it merely says so."""
    if view.tells(grammar.reporting, agent.end, agent.end + 3):
        return True
    if agent.start > mention.head and _first_verb(view, agent.end, grammar) in grammar.reporting:
        return True
    if agent.start > mention.head and _tells_hostages(view) and _is_speakers(view, agent, grammar):
        return True
    is_subject = view.word(agent.end) in grammar.verb_words
    return not is_subject and view.tells(grammar.reporting, agent.start - 2, agent.start)


def _tells_hostages(view: SentenceView) -> bool:
    return any(context.harm is Harm.CAPTIVITY for context in view.context_mentions)


def _is_speakers(view: SentenceView, agent: Span, grammar: ClosedClasses) -> bool:
    """Tell whether an organ is that of who speaks before it: "said an official in the ministry"."""
    for position in range(agent.start - 1, agent.start - 1 - _SUBJECT_REACH, -1):
        word = view.word(position)
        if word in grammar.reporting:
            return True
        if word in grammar.verb_words or word in {",", ":"} or word in CLAUSE_BREAKS:
            return False
    return False


def _speaks_of_itself(view: SentenceView, speaker: Span, group: VerbGroup, grammar: ClosedClasses) -> bool:
    """Tell whether whoever speaks tells what they did: "claims to have freed", « a rappelé qu'elle avait renvoyé »."""
    if group.passive or group.bare or group.form == NOUN:
        return False
    if not view.tells(grammar.reporting, speaker.end, group.start):
        return False
    said = next(i for i in range(group.start - 1, speaker.end - 1, -1) if view.word(i) in grammar.reporting)
    closed = grammar.that | grammar.pronouns | grammar.towards | grammar.auxiliaries | grammar.adverbs
    between = view.words_within(said + 1, group.start)
    return closed.issuperset(between) and (bool(between) or view.word(group.start) in grammar.perfect)


def _first_verb(view: SentenceView, start: int, grammar: ClosedClasses) -> str:
    """Return the first verb of a few words: "freed, an official in the ministry and a police source said"."""
    words = view.words_within(start, start + _SUBJECT_REACH)
    return next((word for word in words if word in grammar.verb_words), "")


def _reports(view: SentenceView, start: int, end: int, grammar: ClosedClasses) -> bool:
    return view.tells(grammar.reporting, start, end)


def _broken(view: SentenceView, agent: Span, head: int) -> bool:
    low, high = min(agent.start, head), max(agent.start, head)
    return view.tells(CLAUSE_BREAKS, low, high)


def _country_as_subject(view: SentenceView, trigger: Span, group: VerbGroup, grammar: ClosedClasses) -> Span | None:
    """Return the country that itself brings people out: « l'Indonésie a secouru », "Thailand freed"."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    if group.passive or mention.is_noun or mention.patient is not PatientSlot.OBJECT:
        return None
    for place in reversed([p for p in view.places if p.end <= group.start]):
        first = joined_names(view, place, grammar)[0]
        can_act = _stands_for_state(view, place) and _is_bare(view, first, grammar)
        if can_act and (_leads_to_verb(view, place, group) or _speaks_of_itself(view, place, group, grammar)):
            return place
    return None


def _country_behind_by(view: SentenceView, trigger: Span, group: VerbGroup, grammar: ClosedClasses) -> Span | None:
    """Return the country by which people are brought out: "sent back by Thailand", « rapatriés par le Niger »."""
    mention: TriggerMention = meaning(trigger, TRIGGERS)
    if not group.passive or mention.is_noun or mention.patient is not PatientSlot.OBJECT:
        return None
    for place in (p for p in view.places if mention.head < p.start <= mention.head + _SUBJECT_REACH):
        lead = view.back_over(grammar.definite, place.start - 1)
        is_name = meaning(place, PLACES).kind is PlaceKind.COUNTRY and not opens_longer_phrase(view, place)
        if is_name and view.word(lead) in grammar.by:
            return place
    return None


def _stands_for_state(view: SentenceView, place: Span) -> bool:
    """Tell whether a name is a country's, or a town's that opens the sentence: "Hanoi brought home 40 citizens"."""
    kind = meaning(place, PLACES).kind
    opens = place.start == max(view.start, view.dateline_end)
    return kind is PlaceKind.COUNTRY or (kind is PlaceKind.PLACE and opens)


def _leads_to_verb(view: SentenceView, place: Span, group: VerbGroup) -> bool:
    """Tell whether nothing else can be the subject between a country and the verb."""
    if group.start - place.end > _SUBJECT_REACH:
        return False
    if view.tells(_COLON, place.end, group.start):
        return False
    return not any(place.end <= s.start < group.start for s in (*view.agents, *view.people))


def _is_bare(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    before = view.back_over(grammar.definite | grammar.compass, place.start - 1)
    return view.word(before) not in grammar.prepositions
