"""Contexts: words for exploitation, captivity and danger, and for topics that only sound like rescues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import CONTEXTS, ContextMention, Unlike, register_attributes
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.phrases import compile_phrases, refuse_contradictions
from rescuewire.extraction.packs.language_pack import pack_file, read_words
from rescuewire.extraction.patterns.pattern_table import TOKENS_OF_NEWS_REMEMBERED, Match, PatternTable
from rescuewire.extraction.patterns.sightings import matches_by_sentence
from rescuewire_schemas.rescue_event import Form, Harm

_BARE_FORMS = frozenset({(Form.FORCED_LABOUR,), (Form.SEXUAL_EXPLOITATION,), (Form.CHILD_SOLDIER,)})
"""Forms told by a few words that longer expressions of other forms contain."""

ContextTable: TypeAlias = PatternTable[ContextMention]


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `contexts.yaml`: patterns by harm, by form of exploitation, by unlike topic.

    `holds` are the patterns that tell how people were taken or held, by the harm they tell, `totals` those that
    make a figure the sum of many occasions.
    """

    harms: dict[Harm, list[str]]
    forms: dict[Form, list[str]]
    holds: dict[Harm, list[str]]
    unlike: dict[Unlike, list[str]]
    totals: list[str] = []


class ContextFinder:
    """Component that writes `doc.spans["rescuewire_contexts"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self.table = load_contexts(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        spans = []
        for sentence, matches in matches_by_sentence(doc, self.table, CONTEXTS):
            for (start, end), context in sorted(_longest(matches).items()):
                span = Span(doc, sentence.start + start, sentence.start + end)
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
        found[place] = _united(found.get(place), match.value)
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


def load_contexts(nlp: Language, pack: str) -> ContextTable:
    """Compile the contexts of a pack; a pattern told under headings of several kinds carries all of them."""
    words = read_words(pack, "contexts", ContextWords)
    for headings in (words.harms, words.holds, words.unlike):
        entries = ((pattern, heading) for heading, patterns in headings.items() for pattern in patterns)
        refuse_contradictions(pack_file(pack, "contexts.yaml"), entries)
    told: dict[str, ContextMention] = {}
    for mention, patterns in _headings(words):
        for pattern in patterns:
            told[pattern] = _united(told.get(pattern), mention)
    return compile_phrases(nlp, pack, "contexts", told.items(), TOKENS_OF_NEWS_REMEMBERED)


def _headings(words: ContextWords) -> list[tuple[ContextMention, list[str]]]:
    return [
        *((ContextMention(harm=harm), patterns) for harm, patterns in words.harms.items()),
        *((ContextMention(harm=harm, holds=True), patterns) for harm, patterns in words.holds.items()),
        *((ContextMention(harm=Harm.TRAFFICKING, forms=(form,)), patterns) for form, patterns in words.forms.items()),
        *((ContextMention(unlike=unlike), patterns) for unlike, patterns in words.unlike.items()),
        (ContextMention(totals=True), words.totals),
    ]


def _united(one: ContextMention | None, other: ContextMention) -> ContextMention:
    if one is None:
        return other
    return ContextMention(
        harm=other.harm or one.harm,
        forms=tuple(dict.fromkeys((*one.forms, *other.forms))),
        unlike=other.unlike or one.unlike,
        holds=other.holds or one.holds,
        totals=other.totals or one.totals,
    )
