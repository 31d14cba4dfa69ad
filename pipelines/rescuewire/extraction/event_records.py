"""Events: from the verdicts on an act to the record that leaves the pipeline."""

from __future__ import annotations

from collections.abc import Sequence

from rescuewire.extraction.act_countries import countries_of
from rescuewire.extraction.loaded_language import LoadedLanguage
from rescuewire.extraction.mentions.kinds import DATES, PeopleClass
from rescuewire.extraction.merging import Act
from rescuewire.extraction.quotation import quoted_range
from rescuewire.extraction.reading.working_text import WorkingText
from rescuewire.extraction.sentence_view import meaning
from rescuewire.extraction.story import Story
from rescuewire_schemas.article import Article
from rescuewire_schemas.identity import event_id
from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    Evidence,
    Extractor,
    RescueEvent,
    VictimCount,
)


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
        countries = countries_of(act, story, others, language.grammar)
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
        forms=act.lead.forms,
        scope=act.lead.scope,
        victims=_victims(act),
        countries=countries,
        time=_time(act),
        evidence=(evidence,),
        article=_reference(article),
        extractor=extractor,
    )


def _evidence(act: Act, text: WorkingText) -> Evidence:
    start, end = quoted_range(act.lead.frame, text.text)
    where = text.locate(start, end)
    return Evidence(where.field, text.text[start:end], where.start, where.end)


def _victims(act: Act) -> VictimCount:
    patient = act.lead.frame.patient
    named = patient is None or (patient.mention is not None and patient.mention.people_class is PeopleClass.NAMED)
    text = None if named or patient is None else patient.span.text
    count = act.count
    if count is None:
        return VictimCount(None, None, None, CountQualifier.UNKNOWN, text)
    return VictimCount(count.best, count.min, count.max, count.qualifier, text)


def _time(act: Act) -> EventTime:
    for verdict in act.in_order():
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
