"""Rescue events for tests of the schemas: strategies and one example."""

from __future__ import annotations

from hypothesis import strategies as st

from rescuewire_schemas.rescue_event import (
    ArticleReference,
    CountQualifier,
    Countries,
    EventTime,
    EventType,
    Evidence,
    EvidenceField,
    Extractor,
    Form,
    Harm,
    RescueEvent,
    Scope,
    VictimCount,
)

EXAMPLE = RescueEvent(
    event_id="64778c1b58826c048e32c675174c5c3e",
    event_type=EventType.RESCUE,
    harm=Harm.TRAFFICKING,
    scope=Scope.AGGREGATE,
    article=ArticleReference(id="a", title="Sommet", language="fr", published_at="2023-05-10"),
    extractor=Extractor(version="0.1.0", language_pack="fr@1"),
    evidence=(Evidence(field=EvidenceField.TEXT, text="« plus de mille »", start=3, end=20),),
    forms=(Form.FORCED_CRIMINALITY,),
    victims=VictimCount(best=1000, min=1000, qualifier=CountQualifier.MORE_THAN, text="plus de mille"),
    countries=Countries(agent=("ID",), origin=("ID",), place=("KH", "MM")),
    time=EventTime(edtf="2022", text="l’an passé"),
    confidence=0.87,
)

_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
_optional_texts = st.none() | _texts
_people = st.none() | st.integers(0, 2**40)
_offsets = st.integers(0, 2**31 - 1)
_codes = st.lists(st.sampled_from(["FR", "ID", "KH", "MM", "PH"]), unique=True).map(lambda codes: tuple(sorted(codes)))


def _written(symbols: type[EventType | Harm | Form | Scope | CountQualifier | EvidenceField]) -> st.SearchStrategy:
    return st.sampled_from([symbol for symbol in symbols if symbol.name != "UNRECOGNISED"])


events = st.builds(
    RescueEvent,
    event_id=st.text("0123456789abcdef", min_size=32, max_size=32),
    event_type=_written(EventType),
    harm=_written(Harm),
    scope=_written(Scope),
    article=st.builds(
        ArticleReference,
        id=_texts.filter(bool),
        url=_optional_texts,
        title=_optional_texts,
        publisher=_optional_texts,
        language=_optional_texts,
        published_at=_optional_texts,
    ),
    extractor=st.builds(Extractor, version=_texts, language_pack=_texts),
    evidence=st.lists(
        st.builds(Evidence, field=_written(EvidenceField), text=_texts, start=_offsets, end=_offsets),
        min_size=1,
        max_size=3,
    ).map(tuple),
    forms=st.lists(_written(Form), unique=True, max_size=3).map(tuple),
    victims=st.builds(
        VictimCount, best=_people, min=_people, max=_people, qualifier=_written(CountQualifier), text=_optional_texts
    ),
    countries=st.builds(Countries, agent=_codes, origin=_codes, place=_codes, transit=_codes, return_to=_codes),
    time=st.builds(EventTime, edtf=_optional_texts, text=_optional_texts),
    confidence=st.none() | st.integers(0, 100).map(lambda percent: percent / 100),
)
"""Any event that may be written."""
