"""Triggers: the words that tell of a way out of exploitation, captivity or danger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from rescuewire.extraction.mentions.kinds import (
    TRIGGERS,
    Strength,
    TriggerMention,
    register_attributes,
)
from rescuewire.extraction.mentions.meanings import give_meaning
from rescuewire.extraction.mentions.trigger_words import Lexeme, load_triggers
from rescuewire.extraction.packs.verbs import load_verbs
from rescuewire.extraction.patterns.pattern_table import Match
from rescuewire.extraction.patterns.sightings import matches_by_sentence
from rescuewire.extraction.patterns.token_patterns import VerbForms, fold, places_of
from rescuewire.extraction.patterns.tokens import folded

_FIRST_VERB = re.compile(r"\{([^}:]+)")


class TriggerFinder:
    """Component that writes `doc.spans["rescuewire_triggers"]`."""

    def __init__(self, nlp: Language, pack: str) -> None:
        register_attributes()
        self._verbs = load_verbs(pack)
        self.table = load_triggers(nlp, pack)

    def __call__(self, doc: Doc) -> Doc:
        found = matches_by_sentence(doc, self.table, TRIGGERS)
        doc.spans[TRIGGERS] = [span for sentence, matches in found for span in self._find(sentence, matches)]
        return doc

    def _find(self, sentence: Span, matches: list[Match[Lexeme]]) -> Iterator[Span]:
        tokens = folded(sentence)
        for match in _longest_at_each_head(matches, tokens, self._verbs):
            span = Span(sentence.doc, sentence.start + match.start, sentence.start + match.end)
            give_meaning(span, TRIGGERS, _mention(match, tokens, self._verbs, sentence.start))
            yield span


@Language.factory(TRIGGERS, default_config={"pack": "en"})
def _create(nlp: Language, name: str, pack: str) -> TriggerFinder:
    return TriggerFinder(nlp, pack)


def _head(match: Match[Lexeme], tokens: list[str], verbs: VerbForms) -> int:
    verb = _FIRST_VERB.search(match.value[0])
    if verb is None or match.end - match.start == 1:
        return match.start
    words = frozenset().union(*verbs[verb.group(1)].values())
    return next(i for i in range(match.start, match.end) if tokens[i] in words)


def _longest_at_each_head(matches: list[Match[Lexeme]], tokens: list[str], verbs: VerbForms) -> list[Match[Lexeme]]:
    """Keep one match a head: the one that is told by most words, the strong one before the weak."""
    best: dict[int, Match[Lexeme]] = {}
    for match in matches:
        head = _head(match, tokens, verbs)
        if head not in best or _weight(match) > _weight(best[head]):
            best[head] = match
    kept = [best[head] for head in sorted(best)]
    return [match for match in kept if not any(_is_part_of(match, other) for other in kept)]


def _is_part_of(match: Match[Lexeme], other: Match[Lexeme]) -> bool:
    """Tell whether words without a verb to read are the end of longer ones: "sleep at home", "now sleep at home"."""
    if _FIRST_VERB.search(match.value[0]) or _FIRST_VERB.search(other.value[0]):
        return False
    return other.start < match.start and match.end <= other.end


def _weight(match: Match[Lexeme]) -> tuple[int, bool]:
    pattern, entry = match.value
    return places_of(pattern), entry.strength is Strength.STRONG


def _mention(match: Match[Lexeme], tokens: list[str], verbs: VerbForms, offset: int) -> TriggerMention:
    pattern, entry = match.value
    head = _head(match, tokens, verbs)
    return TriggerMention(
        lexeme=pattern,
        event_type=entry.type,
        by_authority=entry.by_authority,
        strength=entry.strength,
        patient=entry.patient,
        is_noun=entry.noun,
        head=head + offset,
        verb_forms=_forms_of(pattern, tokens[head], verbs),
    )


def _forms_of(pattern: str, word: str, verbs: VerbForms) -> frozenset[str]:
    verb = _FIRST_VERB.search(pattern)
    if verb is None:
        return frozenset()
    return frozenset(form for form, words in verbs[verb.group(1)].items() if fold(word) in words)
