"""One person called by a word for a country's people, which alone does not tell how many: "The Briton was released"."""

from __future__ import annotations

from dataclasses import replace

from rescuewire.extraction.frames.verb_groups import VerbGroup
from rescuewire.extraction.mentions.kinds import PLACES, PeopleMention, PlaceKind
from rescuewire.extraction.mentions.meanings import meaning
from rescuewire.extraction.packs.grammar import ClosedClasses
from rescuewire.extraction.sentence_view import SentenceView


def agreeing(
    view: SentenceView, group: VerbGroup, head: int, start: int, mention: PeopleMention, grammar: ClosedClasses
) -> PeopleMention:
    """Return what a phrase at `start` means, as one person where its determiner or the verb at `head` says so."""
    if mention.count is not None or not mention.plural or not _is_demonym(view, mention.head):
        return mention
    is_single = view.word(start) in grammar.single
    is_single = is_single or (start < group.start and view.tells(grammar.single, group.start, head))
    return replace(mention, plural=False) if is_single else mention


def _is_demonym(view: SentenceView, position: int) -> bool:
    return any(p.start == position and meaning(p, PLACES).kind is PlaceKind.DEMONYM for p in view.places)
