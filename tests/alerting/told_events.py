"""Events for tests of alerts."""

from __future__ import annotations

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


def event(number: int = 0, people: int = 12) -> RescueEvent:
    """The event of this number."""
    return RescueEvent(
        event_id=f"{number:032x}",
        event_type=EventType.RESCUE,
        harm=Harm.TRAFFICKING,
        scope=Scope.INCIDENT,
        article=ArticleReference(
            "a1", "https://news.example/1?a=b&c=d", "Douze pêcheurs <libérés>", "La Gazette", "fr", "2023-05-10"
        ),
        extractor=Extractor("0.1.0", "fr@0"),
        evidence=(
            Evidence(EvidenceField.TEXT, "Douze pêcheurs ont été secourus.", 0, 32),
            Evidence(EvidenceField.TEXT, "Ils viennent d’Indonésie & du Viêt Nam.", 40, 79),
        ),
        forms=(Form.FORCED_LABOUR, Form.SLAVERY),
        victims=VictimCount(people, people, None, CountQualifier.AT_LEAST, "douze pêcheurs"),
        countries=Countries(("PH",), ("ID", "VN"), ("KH", "MM")),
        time=EventTime("2023-05-09", "mardi"),
        confidence=0.87,
    )
