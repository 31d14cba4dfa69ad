"""Where the victims' own people are: "bought from their parents in Nepal", « leurs familles, au Mali »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span

from rescuewire.extraction.mentions.kinds import NAMES_PEOPLE, PLACES
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView

_REACH = 5


def homes_of_kin(views: Iterable[SentenceView], grammar: ClosedClasses) -> Iterator[str]:
    """Yield the countries where sentences say that the victims' own people are."""
    for view in (view for view in views if view.has(grammar.kin)):
        for place in view.places:
            if meaning(place, PLACES).kind not in NAMES_PEOPLE and _are_kin_there(view, place, grammar):
                yield from meaning(place, PLACES).codes


def _are_kin_there(view: SentenceView, place: Span, grammar: ClosedClasses) -> bool:
    """Tell whether "their parents", or others of their own, stand before a place that tells where something is."""
    if {view.word(place.start - 1), view.word(place.start - 2)}.isdisjoint(grammar.at):
        return False
    before = range(place.start - _REACH, place.start)
    return any(view.word(i) in grammar.kin and view.word(i - 1) in grammar.possessive for i in before)
