"""The rescue event: what leaves the pipeline, as `rescue_event/1.1.0.avsc` says it.

Every enum has the member UNRECOGNISED. Nobody writes it: it is what a reader of this version sees
in place of a symbol that a later version added.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class EventType(str, Enum):
    """How the victims came out."""

    RESCUE = "RESCUE"
    RELEASE = "RELEASE"
    ESCAPE = "ESCAPE"
    REPATRIATION = "REPATRIATION"
    IDENTIFICATION = "IDENTIFICATION"
    UNRECOGNISED = "UNRECOGNISED"


class Harm(str, Enum):
    """What they came out of."""

    TRAFFICKING = "TRAFFICKING"
    CAPTIVITY = "CAPTIVITY"
    SMUGGLING = "SMUGGLING"
    SEA_DISTRESS = "SEA_DISTRESS"
    DISASTER = "DISASTER"
    CONFLICT = "CONFLICT"
    ACCIDENT = "ACCIDENT"
    UNKNOWN = "UNKNOWN"
    UNRECOGNISED = "UNRECOGNISED"


class Form(str, Enum):
    """Forms of exploitation, after UNODC and the Palermo Protocol, article 3(a)."""

    FORCED_LABOUR = "FORCED_LABOUR"
    SEXUAL_EXPLOITATION = "SEXUAL_EXPLOITATION"
    FORCED_CRIMINALITY = "FORCED_CRIMINALITY"
    FORCED_BEGGING = "FORCED_BEGGING"
    DOMESTIC_SERVITUDE = "DOMESTIC_SERVITUDE"
    FORCED_MARRIAGE = "FORCED_MARRIAGE"
    CHILD_LABOUR = "CHILD_LABOUR"
    CHILD_SOLDIER = "CHILD_SOLDIER"
    ORGAN_REMOVAL = "ORGAN_REMOVAL"
    SLAVERY = "SLAVERY"
    ILLEGAL_ADOPTION = "ILLEGAL_ADOPTION"
    OTHER = "OTHER"
    UNRECOGNISED = "UNRECOGNISED"


class Scope(str, Enum):
    """One occasion, or a total over a period or over many operations."""

    INCIDENT = "INCIDENT"
    AGGREGATE = "AGGREGATE"
    UNRECOGNISED = "UNRECOGNISED"


class CountQualifier(str, Enum):
    """What the words guarantee about a figure."""

    EXACT = "EXACT"
    MORE_THAN = "MORE_THAN"
    AT_LEAST = "AT_LEAST"
    NEARLY = "NEARLY"
    AT_MOST = "AT_MOST"
    ABOUT = "ABOUT"
    RANGE = "RANGE"
    DOZENS = "DOZENS"
    HUNDREDS = "HUNDREDS"
    THOUSANDS = "THOUSANDS"
    UNKNOWN = "UNKNOWN"
    UNRECOGNISED = "UNRECOGNISED"


@dataclass(frozen=True)
class VictimCount:
    """How many people came out; None means not told, and no bound is ever invented."""

    best: int | None = None
    min: int | None = None
    max: int | None = None
    qualifier: CountQualifier = CountQualifier.UNKNOWN
    text: str | None = None


@dataclass(frozen=True)
class Countries:
    """Countries by role, each a sorted tuple of ISO 3166-1 alpha-2 codes."""

    agent: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    transit: tuple[str, ...] = ()
    return_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class EventTime:
    """When the victims came out: an EDTF string and the words it was read from."""

    edtf: str | None = None
    text: str | None = None


class EvidenceField(str, Enum):
    """The part of the article that a quotation is from."""

    TITLE = "title"
    TEXT = "text"
    UNRECOGNISED = "UNRECOGNISED"


@dataclass(frozen=True)
class Evidence:
    """A quotation: `text` equals the named field of the article from code point `start` to `end`."""

    field: EvidenceField
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class ArticleReference:
    """The article that an event was told in."""

    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    published_at: str | None = None


@dataclass(frozen=True)
class Extractor:
    """What read the article: version of the extractor, and of the language pack as `code@digest`."""

    version: str
    language_pack: str


@dataclass(frozen=True)
class RescueEvent:
    """One reported act by which people came out of exploitation, captivity or danger.

    `confidence` is the calibrated probability that it is a true event, a number of two digits from 0 to 1;
    None where the writer told none, as all writers of schema 1.0.0.
    """

    event_id: str
    event_type: EventType
    harm: Harm
    scope: Scope
    article: ArticleReference
    extractor: Extractor
    evidence: tuple[Evidence, ...]
    forms: tuple[Form, ...] = ()
    victims: VictimCount = field(default_factory=VictimCount)
    countries: Countries = field(default_factory=Countries)
    time: EventTime = field(default_factory=EventTime)
    confidence: float | None = None
