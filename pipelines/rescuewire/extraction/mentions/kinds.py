"""What mention finders put into a document: span groups, and the meaning each span carries.

Every finder is a spaCy component. It writes `doc.spans[GROUP]`, and the meaning of a span into the
custom attribute of the same name, so that `span._.rescuewire_counts` is a `CountMention`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rescuewire_schemas.rescue_event import CountQualifier
from spacy.tokens import Doc, Span

COUNTS = "rescuewire_counts"
DATES = "rescuewire_dates"
PLACES = "rescuewire_places"
PEOPLE = "rescuewire_people"
AGENTS = "rescuewire_agents"
TRIGGERS = "rescuewire_triggers"
CONTEXTS = "rescuewire_contexts"
GROUPS = (COUNTS, DATES, PLACES, PEOPLE, AGENTS, TRIGGERS, CONTEXTS)

PUBLISHED_ON = "rescuewire_published_on"
"""Document attribute: the `datetime.date` that relative dates are resolved against, or None."""


@dataclass(frozen=True)
class CountMention:
    """A figure with its bounds; the span covers bound words and figure, not the noun counted."""

    best: int | None
    min: int | None
    max: int | None
    qualifier: CountQualifier


class DateKind(str, Enum):
    """How a time expression delimits."""

    POINT = "POINT"
    PERIOD = "PERIOD"
    SINCE = "SINCE"
    VAGUE = "VAGUE"


@dataclass(frozen=True)
class DateMention:
    """A time expression, resolved; `edtf` is None where nothing can be resolved ("recently").

    POINT: one stretch ("on Tuesday", "in March 2023"). PERIOD: both ends told ("from 3 to 9 June",
    "in the last two years", "last year" as a whole). SINCE: from a start until publication.
    """

    edtf: str | None
    kind: DateKind


class PlaceKind(str, Enum):
    """What kind of word names the country."""

    COUNTRY = "COUNTRY"
    PLACE = "PLACE"
    DEMONYM = "DEMONYM"
    ADJECTIVE = "ADJECTIVE"


@dataclass(frozen=True)
class PlaceMention:
    """A word that stands for a country.

    COUNTRY is its name, PLACE a town, region or site in it, DEMONYM a word for its people that heads
    a phrase ("109 Thais", « dix Thaïlandaises »), ADJECTIVE anything of it ("Thai police").
    `codes` are ISO 3166-1 alpha-2, more than one only where the place spans several countries.
    """

    codes: tuple[str, ...]
    kind: PlaceKind


def register_attributes() -> None:
    """Declare the custom attributes; safe to call again."""
    for group in GROUPS:
        if not Span.has_extension(group):
            Span.set_extension(group, default=None)
    if not Doc.has_extension(PUBLISHED_ON):
        Doc.set_extension(PUBLISHED_ON, default=None)
