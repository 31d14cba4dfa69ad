"""Places that an act takes up from the one told before it: "from a neighbouring kiln", « aux mêmes employeurs »."""

from __future__ import annotations

from dataclasses import replace

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.mentions.kinds import AGENTS, PEOPLE, TRIGGERS, AgentKind, PeopleClass
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story
from rescuewire_schemas.rescue_event import Countries

_BESIDE = (-2, -1, 1)


class PlacesTakenUp:
    """Completes the places of an article's acts, given in the order of the text."""

    def __init__(self, story: Story, grammar: ClosedClasses) -> None:
        self._story, self._grammar = story, grammar
        self._view: SentenceView | None = None
        self._place: tuple[str, ...] = ()

    def complete(self, act: Act, countries: Countries, is_likely: bool) -> Countries:
        """Return the countries with the place of the likely act before, where this one is told to be near it."""
        view = act.lead.frame.view
        if self._place and not _tells_place(act, countries.return_to) and self._is_near(view):
            countries = replace(countries, place=self._place)
        if countries.place and is_likely:
            self._view, self._place = view, countries.place
        return countries

    def _is_near(self, view: SentenceView) -> bool:
        if self._view is None or not self._story.datelines.same_item(self._view, view):
            return False
        near = view.positions(self._grammar.near)
        return any(_is_where_held(view, i + side, self._grammar) for i in near for side in _BESIDE)


def _tells_place(act: Act, return_to: tuple[str, ...]) -> bool:
    """Tell whether the act's own sentences name where it was, other than where its people went."""
    roles = (v.frame.countries for v in act.verdicts)
    return any(code not in return_to for told in roles for code in (*told.place, *told.loose))


def _is_where_held(view: SentenceView, position: int, grammar: ClosedClasses) -> bool:
    """Tell whether a token is one of words for captors, for what people come out of, or for a place of work."""
    captors = [a for a in view.agents if meaning(a, AGENTS).kind is AgentKind.CAPTOR]
    captors += [s for s in view.people if meaning(s, PEOPLE).people_class is PeopleClass.SUSPECT]
    if any(span.start <= position < span.end for span in (*captors, *view.contexts)):
        return True
    in_trigger = any(t.start <= position < t.end and meaning(t, TRIGGERS).head != position for t in view.triggers)
    return in_trigger or view.word(position) in grammar.trades
