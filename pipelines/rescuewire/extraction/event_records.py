"""Events: from the verdicts on an act to the record that leaves the pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rescuewire.extraction.acts.countries import countries_of
from rescuewire.extraction.acts.forming import Acts
from rescuewire.extraction.acts.journeys import with_journeys
from rescuewire.extraction.acts.later_figures import figure_of
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.acts.origins_taken_up import OriginsTakenUp
from rescuewire.extraction.acts.places_taken_up import PlacesTakenUp
from rescuewire.extraction.acts.times import time_of
from rescuewire.extraction.loaded_language import LoadedLanguage
from rescuewire.extraction.mentions.kinds import CountMention, PeopleClass
from rescuewire.extraction.quotation import quoted_range
from rescuewire.extraction.reading.working_text import WorkingText
from rescuewire.extraction.story import Story
from rescuewire_schemas.article import Article
from rescuewire_schemas.identity import event_id
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    Evidence,
    EvidenceField,
    Extractor,
    RescueEvent,
    VictimCount,
)


@dataclass(frozen=True)
class _QuotedAct:
    act: Act
    evidence: Evidence
    event_id: str


def build_events(
    acts: Acts, min_confidence: float, story: Story, text: WorkingText, article: Article, language: LoadedLanguage
) -> tuple[RescueEvent, ...]:
    """Return the event of each act of this confidence, in the order of their evidence in the article.

    No event depends on the confidence asked for: ids are given to all acts first, the likely ones before the others,
    and the sentences that count as those of other acts are the likely ones'.
    """
    unlikely = acts.unlikely if any(act.confidence >= min_confidence for act in acts.unlikely) else ()
    quoted = _quote([*in_text_order(acts.likely), *in_text_order(unlikely)], text, article)
    taken_up, places, events = OriginsTakenUp(story, language.grammar), PlacesTakenUp(story, language.grammar), []
    for told in sorted(quoted, key=lambda each: _place(each.act)):
        is_likely = any(told.act is act for act in acts.likely)
        if is_likely or told.act.confidence >= min_confidence:
            others = [v.frame.view for a in acts.likely if a is not told.act for v in a.verdicts]
            countries = taken_up.complete(told.act, countries_of(told.act, story, others, language.grammar), is_likely)
            countries = places.complete(told.act, countries, is_likely)
            countries = with_journeys(told.act, countries, story, others, language.grammar)
            if told.act.confidence >= min_confidence:
                time = time_of(told.act, acts, story, language.grammar)
                count = figure_of(told.act, story, language.grammar)
                events.append(_event(told, countries, time, count, article, language.extractor))
    return tuple(events)


def _quote(acts: Iterable[Act], text: WorkingText, article: Article) -> list[_QuotedAct]:
    ordinals: dict[str, int] = {}
    quoted = []
    for act in acts:
        evidence = _evidence(act, text, article)
        ordinal = ordinals[evidence.text] = ordinals.get(evidence.text, -1) + 1
        quoted.append(_QuotedAct(act, evidence, event_id(article.id, evidence.text, ordinal)))
    return quoted


def in_text_order(acts: Iterable[Act]) -> list[Act]:
    """Return acts in the order in which their events are written."""
    return sorted(acts, key=_place)


def _place(act: Act) -> int:
    return act.lead.frame.trigger.start_char


def _event(
    told: _QuotedAct,
    countries: Countries,
    time: EventTime,
    count: CountMention | None,
    article: Article,
    extractor: Extractor,
) -> RescueEvent:
    act = told.act
    return RescueEvent(
        event_id=told.event_id,
        event_type=act.event_type,
        harm=act.lead.harm,
        forms=act.lead.forms,
        scope=act.lead.scope,
        victims=_victims(act, count),
        countries=countries,
        time=time,
        evidence=(told.evidence,),
        article=_reference(article),
        extractor=extractor,
        confidence=act.confidence,
    )


def _evidence(act: Act, text: WorkingText, article: Article) -> Evidence:
    where = text.locate(*quoted_range(act.lead.frame, text.text))
    quoted = article.title if where.field is EvidenceField.TITLE else article.text
    return Evidence(where.field, quoted[where.start : where.end], where.start, where.end)


def _victims(act: Act, count: CountMention | None) -> VictimCount:
    patient = act.lead.frame.patient
    named = patient is None or (patient.mention is not None and patient.mention.people_class is PeopleClass.NAMED)
    text = None if named or patient is None else patient.span.text
    if count is None:
        return VictimCount(None, None, None, CountQualifier.UNKNOWN, text)
    return VictimCount(count.best, count.min, count.max, count.qualifier, text)


def _reference(article: Article) -> ArticleReference:
    return ArticleReference(
        id=article.id,
        url=article.url,
        title=article.title or None,
        publisher=article.publisher,
        language=article.language,
        published_at=article.published_at,
    )
