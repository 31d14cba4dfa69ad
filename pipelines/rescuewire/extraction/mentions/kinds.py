"""What mention finders put into a document: span groups, and the meaning each span carries.

Every finder is a spaCy component. It writes `doc.spans[GROUP]`, and the meaning of a span into the
custom attribute of the same name, so that `span._.rescuewire_counts` is a `CountMention`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc, Span

from rescuewire_schemas.rescue_event import CountQualifier, EventType, Form, Harm

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
PUBLISHED_WITHIN = "rescuewire_published_within"
"""Document attribute: where only a month or year is known, two days of it that must resolve a date alike; or None."""


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
    HABIT = "HABIT"


@dataclass(frozen=True)
class DateMention:
    """A time expression, resolved; `edtf` is None where nothing can be resolved ("recently").

    POINT: one stretch ("on Tuesday", "in March 2023"). PERIOD: both ends told ("from 3 to 9 June",
    "in the last two years", "last year" as a whole). SINCE: from a start until publication. HABIT: no time at all, and
    never kept ("from Monday to Sunday").
    """

    edtf: str | None
    kind: DateKind


class PlaceKind(str, Enum):
    """What kind of word names the country."""

    COUNTRY = "COUNTRY"
    PLACE = "PLACE"
    DEMONYM = "DEMONYM"
    ADJECTIVE = "ADJECTIVE"


NAMES_PEOPLE = frozenset({PlaceKind.DEMONYM, PlaceKind.ADJECTIVE})
"""Words for a country that can name or describe its people."""


@dataclass(frozen=True)
class PlaceMention:
    """A word that stands for a country.

    COUNTRY is its name, PLACE a town, region or site in it, DEMONYM a word for its people that heads
    a phrase ("109 Thais", « dix Thaïlandaises »), ADJECTIVE anything of it ("Thai police").
    `codes` are ISO 3166-1 alpha-2, more than one only where the place spans several countries.
    """

    codes: tuple[str, ...]
    kind: PlaceKind


class Strength(str, Enum):
    """How much a trigger says by itself: strong ones need little context, weak ones much."""

    STRONG = "strong"
    WEAK = "weak"


class PatientSlot(str, Enum):
    """Where a trigger's Patient stands.

    OBJECT: object of the active verb, subject of the passive. SUBJECT: subject ("walked free").
    AFTER: the first people behind the whole expression ("put an end to the ordeal of").
    """

    OBJECT = "object"
    SUBJECT = "subject"
    AFTER = "after"


@dataclass(frozen=True)
class TriggerMention:
    """Words that tell of a way out; `head` is the token of the verb or noun, `verb_forms` what it can be.

    `verb_forms` are names of `verbs.FORMS`, empty for a noun. `by_authority` is the event type
    instead of `event_type` where police, army, state or NGO act.
    """

    lexeme: str
    event_type: EventType
    by_authority: EventType | None
    strength: Strength
    patient: PatientSlot
    is_noun: bool
    head: int
    verb_forms: frozenset[str]


class PeopleClass(str, Enum):
    """What a people noun says of those it names."""

    VICTIM = "victim"
    PERSON = "person"
    MINOR = "minor"
    FAMILY = "family"
    NAMED = "named"
    PRONOUN = "pronoun"
    SUSPECT = "suspect"
    AUTHORITY = "authority"
    DEAD = "dead"
    ANIMAL = "animal"


@dataclass(frozen=True)
class PeopleMention:
    """A phrase for people; `head` is the token of its noun, `origin` the countries named inside it.

    `count` is None where the phrase tells none; `definite` where it points back ("the miners"),
    `compatriots` where a possessive makes them the agent's citizens (« ses ressortissants »), or the noun makes them
    somebody's without one, which is what `fellow` tells ("compatriots"), `part` where the figure is that of some of
    people told before ("six of the children"); `whole` is then the figure of all, where it is told ("six of the 137
    children").
    """

    people_class: PeopleClass
    head: int
    plural: bool
    count: CountMention | None
    definite: bool
    compatriots: bool
    origin: tuple[str, ...]
    fellow: bool = False
    part: bool = False
    whole: CountMention | None = None


class AgentKind(str, Enum):
    """Who acts: a state's organ, a body of no state, those who hold the victims."""

    STATE = "state"
    BODY = "body"
    CAPTOR = "captor"


@dataclass(frozen=True)
class AgentMention:
    """Somebody who can act; `codes` is the country where the words themselves tell it.

    `is_mission` marks organs of the victims' own state, which acts abroad: embassies, consulates; `of_nation` what is
    an organ only by the country beside it ("Danish forces").
    """

    kind: AgentKind
    codes: tuple[str, ...]
    is_mission: bool = False
    of_nation: bool = False


class Unlike(str, Enum):
    """Topics in which rescue words do not tell of people brought out."""

    ANIMAL = "ANIMAL"
    FINANCE = "FINANCE"
    SPORT = "SPORT"
    FICTION = "FICTION"
    DRILL = "DRILL"
    LAWFUL = "LAWFUL"
    POLITICS = "POLITICS"
    HISTORY = "HISTORY"
    THING = "THING"


@dataclass(frozen=True)
class ContextMention:
    """Words for the state before, forms of exploitation, or a topic that is none of ours.

    `holds` is true for words that tell how the victims were held ("kidnapped", "locked in"), by
    which a date beside them is the date of capture, not of release; `totals` for words that tell of
    many occasions ("so far", "in a year").
    """

    harm: Harm | None = None
    forms: tuple[Form, ...] = ()
    unlike: Unlike | None = None
    holds: bool = False
    totals: bool = False


def register_attributes() -> None:
    """Declare the custom attributes; safe to call again."""
    for group in GROUPS:
        if not Span.has_extension(group):
            Span.set_extension(group, default=None)
    for attribute in (PUBLISHED_ON, PUBLISHED_WITHIN):
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=None)
