"""CAP messages, parsed back and checked against the tables of the standard (CAP 1.2, sections 3.2.1 to 3.2.4)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_events import event

from rescuewire.alerting.alert import Alert
from rescuewire.alerting.cap import CapHeader, cap_message, certainty
from rescuewire.alerting.cap_folder import CapFolderReceiver
from rescuewire.alerting.rule_shapes import CapFolder
from rescuewire_connectors.stopping import WrongUsage
from rescuewire_schemas.rescue_event import ArticleReference, Countries, EventTime, Harm, RescueEvent, VictimCount

SENT = datetime(2026, 11, 26, 12, 0, 0, tzinfo=timezone(timedelta(hours=1)))
HEADER = CapHeader("alerts@rescuewire.example", SENT)
ORDERS: dict[str, str] = {
    "alert": "identifier sender sent status msgType source? scope restriction? addresses? code* note? references? "
    "incidents? info*",
    "info": "language? category+ event responseType* urgency severity certainty audience? eventCode* effective? onset? "
    "expires? senderName? headline? description? instruction? web? contact? parameter* resource* area*",
    "parameter": "valueName value",
    "geocode": "valueName value",
    "area": "areaDesc polygon* circle* geocode* altitude? ceiling?",
}
WORDS = {
    "status": {"Actual", "Exercise", "System", "Test", "Draft"},
    "msgType": {"Alert", "Update", "Cancel", "Ack", "Error"},
    "scope": {"Public", "Restricted", "Private"},
    "category": {"Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "Other"},
    "urgency": {"Immediate", "Expected", "Future", "Past", "Unknown"},
    "severity": {"Extreme", "Severe", "Moderate", "Minor", "Unknown"},
    "certainty": {"Observed", "Likely", "Possible", "Unlikely", "Unknown"},
}
NAMESPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"


def _parsed(alert: Alert) -> ET.Element:
    root = ET.fromstring(cap_message(alert, HEADER))  # noqa: S314  our own
    for element in root.iter():
        assert element.tag.startswith(NAMESPACE)
        element.tag = element.tag.removeprefix(NAMESPACE)
    return root


def _check(root: ET.Element) -> None:
    """The message is what the standard allows: elements, their order and number, and the words in them."""
    for element in root.iter():
        if element.tag in ORDERS:
            assert re.fullmatch(_pattern(ORDERS[element.tag]), "".join(f"{child.tag} " for child in element))
    for element in (*root, *root.iterfind("info/*")):
        assert element.tag not in WORDS or element.text in WORDS[element.tag]
    assert re.fullmatch(r"[^\s,<&]+", root.findtext("identifier") or "")
    assert re.fullmatch(r"[^\s,<&]+", root.findtext("sender") or "")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d", root.findtext("sent") or "")


def _pattern(order: str) -> str:
    words = (re.fullmatch(r"(\w+)([?*+]?)", word) for word in order.split())
    return "".join(f"(?:{word[1]} ){word[2]}" for word in words if word)


def _parameters(root: ET.Element) -> list[tuple[str | None, str | None]]:
    return [(each.findtext("valueName"), each.findtext("value")) for each in root.iterfind("info/parameter")]


def test_an_event_comes_back_from_its_message() -> None:
    root = _parsed(Alert("ten", event()))
    _check(root)
    assert [element.text for element in root.iterfind("info/category")] == ["Rescue", "Security"]
    told = {element.tag: element.text for element in [*root, *root.iterfind("info/*")] if not len(element)}
    assert told == {
        "identifier": "0" * 32 + "-ten",
        "sender": "alerts@rescuewire.example",
        "sent": "2026-11-26T11:00:00-00:00",
        "status": "Actual",
        "msgType": "Alert",
        "source": "rescuewire 0.1.0",
        "scope": "Public",
        "language": "fr",
        "category": "Security",
        "event": "rescue from trafficking (forced labour, slavery), incident",
        "urgency": "Past",
        "severity": "Unknown",
        "certainty": "Likely",
        "senderName": "rescuewire",
        "headline": "Douze pêcheurs <libérés>",
        "description": "Douze pêcheurs ont été secourus.\nIls viennent d’Indonésie & du Viêt Nam.",
        "web": "https://news.example/1?a=b&c=d",
    }
    assert root.findtext("info/area/areaDesc") == "Cambodia (KH), Myanmar (Burma) (MM)"
    assert [code.findtext("value") for code in root.iterfind("info/area/geocode")] == ["KH", "MM"]
    assert _parameters(root) == [
        ("rule", "ten"),
        ("event_id", "0" * 32),
        ("event_type", "RESCUE"),
        ("harm", "TRAFFICKING"),
        ("form", "FORCED_LABOUR"),
        ("form", "SLAVERY"),
        ("scope", "INCIDENT"),
        ("victims.best", "12"),
        ("victims.min", "12"),
        ("victims.qualifier", "AT_LEAST"),
        ("victims.text", "douze pêcheurs"),
        ("countries.agent", "PH"),
        ("countries.origin", "ID"),
        ("countries.origin", "VN"),
        ("countries.place", "KH"),
        ("countries.place", "MM"),
        ("time.edtf", "2023-05-09"),
        ("time.text", "mardi"),
        ("confidence", "0.87"),
        ("article.id", "a1"),
        ("article.url", "https://news.example/1?a=b&c=d"),
        ("article.publisher", "La Gazette"),
        ("article.published_at", "2023-05-10"),
    ]


def test_what_is_not_told_is_left_out() -> None:
    bare: RescueEvent = replace(
        event(),
        harm=Harm.UNKNOWN,
        article=ArticleReference("a1"),
        victims=VictimCount(),
        countries=Countries(),
        time=EventTime(),
        confidence=None,
        forms=(),
    )
    root = _parsed(Alert("ten", bare))
    _check(root)
    assert root.find("info/area") is None
    assert root.find("info/web") is None
    assert root.find("info/language") is None
    assert root.findtext("info/headline") == "rescue from unknown, incident"
    assert (root.findtext("info/severity"), root.findtext("info/certainty")) == ("Unknown", "Unknown")
    assert [name for name, _ in _parameters(root)] == [
        *("rule", "event_id", "event_type", "harm", "scope", "victims.qualifier", "article.id")
    ]


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(None, "Unknown"), (0.0, "Possible"), (0.5, "Possible"), (0.51, "Likely"), (0.89, "Likely"), (0.99, "Likely")],
)
def test_certainty_is_the_confidence(confidence: float | None, word: str) -> None:
    assert certainty(confidence) == word


@pytest.mark.parametrize("harm", Harm)
def test_every_harm_makes_a_message_that_the_standard_allows(harm: Harm) -> None:
    _check(_parsed(Alert("ten", replace(event(), harm=harm))))


@given(st.text(st.characters(), max_size=40))
def test_any_text_makes_a_message_that_the_standard_allows(text: str) -> None:
    article: dict[str, Any] = {"title": text, "url": text, "language": text, "publisher": text}
    odd = replace(event(), event_id=text, article=ArticleReference(text, **article))
    _check(_parsed(Alert("ten", odd)))


def test_a_folder_gets_a_file_an_alert_and_a_repetition_changes_nothing(tmp_path: Path) -> None:
    times = iter([SENT, SENT + timedelta(hours=1), SENT + timedelta(hours=2)])
    receiver = CapFolderReceiver(CapFolder(str(tmp_path), "a@b"), lambda: next(times))
    receiver.deliver(Alert("ten", event(1)))
    receiver.deliver(Alert("ten", event(1)))
    receiver.deliver(Alert("ten", event(2)))
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == [f"{number:032x}-ten.xml" for number in (1, 2)]
    sent = [ET.parse(file).getroot().findtext(f"{NAMESPACE}sent") for file in files]  # noqa: S314  our own
    assert sent == ["2026-11-26T11:00:00-00:00", "2026-11-26T12:00:00-00:00"]


def test_no_event_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "cap"
    folder.mkdir()
    CapFolderReceiver(CapFolder(str(folder), "a@b")).deliver(Alert("ten", replace(event(), event_id="../../x")))
    assert [file.name for file in folder.iterdir()] == ["..%2F..%2Fx-ten.xml"]


def test_a_folder_that_is_not_there_is_told_at_start(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="does not exist; create it first"):
        CapFolderReceiver(CapFolder(str(tmp_path / "cap"), "a@b"))
