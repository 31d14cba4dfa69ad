"""Sentences after an act that tell of further people: left behind, more than came out, called by another country."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from rescuewire.extraction.frames.patients import CAN_COME_OUT
from rescuewire.extraction.framing import Frame
from rescuewire.extraction.mentions.kinds import (
    COUNTS,
    NAMES_PEOPLE,
    PEOPLE,
    PLACES,
    CountMention,
    PeopleClass,
    PeopleMention,
)
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_OPENING = 3


@dataclass(frozen=True)
class Victims:
    """Those who came out as the act itself tells of them; `origin` are the countries it names, none where none."""

    patient: Span | None
    count: CountMention | None
    origin: tuple[str, ...]

    @classmethod
    def of_frame(cls, frame: Frame, origin: tuple[str, ...]) -> Victims:
        """Return the victims of one frame of an act with the `origin` that the frames of the act tell."""
        patient = frame.patient
        mention = patient.mention if patient is not None else None
        count = None if mention is not None and mention.part else frame.count
        return cls(patient.span if patient is not None else None, count, origin)

    @property
    def most(self) -> int | None:
        """How many came out at most, None where the figure sets no bound."""
        if self.count is None:
            return None
        return self.count.max if self.count.best is None else self.count.best


def tells_of_others(view: SentenceView, victims: Victims, grammar: ClosedClasses) -> bool:
    """Tell whether a sentence is about people other than the victims, whose origins are none of theirs then."""
    return (
        _counts_more(view, victims)
        or _opens_with_another_nation(view, victims, grammar)
        or _opens_with_one_stranger(view, victims, grammar)
    )


def _counts_more(view: SentenceView, victims: Victims) -> bool:
    """Tell whether a sentence counts more people than came out: "Two Poles are still held" of one man freed."""
    most = victims.most
    if most is None:
        return False
    counts = [meaning(span, PEOPLE).count for span in view.people]
    nations = {place.start for place in view.places if meaning(place, PLACES).kind in NAMES_PEOPLE}
    counts += [meaning(span, COUNTS) for span in view.counts if span.end in nations]
    return any(count is not None and (count.best or 0) > most for count in counts)


def _opens_with_another_nation(view: SentenceView, victims: Victims, grammar: ClosedClasses) -> bool:
    """Tell whether people of other countries open a sentence who are left behind, or are called by a definite phrase.

    "Two Poles remain in their hands", « Les industriels belges misent sur … »: parts of those who came out are counted.
    """
    if not victims.origin:
        return False
    opening = [s for s in view.people if s.start <= view.start + _OPENING and meaning(s, PEOPLE).origin]
    if not opening or not set(victims.origin).isdisjoint(meaning(opening[0], PEOPLE).origin):
        return False
    first: PeopleMention = meaning(opening[0], PEOPLE)
    return first.definite or view.has(grammar.left_behind)


def _opens_with_one_stranger(view: SentenceView, victims: Victims, grammar: ClosedClasses) -> bool:
    """Tell whether one person with a noun opens a sentence after several came out: « Un misionero nacido en … »."""
    mention: PeopleMention | None = meaning(victims.patient, PEOPLE) if victims.patient is not None else None
    first = next((s for s in view.people if s.start == view.start), None)
    if not victims.origin or mention is None or not mention.plural or first is None:
        return False
    opener: PeopleMention = meaning(first, PEOPLE)
    is_one = not opener.plural and not opener.part and opener.people_class in CAN_COME_OUT - {PeopleClass.MINOR}
    return is_one and not opener.origin and view.word(first.end) not in grammar.of
