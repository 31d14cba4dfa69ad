"""Between a `RescueEvent` and its record: the dictionary that Avro and JSON are written from and read into.

A record has the schema's fields in the schema's order, symbols as strings, arrays as lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

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

Record = dict[str, Any]
_Symbols = TypeVar("_Symbols", bound=Enum)
_DIGITS = 2
"""Floats are rounded, so that the same event has the same bytes on every processor."""


class RecordError(ValueError):
    """A record is no rescue event, or an event must not be written."""


def to_record(event: RescueEvent) -> Record:
    """Return the event as a record that may be written.

    Raises:
        RecordError: the event has no evidence, a symbol is UNRECOGNISED, which is for readers only, or the confidence
            is no probability of two digits.
    """
    _refuse_unwritable(event)
    return as_read(event)


def as_read(event: RescueEvent) -> Record:
    """Return the event as a record to show: with UNRECOGNISED where a later schema's symbol was read."""
    return {
        "event_id": event.event_id,
        "event_type": event.event_type.value,
        "harm": event.harm.value,
        "forms": [form.value for form in event.forms],
        "scope": event.scope.value,
        "victims": _victims_record(event.victims),
        "countries": _countries_record(event.countries),
        "time": {"edtf": event.time.edtf, "text": event.time.text},
        "evidence": [_evidence_record(quotation) for quotation in event.evidence],
        "article": _article_record(event.article),
        "extractor": {"version": event.extractor.version, "language_pack": event.extractor.language_pack},
        "confidence": event.confidence,
    }


def from_record(record: Mapping[str, Any]) -> RescueEvent:
    """Return the event that a record tells.

    Later writers are understood: fields that this version does not know are passed over, and symbols that it does
    not know become UNRECOGNISED, as Avro's schema resolution has it.

    Raises:
        RecordError: a field that has no default is missing, or a field has the wrong shape.
    """
    try:
        return _read_event(record)
    except KeyError as error:
        raise RecordError(f"not a rescue event: field {error} is missing") from error
    except (TypeError, AttributeError) as error:
        raise RecordError(f"not a rescue event: a field has the wrong shape ({error})") from error


def _refuse_unwritable(event: RescueEvent) -> None:
    if not event.evidence:
        raise RecordError(f"event {event.event_id}: evidence is empty; an event quotes at least one sentence")
    for member in _symbols_of(event):
        if member.value == "UNRECOGNISED":
            what = "UNRECOGNISED stands for a later schema's symbol: it is never written"
            raise RecordError(f"{type(member).__name__} {what}")
    confidence = event.confidence
    if confidence is not None and not (0 <= confidence <= 1 and confidence == round(confidence, _DIGITS)):
        raise RecordError(f"confidence {confidence} is no number from 0 to 1 of {_DIGITS} digits: round it")


def _symbols_of(event: RescueEvent) -> tuple[Enum, ...]:
    """Every symbol of the event."""
    told: tuple[Enum, ...] = (event.event_type, event.harm, event.scope, event.victims.qualifier)
    return (*told, *event.forms, *(quotation.field for quotation in event.evidence))


def _victims_record(victims: VictimCount) -> Record:
    return {
        "best": victims.best,
        "min": victims.min,
        "max": victims.max,
        "qualifier": victims.qualifier.value,
        "text": victims.text,
    }


def _countries_record(countries: Countries) -> Record:
    return {
        "agent": list(countries.agent),
        "origin": list(countries.origin),
        "place": list(countries.place),
        "transit": list(countries.transit),
        "return_to": list(countries.return_to),
    }


def _evidence_record(quotation: Evidence) -> Record:
    return {
        "field": quotation.field.value,
        "text": quotation.text,
        "start": quotation.start,
        "end": quotation.end,
    }


def _article_record(article: ArticleReference) -> Record:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "language": article.language,
        "published_at": article.published_at,
    }


def _read_event(record: Mapping[str, Any]) -> RescueEvent:
    return RescueEvent(
        event_id=record["event_id"],
        event_type=_member(EventType, record["event_type"]),
        harm=_member(Harm, record["harm"]),
        scope=_member(Scope, record["scope"]),
        article=_read_article(record["article"]),
        extractor=_read_extractor(record["extractor"]),
        evidence=tuple(_read_evidence(quotation) for quotation in record["evidence"]),
        forms=tuple(_member(Form, symbol) for symbol in record.get("forms", ())),
        victims=_read_victims(record.get("victims", {})),
        countries=_read_countries(record.get("countries", {})),
        time=_read_time(record.get("time", {})),
        confidence=record.get("confidence"),
    )


def _member(symbols: type[_Symbols], symbol: str) -> _Symbols:
    try:
        return symbols(symbol)
    except ValueError:
        return symbols("UNRECOGNISED")


def _read_article(record: Mapping[str, Any]) -> ArticleReference:
    return ArticleReference(
        id=record["id"],
        url=record.get("url"),
        title=record.get("title"),
        publisher=record.get("publisher"),
        language=record.get("language"),
        published_at=record.get("published_at"),
    )


def _read_extractor(record: Mapping[str, Any]) -> Extractor:
    return Extractor(version=record["version"], language_pack=record["language_pack"])


def _read_evidence(record: Mapping[str, Any]) -> Evidence:
    return Evidence(
        field=_member(EvidenceField, record["field"]),
        text=record["text"],
        start=record["start"],
        end=record["end"],
    )


def _read_victims(record: Mapping[str, Any]) -> VictimCount:
    return VictimCount(
        best=record.get("best"),
        min=record.get("min"),
        max=record.get("max"),
        qualifier=_member(CountQualifier, record.get("qualifier", "UNKNOWN")),
        text=record.get("text"),
    )


def _read_countries(record: Mapping[str, Any]) -> Countries:
    return Countries(
        agent=_codes(record.get("agent", ())),
        origin=_codes(record.get("origin", ())),
        place=_codes(record.get("place", ())),
        transit=_codes(record.get("transit", ())),
        return_to=_codes(record.get("return_to", ())),
    )


def _codes(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(codes)


def _read_time(record: Mapping[str, Any]) -> EventTime:
    return EventTime(edtf=record.get("edtf"), text=record.get("text"))
