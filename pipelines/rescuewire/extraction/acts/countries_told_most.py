"""What the names of a whole article say of an act's countries, where the act's own sentences can be read two ways.

The rules were found by counting on gold that no other rule had been made from (docs/decisions.md has the figures).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from rescuewire.extraction.acts.merging import Act
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, PLACES, PlaceKind, PlaceMention
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.sentence_view import SentenceView
from rescuewire.extraction.story import Story

_BESIDE_HARM = 8
"""So many tokens at most lie between a town and words for what people were brought out of."""


def without_homeland(place: tuple[str, ...], origin: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places but the victims' own countries, which stay where there is no other: they are from there."""
    return tuple(code for code in place if code not in origin) or place


def place_of_title(story: Story, origin: tuple[str, ...]) -> tuple[str, ...]:
    """Return the country that the title names, the article names most, and has a town of beside words for a harm."""
    titled = {code for view in story.views if view.in_title for place in view.places for code in _codes(place)}
    found = tuple(code for code in story.told_most if code in titled and code not in origin)
    return found if len(found) == 1 and any(_lies_beside_harm(story, found[0])) else ()


def _lies_beside_harm(story: Story, code: str) -> Iterator[bool]:
    for view, town in _towns(story, code):
        harms = (span for span in view.contexts if meaning(span, CONTEXTS).harm is not None)
        yield any(abs(span.start - town.start) < _BESIDE_HARM for span in harms)


def place_of_organ(act: Act, story: Story) -> tuple[str, ...]:
    """Return the country of an organ that tells it by its own name before the act, where the article names its towns.

    "NAPTIP pulled them off a bus at Jibia": the organ works where it is at home.
    """
    frame = act.lead.frame
    before = [a for a in frame.view.agents if a.start < frame.mention.head]
    codes = dict.fromkeys(code for organ in before for code in meaning(organ, AGENTS).codes)
    return tuple(code for code in codes if any(True for _ in _towns(story, code)))


def _towns(story: Story, code: str) -> Iterator[tuple[SentenceView, Span]]:
    for view in story.views:
        for place in view.places:
            if meaning(place, PLACES).kind is PlaceKind.PLACE and code in _codes(place):
                yield view, place


def _codes(place: Span) -> tuple[str, ...]:
    mention: PlaceMention = meaning(place, PLACES)
    return mention.codes
