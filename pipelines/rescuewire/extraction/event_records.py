"""Events: from the verdicts on an act to the record that leaves the pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rescuewire.extraction.frames.frame import Frame
from rescuewire.extraction.grammar import ClosedClasses
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.later_origins import origins_after
from rescuewire.extraction.loaded_language import LoadedLanguage
from rescuewire.extraction.mentions.kinds import AGENTS, DATES, AgentKind, PeopleClass
from rescuewire.extraction.merging import Act
from rescuewire.extraction.reading.working_text import WorkingText
from rescuewire.extraction.sentence_view import SentenceView, meaning
from rescuewire.extraction.story import Story
from rescuewire_schemas.article import Article
from rescuewire_schemas.identity import event_id
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    EventType,
    Evidence,
    Extractor,
    Form,
    RescueEvent,
    Scope,
    VictimCount,
)

_LONGEST_EVIDENCE = 700
"""Characters: evidence is a quotation, not the article."""
_NO_AGENT = frozenset({EventType.ESCAPE, EventType.RELEASE})


def build_events(
    acts: Sequence[Act], story: Story, text: WorkingText, article: Article, language: LoadedLanguage
) -> tuple[RescueEvent, ...]:
    """Return the event of each act, in the order of their evidence in the article."""
    ordinals: dict[str, int] = {}
    events = []
    for act in sorted(acts, key=lambda a: a.lead.frame.trigger.start_char):
        evidence = _evidence(act, text)
        ordinal = ordinals[evidence.text] = ordinals.get(evidence.text, -1) + 1
        others = [v.frame.view for a in acts if a is not act for v in a.verdicts]
        countries = _countries(act, story, others, language.grammar)
        identity = event_id(article.id, evidence.text, ordinal)
        events.append(_event(act, identity, countries, evidence, article, language.extractor))
    return tuple(events)


def _event(
    act: Act, identity: str, countries: Countries, evidence: Evidence, article: Article, extractor: Extractor
) -> RescueEvent:
    return RescueEvent(
        event_id=identity,
        event_type=act.event_type,
        harm=act.lead.harm,
        forms=_forms(act),
        scope=_scope(act),
        victims=_victims(act),
        countries=countries,
        time=_time(act),
        evidence=(evidence,),
        article=_reference(article),
        extractor=extractor,
    )


def _evidence(act: Act, text: WorkingText) -> Evidence:
    start, end = _quoted(act.lead.frame, text.text)
    where = text.locate(start, end)
    return Evidence(where.field, text.text[start:end], where.start, where.end)


def _quoted(frame: Frame, text: str) -> tuple[int, int]:
    """Return the range of the sentence of an act; of an endless one, the words around trigger and Patient."""
    sentence = frame.view.sentence
    start, end = _stripped(text, sentence.start_char, sentence.end_char)
    if end - start <= _LONGEST_EVIDENCE:
        return start, end
    spans = [frame.trigger, *([frame.patient.span] if frame.patient is not None else [])]
    first, last = min(s.start_char for s in spans), max(s.end_char for s in spans)
    margin = max(0, _LONGEST_EVIDENCE - (last - first)) // 2
    start, end = max(start, first - margin), min(end, last + margin, first + _LONGEST_EVIDENCE)
    return _at_words(text, start, end)


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move a range inwards to where words begin and end."""
    while start and start < end and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > start and not text[end].isspace():
        end -= 1
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _forms(act: Act) -> tuple[Form, ...]:
    return act.lead.forms


def _scope(act: Act) -> Scope:
    return Scope.AGGREGATE if act.lead.scope is Scope.AGGREGATE else Scope.INCIDENT


def _victims(act: Act) -> VictimCount:
    patient = act.lead.frame.patient
    named = patient is None or (patient.mention is not None and patient.mention.people_class is PeopleClass.NAMED)
    text = None if named or patient is None else patient.span.text
    count = act.count
    if count is None:
        return VictimCount(None, None, None, CountQualifier.UNKNOWN, text)
    return VictimCount(count.best, count.min, count.max, count.qualifier, text)


def _origin(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> tuple[str, ...]:
    """Return the origins that the act's own sentences tell and those told right after them."""
    told = _united(v.frame.countries.origin for v in act.verdicts)
    after = _united(origins_after(story, v.frame.view, others, grammar) for v in act.verdicts)
    return _united((told, after))


def _countries(act: Act, story: Story, others: Sequence[SentenceView], grammar: ClosedClasses) -> Countries:
    origin = _origin(act, story, others, grammar)
    return_to = _united(v.frame.countries.return_to for v in act.verdicts)
    place = _first_told(v.frame.countries.place for v in _in_order(act)) or tuple(
        code for code in _place_around(act, story) if code not in return_to
    )
    agent = _agent(act, place, story)
    if act.event_type is EventType.REPATRIATION:
        place = tuple(code for code in place if code not in origin) or place
        return_to = return_to or (origin if len(origin) == 1 else ())
        place = tuple(code for code in place if code not in return_to)
    return Countries(
        agent=_sorted(agent),
        origin=_sorted(origin),
        place=_sorted(place),
        transit=_sorted(_united(v.frame.countries.transit for v in act.verdicts)),
        return_to=_sorted(return_to),
    )


def _in_order(act: Act) -> list[Verdict]:
    return [act.lead, *(v for v in act.verdicts if v is not act.lead)]


def _first_told(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((codes for codes in told if codes), ())


def _united(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in told for code in codes))


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _place_around(act: Act, story: Story) -> tuple[str, ...]:
    """Return the place that the act's surroundings imply: the acting state's, the dateline's, the story's."""
    frame = act.lead.frame
    goes_home = act.event_type is EventType.REPATRIATION
    if frame.actor.is_state and frame.actor.codes and not goes_home:
        return frame.actor.codes
    if frame.actor.told and not frame.actor.is_state and not frame.actor.is_captor:
        return ()
    if story.dateline and not goes_home:
        return story.dateline[:1]
    return _main_country(story)


def _main_country(story: Story) -> tuple[str, ...]:
    counts = story.countries.most_common(2)
    if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]):
        return (counts[0][0],)
    return ()


def _agent(act: Act, place: tuple[str, ...], story: Story) -> tuple[str, ...]:
    if act.event_type in _NO_AGENT:
        return ()
    actors = [v.frame.actor for v in _in_order(act)]
    told = _first_told(a.codes for a in actors if a.is_state)
    if told:
        return told
    acts = any(a.is_state for a in actors) or (not any(a.told for a in actors) and _led_by_state(act, story))
    return place[:1] if acts and len(place) == 1 else ()


def _led_by_state(act: Act, story: Story) -> bool:
    """Tell whether the sentence before the act has an organ of a state as its first actor."""
    index = act.lead.frame.view.index
    if act.event_type is not EventType.RESCUE or index == 0:
        return False
    agents = story.views[index - 1].agents
    return bool(agents) and meaning(agents[0], AGENTS).kind is AgentKind.STATE


def _time(act: Act) -> EventTime:
    for verdict in _in_order(act):
        date = verdict.frame.date
        if date is not None and meaning(date, DATES).edtf is not None:
            return EventTime(meaning(date, DATES).edtf, date.text)
    return EventTime()


def _reference(article: Article) -> ArticleReference:
    return ArticleReference(
        id=article.id,
        url=article.url,
        title=article.title or None,
        publisher=article.publisher,
        language=article.language,
        published_at=article.published_at,
    )
