"""Alerts as messages of the Common Alerting Protocol, version 1.2 (OASIS, 1 July 2010).

What is derived, and from what, is told in docs/alerts.md. Nothing is told that the event does not tell: no onset for a
time that is a month, no area where no country is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from xml.etree import ElementTree as ET

from rescuewire.alerting.alert import Alert
from rescuewire.events.words import country_words, kind_words
from rescuewire_schemas.event_filter import ROLES
from rescuewire_schemas.rescue_event import ArticleReference, Harm, RescueEvent

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_OF_SECURITY = frozenset({Harm.TRAFFICKING, Harm.CAPTIVITY})

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_WEB_ADDRESS = re.compile(r"https?://[!-~]+")


@dataclass(frozen=True)
class CapHeader:
    """Who sends, and when; a time without zone is UTC."""

    sender: str
    sent: datetime


def cap_message(alert: Alert, header: CapHeader) -> bytes:
    """The alert as one CAP 1.2 message in UTF-8; raise Refused where it has no key."""
    root = ET.Element("alert", xmlns=NAMESPACE)
    _add(root, "identifier", alert.key)
    _add(root, "sender", header.sender)
    _add(root, "sent", _cap_time(header.sent))
    _add(root, "status", "Actual")
    _add(root, "msgType", "Alert")
    _add(root, "source", f"rescuewire {alert.event.extractor.version}")
    _add(root, "scope", "Public")
    _add_info(ET.SubElement(root, "info"), alert)
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_info(info: ET.Element, alert: Alert) -> None:
    event = alert.event
    for name, text in _info(event):
        _add(info, name, text)
    for name, text in _parameters(alert):
        parameter = ET.SubElement(info, "parameter")
        _add(parameter, "valueName", name)
        _add(parameter, "value", text)
    if event.countries.place:
        _add_area(info, event.countries.place)


def _info(event: RescueEvent) -> Iterator[tuple[str, str]]:
    article = event.article
    if article.language and _LANGUAGE.fullmatch(article.language):
        yield "language", article.language
    yield "category", "Rescue"
    if event.harm in _OF_SECURITY:
        yield "category", "Security"
    yield "event", kind_words(event)
    yield "urgency", "Past"
    yield "severity", "Unknown"
    yield "certainty", certainty(event.confidence)
    yield "senderName", "rescuewire"
    yield "headline", article.title or kind_words(event)
    yield "description", "\n".join(quotation.text for quotation in event.evidence)
    if article.url and _WEB_ADDRESS.fullmatch(article.url):
        yield "web", article.url


def certainty(confidence: float | None) -> str:
    """CAP's word for the probability that the event is a true one; Unknown where none is told.

    Never "Observed": that is for what is determined to have occurred, and a report is not that.
    """
    if confidence is None:
        return "Unknown"
    return "Likely" if confidence > 0.5 else "Possible"


def _parameters(alert: Alert) -> Iterator[tuple[str, str]]:
    """The event's fields by their names; what is not told is left out."""
    yield "rule", alert.rule
    for name, value in _fields(alert.event):
        if value is not None and value != "":
            yield name, str(value)


def _fields(event: RescueEvent) -> Iterator[tuple[str, object]]:
    yield from (("event_id", event.event_id), ("event_type", event.event_type.value), ("harm", event.harm.value))
    yield from (("form", form.value) for form in event.forms)
    yield "scope", event.scope.value
    count = event.victims
    yield from (("victims.best", count.best), ("victims.min", count.min), ("victims.max", count.max))
    yield from (("victims.qualifier", count.qualifier.value), ("victims.text", count.text))
    for role in ROLES:
        yield from ((f"countries.{role}", code) for code in getattr(event.countries, role))
    yield from (("time.edtf", event.time.edtf), ("time.text", event.time.text), ("confidence", event.confidence))
    yield from _article_fields(event.article)


def _article_fields(article: ArticleReference) -> Iterator[tuple[str, object]]:
    for name in ("id", "url", "publisher", "published_at"):
        yield f"article.{name}", getattr(article, name)


def _add_area(info: ET.Element, codes: tuple[str, ...]) -> None:
    area = ET.SubElement(info, "area")
    _add(area, "areaDesc", country_words(codes))
    for code in codes:
        geocode = ET.SubElement(area, "geocode")
        _add(geocode, "valueName", "ISO 3166-1")
        _add(geocode, "value", code)


def _add(parent: ET.Element, name: str, text: str) -> None:
    """Add an element; what XML cannot hold becomes U+FFFD."""
    ET.SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)


def _cap_time(time: datetime) -> str:
    """CAP forbids Z: UTC is written -00:00."""
    zoned = time if time.tzinfo is not None else time.replace(tzinfo=timezone.utc)
    return zoned.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S-00:00")
