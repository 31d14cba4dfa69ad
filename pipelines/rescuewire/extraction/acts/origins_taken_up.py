"""Origins that an act takes up from the one told before it: "two of the men walked out", "three of them fled"."""

from __future__ import annotations

from dataclasses import replace

from rescuewire.extraction.acts.earlier_origins import origins_before
from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.frames.patients import Patient
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries, EventType


def _tells_origin(act: Act) -> bool:
    return any(verdict.frame.countries.origin for verdict in act.verdicts)


def _to(home: tuple[str, ...], countries: Countries) -> Countries:
    """Return the countries of people who are brought home to `home`."""
    place = tuple(code for code in countries.place if code not in home)
    return replace(countries, origin=home, place=place, return_to=home)


class OriginsTakenUp:
    """Completes the countries of an article's acts, given in the order of the text."""

    def __init__(self, story: Story, grammar: ClosedClasses) -> None:
        self._story, self._grammar = story, grammar
        self._view: SentenceView | None = None
        self._origin: tuple[str, ...] = ()
        self._brought_home: tuple[str, ...] = ()

    def complete(self, act: Act, countries: Countries, is_likely: bool) -> Countries:
        """Return the countries with the origin of the likely act before, where this one tells none and points back."""
        frame = act.lead.frame
        if self._are_brought_home_too(act):
            countries = _to(self._brought_home, countries)
        if not countries.origin and self._points_back(frame.view, frame.patient):
            countries = replace(countries, origin=self._origin)
        if not countries.origin:
            countries = replace(countries, origin=self._told_before(act))
        if countries.origin and is_likely:
            self._view, self._origin = frame.view, countries.origin
            is_return = act.event_type is EventType.REPATRIATION and _tells_origin(act)
            self._brought_home = countries.origin if is_return and len(countries.origin) == 1 else self._brought_home
        return countries

    def _are_brought_home_too(self, act: Act) -> bool:
        """Tell whether an act brings people home of whom nothing is told but that others were before them."""
        if act.event_type is not EventType.REPATRIATION or not self._brought_home or self._view is None:
            return False
        frames = [verdict.frame for verdict in act.verdicts]
        tells = _tells_origin(act) or any(f.countries.return_to or f.actor.codes for f in frames)
        return not tells and self._story.datelines.same_item(self._view, act.lead.frame.view)

    def _told_before(self, act: Act) -> tuple[str, ...]:
        frames = (verdict.frame for verdict in act.verdicts)
        told = (origins_before(self._story, frame.view, frame.patient, self._grammar) for frame in frames)
        return tuple(sorted(next((codes for codes in told if codes), ())))

    def _points_back(self, view: SentenceView, patient: Patient | None) -> bool:
        if patient is None or self._view is None or not self._story.datelines.same_item(self._view, view):
            return False
        whole = self._grammar.plural | self._grammar.plural_object | self._grammar.definite
        return view.tells(whole, patient.span.start + 1, patient.span.end)
