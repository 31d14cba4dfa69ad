"""Explanation: what extraction saw in an article, and why each candidate was kept or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from enum import Enum
from typing import Any

from spacy.tokens import Span

from rescuewire.extraction.detector import Reading
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.mentions.kinds import GROUPS
from rescuewire.extraction.mentions.meanings import meaning

_PREFIX = "rescuewire_"


def explain_mentions(reading: Reading) -> list[dict[str, Any]]:
    """Return every mention as plain data: its kind, text, field, offsets, and what it means."""
    return [
        {"kind": group.removeprefix(_PREFIX), **_located(reading, span), "meaning": _plain(meaning(span, group))}
        for group in GROUPS
        for span in reading.doc.spans.get(group, ())
        if span._.get(group) is not None
    ]


def explain_rejected(reading: Reading) -> list[dict[str, Any]]:
    """Return every candidate that became no event, with its reason code."""
    return [_explain(reading, v) for v in reading.verdicts if v.rejection is not None]


def _explain(reading: Reading, verdict: Verdict) -> dict[str, Any]:
    patient = verdict.frame.patient
    return {
        "reason": reason_of(verdict),
        "trigger": _located(reading, verdict.frame.trigger),
        "event_type": verdict.event_type.value,
        "patient": _located(reading, patient.span) if patient is not None else None,
        "realis": verdict.realis.value,
        "harm": verdict.harm.value,
        "confidence": verdict.confidence,
        "features": dict(verdict.features),
    }


def reason_of(verdict: Verdict) -> str:
    """Return the reason code of a verdict, the realis in it where that decided; empty for an event."""
    if verdict.rejection is None:
        return ""
    realis = verdict.realis.value.lower()
    return f"{verdict.rejection.value}:{realis}" if verdict.rejection.value == "not_actual" else verdict.rejection.value


def _located(reading: Reading, span: Span) -> dict[str, Any]:
    where = reading.text.locate(span.start_char, span.end_char)
    return {"text": span.text, "field": where.field.value, "start": where.start, "end": where.end}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return dict(_plain_items(asdict(value)))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list, frozenset)):
        return sorted(map(_plain, value)) if isinstance(value, frozenset) else [_plain(v) for v in value]
    return dict(_plain_items(value)) if isinstance(value, dict) else value


def _plain_items(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        yield key, _plain(value)
