"""Contexts: words for exploitation, captivity and danger, and for topics that only sound like rescues."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.context_words import load_contexts, united
from rescuewire.extraction.mentions.kinds import CONTEXTS, ContextMention, register_attributes
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.patterns.pattern_table import Match
from rescuewire.extraction.patterns.sightings import matches_by_sentence
from rescuewire_schemas.rescue_event import Form

_BARE_FORMS = frozenset({(Form.FORCED_LABOUR,), (Form.SEXUAL_EXPLOITATION,), (Form.CHILD_SOLDIER,)})
"""Forms told by a few words that longer expressions of other forms contain."""


class ContextFinder:
    """Component that writes `doc.spans["rescuewire_contexts"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self.table = load_contexts(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for matches in matches_by_sentence(doc, self.table, CONTEXTS):
            for (start, end), context in sorted(_longest(matches).items()):
                span = Span(doc, start, end)
                give_meaning(span, CONTEXTS, context)
                spans.append(span)
        doc.spans[CONTEXTS] = spans
        return doc


@Language.factory(CONTEXTS, default_config={"pack": "en"})
def _create(nlp: Language, name: str, pack: str) -> ContextFinder:
    return ContextFinder(nlp, pack)


def _longest(matches: Iterable[Match[ContextMention]]) -> dict[tuple[int, int], ContextMention]:
    """Return the contexts of a sentence by their tokens; those that a longer one tells as well are left out."""
    found: dict[tuple[int, int], ContextMention] = {}
    for match in matches:
        place = match.start, match.end
        found[place] = united(found.get(place), match.value)
    return {place: context for place, context in found.items() if not _told_by_longer(place, context, found)}


def _told_by_longer(
    place: tuple[int, int], context: ContextMention, found: dict[tuple[int, int], ContextMention]
) -> bool:
    return any(
        other != place and other[0] <= place[0] and place[1] <= other[1] and _says_it_better(longer, context)
        for other, longer in found.items()
    )


def _says_it_better(longer: ContextMention, context: ContextMention) -> bool:
    """Tell whether a longer one says the same, or what the work was: "forced to pick pockets", "bars à ongles"."""
    told = set(longer.forms) - {Form.CHILD_LABOUR, Form.SLAVERY}
    return longer == context or (bool(told) and context.forms in _BARE_FORMS)
